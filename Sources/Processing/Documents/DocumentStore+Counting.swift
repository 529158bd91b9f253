import Storage

extension DocumentStore {
    /// How many documents are in each state.
    package func tally() throws(StorageError) -> Tally {
        try transaction.tally("SELECT state, count(*) FROM document GROUP BY state ORDER BY state")
    }
}
