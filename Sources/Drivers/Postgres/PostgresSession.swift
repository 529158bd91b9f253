import Foundation
import Storage

/// Transactions one after the other on one connection, which is opened again when it was lost.
///
/// Its calls block.
final class PostgresSession {
    /// How often a transaction is run before ``StorageError/serialisation`` is the answer.
    static let tries = 12

    private let servers: PostgresServers
    private let limits: PostgresLimits
    private let number: Int
    private var connection: PostgresConnection?

    init(_ servers: PostgresServers, _ limits: PostgresLimits, number: Int) {
        self.servers = servers
        self.limits = limits
        self.number = number
    }

    /// One by itself, for what goes through whole tables.
    convenience init(_ connectionString: String, number: Int) {
        self.init(PostgresServers(connectionString), .ofUpkeep, number: number)
    }

    /// Runs `body` on one snapshot.
    func read<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        try repeatedly {
            let connection = try open()
            let transaction = PostgresTransaction(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
                [self] () throws(StorageError) in
                // Which the first answer has told.
                try refuse(connection, if: connection.isToFollower || servers.isSuperseded(connection.leader))
            }
            let answer = try inside(transaction, on: connection, body)
            if transaction.hasBegun { connection.endUnawaited() }
            return answer
        }
    }

    /// Runs `body` and commits it.
    func write<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        try repeatedly {
            let connection = try open()
            let transaction = PostgresTransaction(connection, "BEGIN ISOLATION LEVEL READ COMMITTED") {
                () throws(StorageError) in
            }
            let answer = try inside(transaction, on: connection) { transaction in
                let answer = try body(transaction)
                try transaction.beReady()
                try refuse(connection, if: servers.isSuperseded(connection.leader))
                return answer
            }
            do {
                try transaction.commit()
            } catch {
                connection.end()
                throw error
            }
            return answer
        }
    }

    /// Runs `body` and commits it, however long its statements take; others that come here for this schema wait until then.
    func migrate<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        defer { connection?.isForUpkeep = false }
        return try write { transaction in
            connection?.isForUpkeep = true
            _ = try transaction.rows(
                """
                SELECT set_config('statement_timeout', \("\(PostgresLimits.upkeep.inMilliseconds)"), true),
                    set_config('lock_timeout', '0', true)
                """)
            _ = try transaction.rows(
                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('saqta migrate ' || current_schema(), 0))")
            return try body(transaction)
        }
    }

    /// Runs a command that must not be in a transaction, however long it takes.
    func outsideTransactions(_ command: String) throws {
        try repeatedly {
            let connection = try open()
            connection.isForUpkeep = true
            // Its limits are those of upkeep now.
            defer { connection.giveUp() }
            try connection.command("SET statement_timeout = \(PostgresLimits.upkeep.inMilliseconds)")
            try connection.command(command)
        }
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

    /// A server that woke up takes no more part; what it would say is from before.
    private func refuse(_ connection: PostgresConnection, if isFormer: Bool) throws(StorageError) {
        guard isFormer else { return }
        connection.giveUp()
        throw .unavailable("the server no longer leads")
    }

    private func inside<Answer>(
        _ transaction: PostgresTransaction, on connection: PostgresConnection,
        _ body: (PostgresTransaction) throws -> Answer
    ) throws -> Answer {
        do {
            let answer = try body(transaction)
            if let failure = transaction.failure { throw failure }
            return answer
        } catch {
            if transaction.hasBegun { connection.end() }
            // The body may have put an error of its own in place of one for which it is to be run again.
            if let failure = transaction.failure, failure == .serialisation || connection.isLost { throw failure }
            throw error
        }
    }

    private func open() throws(StorageError) -> PostgresConnection {
        connection?.settle()
        if let connection, !connection.isLost, !connection.isToFollower, !connection.isToSilent,
            !servers.isSuperseded(connection.leader)
        {
            try connection.forgetStatementsIfMany()
            return connection
        }
        connection = nil
        let opened = try servers.connect(limits)
        connection = opened
        return opened
    }
}
