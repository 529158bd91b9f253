import Dispatch
import Storage

extension PostgresDatabase {
    /// The tables of the schema that a transaction works on.
    package static func shapes(in transaction: any Transaction) throws(StorageError) -> [TableShape] {
        try TableShape.all(
            try transaction.rows(
                """
                SELECT c.relname::text, a.attname::text, COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
                WHERE c.relkind IN ('r', 'p')
                    AND c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
                ORDER BY 1, a.attnum
                """))
    }

    /// Runs `body` in a transaction on a connection of its own, on this thread, which waits for it.
    ///
    /// For a copy, whose other end is open meanwhile; `body` may be run again.
    package static func writeWaiting<Answer>(
        _ connectionString: String, _ body: (any Transaction) throws -> Answer
    ) throws -> Answer {
        try PostgresSession(connectionString, number: 0).write(body)
    }
}
