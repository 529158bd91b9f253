import Storage

/// A database on a PostgreSQL server, reached through a bounded pool of connections.
///
/// Each act is a transaction of its own. Writes run at READ COMMITTED, so that what is read after `lock` is what
/// the lock protects; reads see one snapshot.
package final class PostgresDatabase: Database, Sendable {
    private let pool: ConnectionPool

    /// Connects when there is something to do, not before.
    ///
    /// - Parameters:
    ///   - connectionString: as libpq reads it, `host=127.0.0.1 dbname=saqta` or a `postgres:` address.
    ///   - connections: how many connections may be open at once, at least 1.
    ///   - waiters: how many acts may wait for a connection; one more is answered ``StorageError/unavailable(_:)`` at once.
    ///   - limits: after which an act is answered ``StorageError/unavailable(_:)``.
    package init(
        connectionString: String, connections: Int, waiters: Int = 1_024, limits: PostgresLimits = PostgresLimits()
    ) {
        pool = ConnectionPool(connectionString, connections: max(1, connections), waiters: waiters, limits: limits)
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await run { session in try session.read(body) }
    }

    /// Runs `body` in a transaction and answers once its commit is durable.
    ///
    /// - Throws: what `body` throws; ``StorageError/unknownOutcome`` when the connection was lost, or took too long, while
    ///   committing: it may have gone through, and is not run again;
    ///   ``StorageError/serialisation`` when others went first each time it was tried.
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await run { session in try session.write(body) }
    }

    package func migrate<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try await run { session in try session.migrate(body) }
    }

    /// Frees what deleted and replaced rows of a table took; others read and write meanwhile.
    ///
    /// What they held is no longer part of the table; its octets stay on the disk, in the write-ahead log and in its copies,
    /// until something else is written there.
    package func vacuum(_ table: String) async throws {
        try await run { session in try session.outsideTransactions("VACUUM \(table)") }
    }

    private func run<Answer: Sendable>(
        _ work: @escaping @Sendable (PostgresSession) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            pool.submit(
                PostgresJob(
                    run: { session in continuation.resume(with: Result { try work(session) }) },
                    fail: { error in continuation.resume(throwing: error) }))
        }
    }
}
