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
        try PostgresSession(connectionString, number: 0).write { transaction in
            try endLimits(of: transaction)
            return try body(transaction)
        }
    }

    /// The same on one view of the data, that of the first statement of `body`, in which nothing is changed.
    package static func readWaiting<Answer>(
        _ connectionString: String, _ body: (any Transaction) throws -> Answer
    ) throws -> Answer {
        try PostgresSession(connectionString, number: 0).read { transaction in
            try endLimits(of: transaction)
            return try body(transaction)
        }
    }

    /// A copy takes as long as it takes, and one end waits while the other works. `SET` takes no view of the data yet.
    private static func endLimits(of transaction: any Transaction) throws(StorageError) {
        try transaction.run("SET LOCAL statement_timeout = 0")
        try transaction.run("SET LOCAL idle_in_transaction_session_timeout = 0")
    }
}
