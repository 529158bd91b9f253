import Crypto
import Primitives

/// What a law makes the operator keep of one person: sealed under the person's archive compartment and then under the
/// archive key of the house. Both are needed, so that erasing the person reaches it, and a subject key alone opens nothing.
///
/// Form: one octet of version (1), then nonce ‖ ciphertext ‖ tag of AES-256-GCM over a ``SealedValue``.
package enum ArchivedValue {
    private static let version: UInt8 = 1

    /// - Parameter label: what the value is; it opens under the same label only.
    /// - Throws: ``VaultError/keyService(_:)`` while the ring is closed.
    package static func seal(
        _ value: Bytes, label: String, key: SubjectKey, ring: KeyRing, randomness: Randomness = .system
    ) throws(VaultError) -> Bytes {
        let inner = try SealedValue.seal(
            value, label: label, key: key, compartment: .archive, instance: ring.instance, randomness: randomness)
        return try [version]
            + AEAD.seal(
                inner, key: ring.archiveKey, authenticating: context(label, key.subject, ring), randomness: randomness)
    }

    /// - Throws: ``VaultError/doesNotOpen`` without either key, or for another person, label or instance;
    ///   ``VaultError/malformed(_:)``.
    package static func open(
        _ sealed: Bytes, label: String, key: SubjectKey, ring: KeyRing
    ) throws(VaultError) -> Bytes {
        guard sealed.first == version else { throw .malformed("archived value of an unknown version") }
        let inner = try AEAD.open(
            Bytes(sealed.dropFirst()), key: ring.archiveKey, authenticating: context(label, key.subject, ring))
        return try SealedValue.open(
            inner, label: label, key: key, compartment: .archive, instance: ring.instance)
    }

    private static func context(_ label: String, _ subject: SubjectID, _ ring: KeyRing) -> Bytes {
        associatedData(Bytes("saqta archive 1".utf8), ring.instance.bytes, subject.bytes, Bytes(label.utf8))
    }
}
