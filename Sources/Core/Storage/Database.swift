import Primitives

/// An engine that keeps rows. There is no other way to a connection.
package protocol Database: Sendable {
    /// Runs `body` on one consistent view of the data.
    func read<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer

    /// Runs `body` in a transaction and answers once its commit is durable.
    ///
    /// `body` is synchronous, repeatable and free of side effects: it may be run again when the engine asks for it.
    /// When it throws, nothing of it stays.
    @discardableResult
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer

    /// Runs `body`, a step of the schema, as `write` does, and one at a time over all processes: others wait for their turn.
    func migrate<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer
}

extension Database {
    /// For an engine with one writer, and for what stands before another database.
    package func migrate<Answer: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Answer
    ) async throws -> Answer { try await write(body) }
}

/// An open transaction. It is not `Sendable`: it cannot leave the closure it was given to.
package protocol Transaction {
    /// The rows that `statement` answers.
    func rows(_ statement: SQL) throws(StorageError) -> [Row]

    /// Runs `statement`.
    /// - Returns: how many rows it changed.
    @discardableResult
    func run(_ statement: SQL) throws(StorageError) -> Int

    /// What was found out in this transaction.
    var findings: Findings { get }

    /// Runs `statements`, none of which needs the answer of another, one after the other; they may go to the engine together.
    /// - Returns: how many rows each changed.
    @discardableResult
    func run(_ statements: [SQL]) throws(StorageError) -> [Int]

    /// Keeps the subject's row from being changed by others until the end of the transaction.
    ///
    /// Nothing on SQLite, which has one writer; `FOR SHARE` or `FOR UPDATE` on PostgreSQL.
    func lock(_ subject: SubjectID, _ strength: LockStrength) throws(StorageError)
}

/// How strongly a subject is locked.
package enum LockStrength: Sendable {
    /// Others may read and act; nobody may withdraw, block or erase.
    case shared
    /// Nobody else may act.
    case exclusive
}

extension Transaction {
    /// For a transaction that stands before another one: it remembers nothing.
    package var findings: Findings { Findings() }

    /// For an engine to which the way is short.
    @discardableResult
    package func run(_ statements: [SQL]) throws(StorageError) -> [Int] {
        var changes: [Int] = []
        for statement in statements { changes.append(try run(statement)) }
        return changes
    }

    /// The only row, or nil when there is none.
    /// - Throws: ``StorageError/unexpected(_:)`` when there are several.
    package func row(_ statement: SQL) throws(StorageError) -> Row? {
        let rows = try rows(statement)
        guard rows.count <= 1 else { throw .unexpected("\(rows.count) rows where one was asked for") }
        return rows.first
    }
}
