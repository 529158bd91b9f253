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

extension Whom {
    /// What the entry of an erasure carries instead of a digest: `SHA-256("saqta erased" ‖ subject id)`.
    package static func erasureMark(of subject: SubjectID) -> Bytes {
        Bytes(SHA256.hash(data: Bytes("saqta erased".utf8) + subject.bytes))
    }
}
