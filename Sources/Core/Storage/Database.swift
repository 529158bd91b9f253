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

    /// Runs `statement`, whose answer nobody needs.
    ///
    /// It may go to the engine later, with the next one whose answer is awaited or with the commit, and after all that were
    /// sent before it; what goes wrong is thrown there.
    func send(_ statement: SQL) throws(StorageError)

    /// Asks `statement`, whose rows are looked at later: what is asked in a row may go to the engine together.
    func ask(_ statement: SQL) throws(StorageError) -> Asked

    /// Runs `check` before the commit at the latest; nothing of the transaction stays when it throws.
    ///
    /// For what is certain unless the code is wrong, so that nobody need wait for its answer.
    func ensure(_ check: @escaping () throws -> Void) throws

    /// The rows that `selection` answers and that no other transaction works on; they are this one's until its end.
    ///
    /// So that several that take jobs from one table take different ones, and none waits for another. What they do with a
    /// job must be right without that. - Parameter selection: of one table, with neither sums nor `DISTINCT`.
    func claim(_ selection: SQL) throws(StorageError) -> [Row]

    /// Keeps the subject's row from being changed by others until the end of the transaction, from the next statement on.
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

    /// For an engine to which the way is short.
    package func send(_ statement: SQL) throws(StorageError) { _ = try run(statement) }

    /// For an engine to which the way is short.
    package func ask(_ statement: SQL) throws(StorageError) -> Asked { Asked(try rows(statement)) }

    /// For an engine that has answered everything by now.
    package func ensure(_ check: @escaping () throws -> Void) throws { try check() }

    /// For an engine with one writer, where nobody else works on anything.
    package func claim(_ selection: SQL) throws(StorageError) -> [Row] { try rows(selection) }

    /// The only row, or nil when there is none.
    /// - Throws: ``StorageError/unexpected(_:)`` when there are several.
    package func row(_ statement: SQL) throws(StorageError) -> Row? { try rows(statement).only }
}
