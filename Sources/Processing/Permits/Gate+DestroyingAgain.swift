import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Destroys fields of a record as a later entry says, in a house that was put back from before it. Nothing is opened.
    ///
    /// - Parameter forget: what a room forgets with a field.
    /// - Returns: how many the record held.
    package func destroyAgain(
        _ placed: PlacedEntry, of subject: SubjectID, sealer: Sealer, in transaction: any Transaction,
        forget: (FieldNumber) throws -> Void
    ) throws -> Int {
        guard let row = try SubjectStore(transaction).find(subject), [.living, .blocked].contains(row.state) else {
            return 0
        }
        let held = Set(try row.fieldsHeld)
        let due = placed.entry.fields.map { FieldNumber($0) }.filter(held.contains)
        guard !due.isEmpty else { return 0 }
        let record = try row.openable.removing(due.map(\.rawValue))
        let updated = try SubjectStore(transaction).update(subject, record: record.bytes, from: row.revision)
        try transaction.ensure {
            guard try updated.row() != nil else {
                throw StorageError.unexpected("a record that changed while it was locked")
            }
        }
        for field in due {
            try AddressBook(self).remove(field, of: subject, in: transaction)
            try forget(field)
        }
        try appendReplayed(
            placed, of: subject, sealer: sealer,
            change: Change(revision: row.revision + 1, digest: record.digest), in: transaction)
        return due.count
    }
}
