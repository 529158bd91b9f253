import Storage

extension DocumentStore {
    /// How many documents are in each state.
    package func tally() throws(StorageError) -> Tally {
        try transaction.tally("SELECT state, count(*) FROM document GROUP BY state ORDER BY state")
    }

    /// How many documents wait to be read.
    package func waiting() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM document WHERE state = 'received'")
    }

    /// How many objects should be gone and could not be deleted yet.
    package func undeleted() throws(StorageError) -> Int {
        Int(try transaction.row("SELECT count(*) FROM blob_abandoned WHERE attempts > 0")?.int(0) ?? 0)
    }
}
