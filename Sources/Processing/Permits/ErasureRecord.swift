import Ledger
import Primitives
import Storage

/// What is kept of an erasure: when each part of it was done, and the entries that prove it. It names no person.
package struct ErasureRecord: Sendable {
    let subject: SubjectID
    /// What the entry of the erasure carries instead of a person: SHA-256, 32 octets.
    package let mark: Bytes
    /// The canonical octets of the entry of the erasure; nil for erasures from before it was kept.
    package let entry: Bytes?
    /// When the person's key was destroyed; nil while that is not done, or was done before it was kept.
    package let keyDestroyedAt: Instant?
    /// When the last epoch key ended that could open a copy of the person's key.
    package let keysTurnedAt: Instant?
    /// Since when no copy of the key ring is left that could undo it.
    package let finalAt: Instant?
    /// The canonical octets of the entry that says so.
    package let finalEntry: Bytes?

    /// The act of the entry that makes an erasure final: its digest is the leaf hash (RFC 6962) of the entry of the
    /// erasure.
    package static let finalAct = "finalise_erasure"
    package static let markWord = "mark"
    package static let destroyedWord = "key_destroyed"
    package static let turnedWord = "keys_turned"

    /// What that entry notes.
    var finalNote: [String: String] {
        var note = [Self.markWord: mark.hex]
        note[Self.destroyedWord] = keyDestroyedAt?.description
        note[Self.turnedWord] = keysTurnedAt?.description
        return note
    }

    static func all(_ condition: SQL, in transaction: any Transaction) throws(StorageError) -> [ErasureRecord] {
        try transaction.rows(
            "SELECT subject_id, entry, key_destroyed_at, keys_turned_at, final_at, final_entry FROM erasure"
                + condition
        ).map { row throws(StorageError) in
            func instant(_ column: Int) throws(StorageError) -> Instant? {
                try row.isNull(column) ? nil : try row.instant(column)
            }
            let subject: SubjectID = try row.identifier(0)
            return ErasureRecord(
                subject: subject, mark: Whom.erasureMark(of: subject),
                entry: try row.isNull(1) ? nil : try row.bytes(1), keyDestroyedAt: try instant(2),
                keysTurnedAt: try instant(3), finalAt: try instant(4),
                finalEntry: try row.isNull(5) ? nil : try row.bytes(5))
        }
    }
}
