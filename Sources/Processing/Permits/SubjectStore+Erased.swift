import Primitives
import Storage

extension SubjectStore {
    /// The persons whose erasure is on record.
    package func erased() throws(StorageError) -> [SubjectID] {
        try transaction.rows("SELECT subject_id FROM erasure ORDER BY subject_id")
            .map { row throws(StorageError) in try row.identifier(0) }
    }
}
