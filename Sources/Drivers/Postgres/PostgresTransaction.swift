import Primitives
import Storage

/// Statements inside a transaction that it opens with the first of them and its session will end.
///
/// What nobody awaits waits for what somebody does, and goes to the server with it. Once a statement has failed, every later
/// one fails with the same error: the server has given the transaction up.
final class PostgresTransaction: Transaction {
    /// How many statements wait at most.
    private static let most = 128

    private let connection: PostgresConnection
    /// Asked once, when the server has answered something.
    private let admit: () throws(StorageError) -> Void
    let findings = Findings()
    private var locked: [SubjectID: LockStrength] = [:]
    private var waiting: [(statement: SQL, asked: Asked?)]
    private var checks: [() throws -> Void] = []
    /// What the first statement that failed said.
    private(set) var failure: StorageError?
    /// Whether something was sent to the server.
    private(set) var hasBegun = false

    init(_ connection: PostgresConnection, _ begin: SQL, admit: @escaping () throws(StorageError) -> Void) {
        self.connection = connection
        self.admit = admit
        waiting = [(begin, nil)]
    }

    func rows(_ statement: SQL) throws(StorageError) -> [Row] {
        try attempt { () throws(StorageError) in try last(statement).rows() }
    }

    func run(_ statement: SQL) throws(StorageError) -> Int {
        try attempt { () throws(StorageError) in try last(statement).changes }
    }

    func run(_ statements: [SQL]) throws(StorageError) -> [Int] {
        try attempt { () throws(StorageError) in
            try flush(with: statements).suffix(statements.count).map(\.changes)
        }
    }

    func send(_ statement: SQL) throws(StorageError) { try add(statement, nil) }

    func ask(_ statement: SQL) throws(StorageError) -> Asked {
        let asked = Asked { [weak self] () throws(StorageError) in try self?.flush() }
        try add(statement, asked)
        return asked
    }

    func ensure(_ check: @escaping () throws -> Void) { checks.append(check) }

    func claim(_ selection: SQL) throws(StorageError) -> [Row] { try rows(selection + "FOR UPDATE SKIP LOCKED") }

    func lock(_ subject: SubjectID, _ strength: LockStrength) throws(StorageError) {
        // What this transaction holds already, it holds to its end.
        if locked[subject] == .exclusive || locked[subject] == strength { return }
        locked[subject] = strength
        switch strength {
        case .shared: try send("SELECT 1 FROM subject WHERE id = \(subject) FOR SHARE")
        case .exclusive: try send("SELECT 1 FROM subject WHERE id = \(subject) FOR UPDATE")
        }
    }

    /// Has everything answered that must be before the commit is sent.
    ///
    /// A connection is proven by an answer first: one found broken by then is replaced, and the transaction run again; one
    /// that breaks with the commit leaves its outcome unknown.
    func beReady() throws {
        for check in checks { try check() }
        checks = []
        if !hasBegun { try flush() }
        if let failure { throw failure }
    }

    /// Sends what waits still with the commit. To be called after ``beReady()``.
    func commit() throws(StorageError) {
        defer { waiting = [] }
        try connection.commit(after: waiting.map(\.statement))
    }

    private func add(_ statement: SQL, _ asked: Asked?) throws(StorageError) {
        if let failure { throw failure }
        guard !isDefinition(statement.text) else {
            asked?.put([])
            _ = try run(statement)
            return
        }
        waiting.append((statement, asked))
        if waiting.count >= Self.most { try flush() }
    }

    private func flush() throws(StorageError) {
        try attempt { () throws(StorageError) in _ = try flush(with: []) }
    }

    private func last(_ statement: SQL) throws(StorageError) -> PostgresResult {
        guard !isDefinition(statement.text) else {
            _ = try flush(with: [])
            return try connection.run(statement)
        }
        guard let result = try flush(with: [statement]).last else {
            throw .unexpected("a statement was not answered")
        }
        return result
    }

    /// Sends what waits, and these.
    private func flush(with statements: [SQL]) throws(StorageError) -> [PostgresResult] {
        let waited = waiting
        waiting = []
        guard !waited.isEmpty || !statements.isEmpty else { return [] }
        let isFirst = !hasBegun
        hasBegun = true
        let results = try connection.run(waited.map(\.statement) + statements)
        if isFirst { try admit() }
        for (result, waited) in zip(results, waited) {
            if let asked = waited.asked { asked.put(try result.rows()) }
        }
        return results
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
