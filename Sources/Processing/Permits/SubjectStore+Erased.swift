import Primitives
import Storage

extension SubjectStore {
    /// The persons whose erasure is on record.
    package func erased() throws(StorageError) -> [SubjectID] {
        try transaction.rows("SELECT subject_id FROM erasure ORDER BY subject_id")
            .map { row throws(StorageError) in try row.identifier(0) }
    }

    /// The first of them whose identifiers are greater than `last`, in their order.
    func erased(after last: Bytes, limit: Int) throws(StorageError) -> [SubjectID] {
        try transaction.rows(
            "SELECT subject_id FROM erasure WHERE subject_id > \(last) ORDER BY subject_id LIMIT \(limit)"
        ).map { row throws(StorageError) in try row.identifier(0) }
    }
}
