import Policy
import Primitives
import Storage
import Synchronization

/// The editions of the policy as this process knows them; a newer one in the database is loaded before anything is decided.
package final class PolicyBook: Sendable {
    private let editions = Mutex<[Int: Edition]>([:])
    /// Digests of the wordings of consents that were in the database, and when that was seen last.
    let wordings = Mutex<[Bytes: Instant]>([:])

    package init() {}

    /// Asks for the edition in force, with what is asked next; ``inForce(in:)`` looks at the answer.
    @discardableResult
    package func ask(in transaction: any Transaction) throws -> Asked {
        try transaction.findings.once("newest edition") { try transaction.ask(Self.newest) }
    }

    /// The edition in force, as the transaction has seen it first: all its acts are decided under one.
    /// - Throws: `StorageError.unexpected` when none was ever published.
    package func inForce(in transaction: any Transaction) throws -> Edition {
        try transaction.findings.once("edition in force") {
            guard let edition = try edition(newest: try ask(in: transaction), in: transaction) else {
                throw StorageError.unexpected("no edition is published")
            }
            return edition
        }
    }

    func newest(in transaction: any Transaction) throws -> Edition? {
        try edition(newest: try transaction.ask(Self.newest), in: transaction)
    }

    /// In one statement: there is no moment at which an edition is known and what is void of it is not.
    private static let newest: SQL = """
        SELECT e.number, e.hash, v.clause FROM edition e LEFT JOIN void_clause v ON v.edition = e.number
        WHERE e.number = (SELECT MAX(number) FROM edition)
        """

    private func edition(newest: Asked, in transaction: any Transaction) throws -> Edition? {
        let rows = try newest.rows()
        guard let row = rows.first else { return nil }
        let number = Int(try row.int(0))
        let hash = try row.bytes(1)
        let void = Set(try rows.compactMap { try $0.textIfAny(2).map { ClauseID($0) } })
        if let known = editions.withLock({ $0[number] }), known.hash == hash { return known.declaring(void: void) }
        // Read in a transaction that came to nothing, and another one has its number now.
        editions.withLock { $0[number] = nil }
        return try edition(number, in: transaction)?.declaring(void: void)
    }

    /// An edition as data rest on it that were collected under it: without what was declared void in it, or in a later one
    /// where the clause reads the same.
    func underlying(_ number: Int, in transaction: any Transaction) throws -> Edition? {
        guard let edition = try edition(number, in: transaction) else { return nil }
        let declared: [(edition: Int, clause: ClauseID)] = try transaction.findings.once("void clauses") {
            try transaction.rows("SELECT edition, clause FROM void_clause ORDER BY edition, clause").map { row in
                (Int(try row.int(0)), ClauseID(try row.text(1)))
            }
        }
        let void = try declared.filter { one in
            guard one.edition > number else { return one.edition == number }
            let text = edition.document.clause(one.clause)?.text
            return try text == self.edition(one.edition, in: transaction)?.document.clause(one.clause)?.text
        }
        return edition.declaring(void: Set(void.map(\.clause)))
    }

    /// Keeps an edition whose publication is durable.
    package func remember(_ edition: Edition) {
        editions.withLock { $0[edition.number] = edition.declaring(void: []) }
    }

    /// An edition by its number, as it was published; nil when there is none.
    package func edition(_ number: Int, in transaction: any Transaction) throws -> Edition? {
        if let known = editions.withLock({ $0[number] }) { return known }
        guard
            let row = try transaction.row(
                "SELECT canonical, in_force_since, hash, manner FROM edition WHERE number = \(number)")
        else { return nil }
        let edition = try Edition(
            number: number, inForceSince: try row.instant(1), canonical: try row.bytes(0),
            manner: try row.textIfAny(3).flatMap(PublicationManner.init(rawValue:)))
        guard edition.hash == (try row.bytes(2)) else { throw StorageError.unexpected("edition \(number) was changed") }
        editions.withLock { $0[number] = edition }
        return edition
    }

    /// When a consent that was given under an edition ends; nil when there is no such edition.
    func end(of edition: Int, givenAt instant: Instant, in transaction: any Transaction) throws -> Instant? {
        try self.edition(edition, in: transaction).map { instant + $0.document.consentTerm.atMost.span }
    }

    /// All editions, the newest first.
    package func all(in transaction: any Transaction) throws -> [Edition] {
        try transaction.rows("SELECT number FROM edition ORDER BY number DESC").compactMap { row in
            try edition(Int(try row.int(0)), in: transaction)
        }
    }
}
