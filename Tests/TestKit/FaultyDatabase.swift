import Primitives
import Storage

/// A database whose calls fail as a plan says: like a disk that is full or away, a server that cannot be reached, and a
/// connection that is lost while committing.
package struct FaultyDatabase: Database {
    private let database: any Database
    private let plan: FaultPlan
    private let afterCommit: @Sendable () async throws -> Void

    /// - Parameter afterCommit: is run after each write that is durable.
    package init(
        _ database: any Database, _ plan: FaultPlan, afterCommit: @escaping @Sendable () async throws -> Void = {}
    ) {
        self.database = database
        self.plan = plan
        self.afterCommit = afterCommit
    }

    package func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try reach()
        return try await database.read { [plan] transaction in
            try FaultyTransaction(transaction, plan).run(body)
        }
    }

    package func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer {
        try reach()
        let answer = try await database.write { [plan] transaction in
            let answer = try FaultyTransaction(transaction, plan).run(body)
            if plan.fails(.commit) { throw StorageError.full }
            return answer
        }
        try await afterCommit()
        if plan.fails(.answer) { throw StorageError.unknownOutcome }
        return answer
    }

    private func reach() throws(StorageError) {
        if plan.fails(.unreached) { throw .unavailable("as planned") }
    }
}

/// A transaction of which a statement may fail; what the body makes of the error, nothing of it stays then, as on the
/// engines.
private final class FaultyTransaction: Transaction {
    private let transaction: any Transaction
    private let plan: FaultPlan
    private var failure: StorageError?
    var findings: Findings { transaction.findings }

    init(_ transaction: any Transaction, _ plan: FaultPlan) {
        self.transaction = transaction
        self.plan = plan
    }

    func run<Answer>(_ body: (any Transaction) throws -> Answer) throws -> Answer {
        let answer = try body(self)
        if let failure { throw failure }
        return answer
    }

    func rows(_ statement: SQL) throws(StorageError) -> [Row] {
        let rows = try transaction.rows(statement)
        try check()
        return rows
    }

    func run(_ statement: SQL) throws(StorageError) -> Int {
        let changed = try transaction.run(statement)
        try check()
        return changed
    }

    func lock(_ subject: SubjectID, _ strength: LockStrength) throws(StorageError) {
        try transaction.lock(subject, strength)
        try check()
    }

    private func check() throws(StorageError) {
        guard plan.fails(.statement) else { return }
        let failure = StorageError.unavailable("as planned")
        self.failure = failure
        throw failure
    }
}
