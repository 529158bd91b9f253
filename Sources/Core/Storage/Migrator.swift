import Primitives

/// Brings a database to the schema of this binary.
package struct Migrator: Sendable {
    let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations.sorted { $0.number < $1.number }
        // The second of two with one number would never run, and nothing would say so.
        precondition(Set(migrations.map(\.number)).count == migrations.count, "two migrations have one number")
    }

    /// Runs what has not been run yet, each step in a transaction of its own.
    /// - Returns: the numbers that were run now.
    @discardableResult
    package func migrate(_ database: any Database, at now: Instant) async throws -> [String] {
        try await database.migrate { try Self.begin(in: $0) }
        var done: [String] = []
        for migration in migrations {
            if try await database.migrate({ try Self.run(migration, at: now, in: $0) }) {
                done.append(migration.number)
            }
        }
        return done
    }

    /// Runs what has not been run yet in the caller's transaction, so that tables and what is put into them come together.
    /// - Returns: the numbers that were run now.
    @discardableResult
    package func migrate(in transaction: any Transaction, at now: Instant) throws(StorageError) -> [String] {
        try Self.begin(in: transaction)
        var done: [String] = []
        for migration in migrations where try Self.run(migration, at: now, in: transaction) {
            done.append(migration.number)
        }
        return done
    }

    private static func begin(in transaction: any Transaction) throws(StorageError) {
        try transaction.run(
            "CREATE TABLE IF NOT EXISTS migration (number TEXT PRIMARY KEY, title TEXT NOT NULL, at BIGINT NOT NULL)")
    }

    /// - Returns: false when it was run before.
    private static func run(
        _ migration: Migration, at now: Instant, in transaction: any Transaction
    ) throws(StorageError) -> Bool {
        let claimed = try transaction.run(
            """
            INSERT INTO migration (number, title, at) VALUES (\(migration.number), \(migration.title), \(now))
            ON CONFLICT (number) DO NOTHING
            """)
        guard claimed == 1 else { return false }
        for statement in migration.statements {
            try transaction.run(SQL(stringLiteral: statement))
        }
        return true
    }
}
