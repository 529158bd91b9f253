import Crypto
import Primitives

/// How an entry names a person: so that nobody can tell who it is without the opening, which dies with the person's key.
package enum Whom {
    /// `HMAC-SHA-256(history key, nonce)`
    package static func opening(historyKey: SymmetricKey, nonce: Bytes) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: nonce, using: historyKey))
    }

    /// `SHA-256(opening ‖ subject id)`
    package static func commitment(opening: Bytes, subject: SubjectID) -> Bytes {
        Bytes(SHA256.hash(data: opening + subject.bytes))
    }
}
