import Crypto
import Foundation
import Primitives

/// A subject key sealed by an epoch key: AES-256-GCM, bound to instance, subject and epoch.
enum WrappedKey {
    static func seal(
        _ secret: SymmetricKey, of subject: SubjectID, epoch: Int, key: SymmetricKey, instance: Identifier<KeyRing>,
        randomness: Randomness
    ) throws(VaultError) -> Bytes {
        try AEAD.seal(
            secret.withUnsafeBytes { Bytes($0) }, key: key, authenticating: context(subject, epoch, instance),
            randomness: randomness)
    }

    static func open(
        _ wrapped: Bytes, of subject: SubjectID, epoch: Int, key: SymmetricKey, instance: Identifier<KeyRing>
    ) throws(VaultError) -> SymmetricKey {
        SymmetricKey(
            data: try AEAD.open(wrapped, key: key, authenticating: context(subject, epoch, instance)))
    }

    private static func context(_ subject: SubjectID, _ epoch: Int, _ instance: Identifier<KeyRing>) -> Bytes {
        associatedData(
            Bytes("saqta subject key 1".utf8), instance.bytes, subject.bytes, UInt64(epoch).octets)
    }
}
