import Foundation
import GRDB
import Storage

/// A database file that is only looked at, in use by others or not.
package struct SQLiteFile: Storage.Database, Sendable {
    private let connection: DatabaseQueue

    /// Opens the file at `path`, which must be there.
    package init(path: String) throws(StorageError) {
        do {
            connection = try Self.open(path)
        } catch {
            throw StorageError(sqlite: error)
        }
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer
    ) async throws -> Answer {
        do {
            return try await connection.read { connection in
                let transaction = SQLiteTransaction(connection)
                let answer = try body(transaction)
                if let failure = transaction.failure { throw failure }
                return answer
            }
        } catch let error as DatabaseError {
            throw StorageError(sqlite: error)
        }
    }

    /// - Throws: ``StorageError/unavailable(_:)``, always.
    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer
    ) async throws -> Answer {
        throw StorageError.unavailable("the file is only read")
    }

    /// Copies a database of one instant into a new file, without free pages; whoever writes to it goes on meanwhile.
    ///
    /// - Throws: ``StorageError/full``; ``StorageError/unavailable(_:)``, also when there is a file at `copy`.
    package static func copy(_ path: String, to copy: String) throws(StorageError) {
        do {
            try open(path).inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        } catch {
            throw StorageError(sqlite: error)
        }
    }

    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
