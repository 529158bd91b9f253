import Policy
import Primitives

/// The certificate of an erasure, ready to be shown and taken away.
package struct ErasureSheet: Sendable {
    /// Hexadecimal.
    let mark: String
    /// The number of the registration; nil where there was none.
    let record: String?
    /// The act that ended it.
    let act: String
    /// The number of the edition in force then.
    let edition: Int
    let erasedAt: Instant?
    /// nil while the key is not destroyed, and where that was before it was kept.
    let keyDestroyedAt: Instant?
    /// nil while a copy of a key may be left that could undo it.
    let finalAt: Instant?
    /// When it is final if backups are made as usual: a night ends the old key, and its copies their term.
    let expectedFinal: Instant?
    /// The ledger's proof, C2SP `tlog-proof`.
    let proof: String
    let file: Bytes

    package init(
        mark: String, record: String?, act: String, edition: Int, erasedAt: Instant?, keyDestroyedAt: Instant?,
        finalAt: Instant?, expectedFinal: Instant?, proof: String, file: Bytes
    ) {
        self.mark = mark
        self.record = record
        self.act = act
        self.edition = edition
        self.erasedAt = erasedAt
        self.keyDestroyedAt = keyDestroyedAt
        self.finalAt = finalAt
        self.expectedFinal = expectedFinal
        self.proof = proof
        self.file = file
    }
}
