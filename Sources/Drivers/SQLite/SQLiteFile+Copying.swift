import Storage

extension SQLiteFile {
    /// The tables of the file that a transaction works on.
    package static func shapes(in transaction: any Transaction) throws(StorageError) -> [TableShape] {
        try TableShape.all(
            try transaction.rows(
                """
                SELECT m.name, p.name, p.pk FROM sqlite_master m JOIN pragma_table_info(m.name) p
                WHERE m.type = 'table' AND substr(m.name, 1, 7) <> 'sqlite_' ORDER BY m.name, p.cid
                """))
    }
}
