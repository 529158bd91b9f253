import GRDB
import Storage

/// A database in one SQLite file with its write-ahead log beside it.
///
/// There is one writer, whose transactions several callers share, and readers beside it that see what was committed when they began.
package final class SQLiteDatabase: Storage.Database, Sendable {
    private let pool: DatabasePool
    private let writer: GroupCommit
    private let readers: Readers

    /// Opens the file at `path`, or creates it; its folder must be there.
    ///
    /// - Parameters:
    ///   - readers: how many reads may run at the same time, at least 1.
    ///   - secureDelete: whether what is deleted is overwritten with zeros.
    ///   - admission: how long an open transaction takes in writes that wait; a lone write never waits for others.
    /// - Throws: ``StorageError/unavailable(_:)`` when the file cannot be opened or the disk would not be synced at each commit.
    package init(path: String, readers: Int, secureDelete: Bool = false, admission: Duration = .milliseconds(5))
        throws(StorageError)
    {
        var configuration = Configuration()
        configuration.maximumReaderCount = max(1, readers)
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { connection in
            if secureDelete { try connection.execute(sql: "PRAGMA secure_delete = ON") }
        }
        self.readers = Readers(configuration.maximumReaderCount)
        pool = try SQLiteDatabase.open(path, configuration)
        writer = GroupCommit(pool, admission: admission)
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            readers.submit { [pool] in
                continuation.resume(with: Result { try SQLiteDatabase.read(pool, body) })
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

    /// How many writes wait for the writer, for measurement.
    package var waitingWrites: Int { writer.count }

    /// Moves what is committed into the file and empties the write-ahead log, in which deleted rows are readable until then.
    ///
    /// - Throws: ``StorageError/unavailable(_:)`` when a read is not done in time; it may be called again.
    package func emptyLog() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writer.between { connection in
                continuation.resume(
                    with: Result { _ = try connection.checkpoint(.truncate) }
                        .mapError { StorageError(sqlite: $0) })
            }
        }
    }

    /// Ends both kinds of connection after what they are doing, so that neither log nor shared memory lies beside the file any more.
    /// What is asked of it afterwards fails. Without it the connections end at some time after the last work, on other threads.
    ///
    /// - Throws: ``StorageError/unavailable(_:)`` when the file cannot be let go.
    package func close() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            writer.close { continuation.resume(with: $0.mapError { StorageError(sqlite: $0) }) }
        }
    }

    private static func read<Answer>(
        _ pool: DatabasePool, _ body: (any Storage.Transaction) throws -> Answer
    ) throws -> Answer {
        do {
            return try pool.read { connection in
                let transaction = SQLiteTransaction(connection)
                let answer = try body(transaction)
                if let failure = transaction.failure { throw failure }
                return answer
            }
        } catch let error as DatabaseError {
            throw StorageError(sqlite: error)
        }
    }
}
