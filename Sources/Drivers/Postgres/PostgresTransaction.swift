import Primitives
import Storage

/// Statements inside a transaction that the session opened and will end.
///
/// Once a statement has failed, every later one fails with the same error: the server has given the transaction up.
final class PostgresTransaction: Transaction {
    private let connection: PostgresConnection
    let findings = Findings()
    private var locked: [SubjectID: LockStrength] = [:]
    /// What the first statement that failed said.
    private(set) var failure: StorageError?

    init(_ connection: PostgresConnection) { self.connection = connection }

    func rows(_ statement: SQL) throws(StorageError) -> [Row] {
        try attempt { () throws(StorageError) in try connection.run(statement).rows() }
    }

    func run(_ statement: SQL) throws(StorageError) -> Int {
        try attempt { () throws(StorageError) in try connection.run(statement).changes }
    }

    func run(_ statements: [SQL]) throws(StorageError) -> [Int] {
        try attempt { () throws(StorageError) in try connection.run(statements) }
    }

    func lock(_ subject: SubjectID, _ strength: LockStrength) throws(StorageError) {
        // What this transaction holds already, it holds to its end.
        if locked[subject] == .exclusive || locked[subject] == strength { return }
        locked[subject] = strength
        switch strength {
        case .shared: _ = try rows("SELECT 1 FROM subject WHERE id = \(subject) FOR SHARE")
        case .exclusive: _ = try rows("SELECT 1 FROM subject WHERE id = \(subject) FOR UPDATE")
        }
    }

    private func attempt<Answer>(_ work: () throws(StorageError) -> Answer) throws(StorageError) -> Answer {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            failure = error
            throw error
        }
    }
}
