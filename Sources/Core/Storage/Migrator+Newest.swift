extension Migrator {
    /// The number of the newest step that a database has been brought to; empty when it has been brought to none.
    package static func newest(in transaction: any Transaction) throws(StorageError) -> String {
        try transaction.row("SELECT MAX(number) FROM migration")?.textIfAny(0) ?? ""
    }

    /// The steps that a database lacks, and those that it has and this binary does not know, in their order.
    package func differences(
        in transaction: any Transaction
    ) throws(StorageError) -> (missing: [String], unknown: [String]) {
        var there: Set<String> = []
        for row in try transaction.rows("SELECT number FROM migration") { there.insert(try row.text(0)) }
        let known = Set(migrations.map(\.number))
        return (known.subtracting(there).sorted(), there.subtracting(known).sorted())
    }
}
