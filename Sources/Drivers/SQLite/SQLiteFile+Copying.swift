import Foundation
import GRDB
import Storage

extension SQLiteFile {
    /// The tables of the file that a transaction works on.
    package static func shapes(in transaction: any Storage.Transaction) throws(StorageError) -> [TableShape] {
        try TableShape.all(
            try transaction.rows(
                """
                SELECT m.name, p.name, p.pk FROM sqlite_master m JOIN pragma_table_info(m.name) p
                WHERE m.type = 'table' AND substr(m.name, 1, 7) <> 'sqlite_' ORDER BY m.name, p.cid
                """))
    }

    /// Runs `body` on one view of the file at `path`, on this thread.
    package static func readWaiting<Answer>(
        _ path: String, _ body: (any Storage.Transaction) throws -> Answer
    ) throws -> Answer {
        try converting {
            try open(path).read { connection in
                let transaction = SQLiteTransaction(connection)
                let answer = try body(transaction)
                if let failure = transaction.failure { throw failure }
                return answer
            }
        }
    }

    /// Makes a new file and fills it in one transaction, on this thread; it is whole afterwards, and not yet durable.
    ///
    /// When `body` throws, what there is of the file is good for nothing.
    /// - Throws: ``StorageError/full``; ``StorageError/unavailable(_:)`` when there is a file at `path`.
    package static func makeWaiting<Answer>(
        _ path: String, _ body: (any Storage.Transaction) throws -> Answer
    ) throws -> Answer {
        guard !FileManager.default.fileExists(atPath: path) else { throw StorageError.unavailable("\(path) is there") }
        var configuration = Configuration()
        configuration.prepareDatabase { connection in
            try connection.execute(sql: "PRAGMA synchronous = OFF")
            // 32 MiB, so that indexes of many rows are not read again for each.
            try connection.execute(sql: "PRAGMA cache_size = -32768")
        }
        return try converting {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let answer = try queue.write { connection in
                let transaction = SQLiteTransaction(connection)
                let answer = try body(transaction)
                if let failure = transaction.failure { throw failure }
                return answer
            }
            try queue.close()
            return answer
        }
    }

    private static func converting<Answer>(_ work: () throws -> Answer) throws -> Answer {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw StorageError(sqlite: error)
        }
    }
}
