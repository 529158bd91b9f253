import Storage

/// Counts erasures, in an open transaction.
package struct ErasureCounting {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Persons who were erased, ever.
    package func all() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM erasure")
    }

    /// Those of them whose key is not destroyed yet.
    package func unfinished() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM erasure WHERE key_destroyed = 0")
    }
}
