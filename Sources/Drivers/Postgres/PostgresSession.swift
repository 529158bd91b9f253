import Foundation
import Storage

/// Transactions one after the other on one connection, which is opened again when it was lost.
///
/// Its calls block.
final class PostgresSession {
    /// How often a transaction is run before ``StorageError/serialisation`` is the answer.
    static let tries = 12

    private let connectionString: String
    private let number: Int
    private var connection: PostgresConnection?

    init(_ connectionString: String, number: Int) {
        self.connectionString = connectionString
        self.number = number
    }

    /// Runs `body` on one snapshot.
    func read<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        try repeatedly {
            let connection = try open()
            try connection.command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            let answer = try inside(connection, body)
            connection.end()
            return answer
        }
    }

    /// Runs `body` and commits it.
    func write<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        try repeatedly {
            let connection = try open()
            try connection.command("BEGIN ISOLATION LEVEL READ COMMITTED")
            let answer = try inside(connection, body)
            try connection.commit()
            return answer
        }
    }

    /// Runs a command that must not be in a transaction.
    func outsideTransactions(_ command: String) throws {
        try repeatedly { _ = try open().command(command) }
    }

    /// Runs `transaction` again when another went first, or when the connection was lost before the commit was sent.
    private func repeatedly<Answer>(_ transaction: () throws -> Answer) throws -> Answer {
        var runs = 0
        var losses = 0
        while true {
            do {
                return try transaction()
            } catch StorageError.serialisation where runs < Self.tries - 1 {
                runs += 1
                // Different for each connection, so that two do not meet again.
                usleep(UInt32(runs * (500 + number % 8 * 700)))
            } catch StorageError.unavailable where isLost && losses < 1 {
                losses += 1
            }
        }
    }

    private var isLost: Bool { connection?.isLost ?? false }

    private func inside<Answer>(
        _ connection: PostgresConnection, _ body: (any Transaction) throws -> Answer
    ) throws -> Answer {
        let transaction = PostgresTransaction(connection)
        do {
            let answer = try body(transaction)
            if let failure = transaction.failure { throw failure }
            return answer
        } catch {
            connection.end()
            // The body may have put an error of its own in place of one for which it is to be run again.
            if let failure = transaction.failure, failure == .serialisation || connection.isLost { throw failure }
            throw error
        }
    }

    private func open() throws(StorageError) -> PostgresConnection {
        if let connection, !connection.isLost {
            try connection.forgetStatementsIfMany()
            return connection
        }
        connection = nil
        let opened = try PostgresConnection(connectionString)
        connection = opened
        return opened
    }
}
