import Primitives

/// A single sealed value: the text of a consent, a secret of sign-in, a message.
///
/// Form: one octet of version (1), then nonce ‖ ciphertext ‖ tag of AES-256-GCM.
package enum SealedValue {
    private static let version: UInt8 = 1

    /// - Parameter label: what the value is; it opens under the same label only.
    package static func seal(
        _ value: Bytes, label: String, key: SubjectKey, compartment: Compartment, instance: Identifier<KeyRing>,
        randomness: Randomness = .system
    ) throws(VaultError) -> Bytes {
        try [version]
            + AEAD.seal(
                value, key: key.key(for: compartment),
                authenticating: context(label, key.subject, compartment, instance), randomness: randomness)
    }

    /// - Throws: ``VaultError/doesNotOpen`` when it was sealed for another person, compartment, label or instance.
    package static func open(
        _ sealed: Bytes, label: String, key: SubjectKey, compartment: Compartment, instance: Identifier<KeyRing>
    ) throws(VaultError) -> Bytes {
        guard sealed.first == version else { throw .malformed("sealed value of an unknown version") }
        return try AEAD.open(
            Bytes(sealed.dropFirst()), key: key.key(for: compartment),
            authenticating: context(label, key.subject, compartment, instance))
    }

    private static func context(
        _ label: String, _ subject: SubjectID, _ compartment: Compartment, _ instance: Identifier<KeyRing>
    ) -> Bytes {
        associatedData(
            Bytes("saqta value 1".utf8), instance.bytes, subject.bytes, Bytes(compartment.rawValue.utf8),
            Bytes(label.utf8))
    }
}
