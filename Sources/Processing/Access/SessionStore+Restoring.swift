import Storage

extension SessionStore {
    /// Ends all sessions and codes of a restored house: some of them had ended after the copy was made, by a sign-out, a new
    /// password or a lost telephone, and must not live again.
    package func endEverything() throws(StorageError) {
        try transaction.send("DELETE FROM session")
        try transaction.send("DELETE FROM code")
    }
}
