extension Migrator {
    /// The number of the newest step that a database has been brought to; empty when it has been brought to none.
    package static func newest(in transaction: any Transaction) throws(StorageError) -> String {
        try transaction.row("SELECT MAX(number) FROM migration")?.textIfAny(0) ?? ""
    }
}
