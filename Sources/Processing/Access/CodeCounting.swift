import Storage

/// Counts one-time codes, in an open transaction.
package struct CodeCounting {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How many codes that are kept are in each state; `asked` ones wait to be sent.
    package func tally() throws(StorageError) -> Tally {
        try transaction.tally("SELECT state, count(*) FROM code GROUP BY state ORDER BY state")
    }
}
