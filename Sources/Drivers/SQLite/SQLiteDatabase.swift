import Dispatch
import GRDB
import Storage

/// A database in one SQLite file with its write-ahead log beside it.
///
/// There is one writer, whose transactions several callers share, and readers beside it that see what was committed when they began.
package final class SQLiteDatabase: Storage.Database, Sendable {
    private let pool: DatabasePool
    private let writer: GroupCommit

    /// Opens the file at `path`, or creates it; its folder must be there.
    ///
    /// - Parameters:
    ///   - readers: how many reads may run at the same time, at least 1.
    ///   - secureDelete: whether what is deleted is overwritten with zeros.
    /// - Throws: ``StorageError/unavailable(_:)`` when the file cannot be opened or the disk would not be synced at each commit.
    package init(path: String, readers: Int, secureDelete: Bool = false) throws(StorageError) {
        var configuration = Configuration()
        configuration.maximumReaderCount = max(1, readers)
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { connection in
            if secureDelete { try connection.execute(sql: "PRAGMA secure_delete = ON") }
        }
        pool = try SQLiteDatabase.open(path, configuration)
        writer = GroupCommit(pool)
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { access in
                do {
                    let transaction = SQLiteTransaction(try SQLiteDatabase.granted(access))
                    let answer = try body(transaction)
                    if let failure = transaction.failure { throw failure }
                    continuation.resume(returning: answer)
                } catch {
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            writer.submit(PendingWrite(body, continuation))
        }
    }

    private static func granted(
        _ access: Result<GRDB.Database, any Error>
    ) throws(StorageError) -> GRDB.Database {
        do { return try access.get() } catch { throw StorageError(sqlite: error) }
    }
}
