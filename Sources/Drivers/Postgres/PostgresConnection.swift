import CPostgres
import Foundation
import Primitives
import Storage

/// One connection of libpq and the statements prepared on it.
final class PostgresConnection {
    /// How many statements stay prepared.
    static let statements = 500

    let pointer: OpaquePointer
    private let limits: PostgresLimits
    private let opened = ContinuousClock.now
    /// Who led when the connection was opened, as far as the server tells.
    private(set) var leader: PostgresLeader?
    /// Whether statements may take long now.
    var isForUpkeep = false
    /// The names of what is prepared.
    var prepared: [PreparedKey: String] = [:]
    private var count = 0
    /// Whether the end of a transaction is on its way.
    private var isEnding = false
    private var isStale = false
    private var isUnusable = false

    struct PreparedKey: Hashable {
        let text: String
        let types: [Oid]
    }

    /// - Parameter hosts: tried in this order instead of those in the string, unless empty.
    /// - Throws: ``StorageError/unavailable(_:)`` when no server takes the connection, or none that leads.
    init(_ connectionString: String, _ limits: PostgresLimits, hosts: [PostgresHost]) throws(StorageError) {
        guard Self.canRead(connectionString) else { throw .unavailable("the connection string cannot be read") }
        guard let pointer = Self.connect(connectionString, limits, hosts) else {
            throw .unavailable("no memory for a connection")
        }
        self.pointer = pointer
        self.limits = limits
        guard PQstatus(pointer) == CONNECTION_OK else {
            // The message names host and user, and no password.
            throw .unavailable(String(cString: PQerrorMessage(pointer)).split(separator: "\n").joined(separator: "; "))
        }
        guard PQparameterStatus(pointer, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            throw .unavailable("the database's encoding is not UTF8")
        }
        guard !isToFollower else { throw .unavailable("the server only follows another") }
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        // So that no call of libpq waits by itself, the one that says goodbye neither.
        guard PQsetnonblocking(pointer, 1) == 0 else { throw .unavailable("the connection was lost") }
        try command(Self.settings(limits), within: limits.connect)
        leader = try PostgresLeader(self)
    }

    deinit { PQfinish(pointer) }

    /// Whether the connection is broken; it does not heal.
    var isLost: Bool { isUnusable || PQstatus(pointer) != CONNECTION_OK }

    /// Whether its server has not answered in time since, on whichever connection.
    var isToSilent: Bool { PostgresSilence.holds(server, since: opened) }

    /// No more is sent or awaited.
    func giveUp() {
        isUnusable = true
        shutdown(PQsocket(pointer), Int32(SHUT_RDWR))
    }

    /// Runs `statement` with its values.
    func run(_ statement: SQL) throws(StorageError) -> PostgresResult {
        if isDefinition(statement.text) {
            let parameters = try PostgresParameters(statement.values)
            let text = withPostgresTypes(statement.text)
            let result = try exchange(within: statementLimit) { pointer in
                parameters.bind { PQsendQueryParams(pointer, text, $0, parameters.types, $1, $2, $3, 1) }
            }
            // The server looks, then makes; another may have made it in between. Run again, it finds it there.
            if text.contains("IF NOT EXISTS"), result.isAboutDuplicate { throw .serialisation }
            return try answer(result)
        }
        guard let result = try run([statement]).last else { throw .unexpected("a statement was not answered") }
        return result
    }

    /// Runs a statement that has no values.
    @discardableResult
    func command(_ text: String, within limit: Duration? = nil) throws(StorageError) -> PostgresResult {
        try answer(try exchange(within: limit ?? statementLimit) { PQsendQuery($0, text) })
    }

    var statementLimit: Duration {
        (isForUpkeep ? PostgresLimits.upkeep : limits.statement) + PostgresLimits.grace
    }

    /// Runs statements that still wait and commits, and says so only if the server has.
    ///
    /// - Throws: ``StorageError/unknownOutcome`` when the connection was lost, or given up, before the server's answer; what
    ///   the server said of a statement: then it has not come to the commit.
    func commit(after statements: [SQL]) throws(StorageError) {
        let answers: PostgresAnswers
        do {
            answers = try self.answers(to: statements + ["COMMIT"], extra: limits.commit)
        } catch {
            throw isLost ? .unknownOutcome : error
        }
        if let failure = answers.failure {
            throw isLost && answers.results.count == statements.count ? .unknownOutcome : failure
        }
        guard answers.results.last?.tag == "COMMIT" else {
            throw .unexpected("the server rolled back instead of committing")
        }
    }

    /// Ends a transaction of which nothing is to stay.
    ///
    /// A connection on which that fails is given up; the server then ends the transaction by itself.
    func end() {
        endUnawaited()
        settle()
    }

    /// The same, and does not wait for the server: ``settle()`` does, before anything else is done here.
    func endUnawaited() {
        guard !isLost, PQsendQuery(pointer, "ROLLBACK") == 1 else { return giveUp() }
        isEnding = true
        if PQflush(pointer) != 0 { settle() }
    }

    /// Awaits the end of the transaction before, unless it has come.
    func settle() {
        guard isEnding else { return }
        isEnding = false
        _ = try? answer(within: ContinuousClock.now + limits.connect)
        if isLost || PQtransactionStatus(pointer) != PQTRANS_IDLE { giveUp() }
    }

    /// Keeps the number of prepared statements bounded; to be called between transactions.
    func forgetStatementsIfMany() throws(StorageError) {
        guard isStale || prepared.count >= Self.statements else { return }
        try command("DEALLOCATE ALL")
        prepared.removeAll()
        isStale = false
    }

    /// A name that no prepared statement has.
    func nextName() -> String {
        count += 1
        return "s\(count)"
    }

    func answer(_ result: PostgresResult) throws(StorageError) -> PostgresResult {
        guard let error = result.error else { return result }
        if result.isAboutPreparedStatement { isStale = true }
        // After a fail-over the server here may only follow; the next connection looks for the one that leads.
        if result.isFromFollower { isUnusable = true }
        throw error
    }
}
