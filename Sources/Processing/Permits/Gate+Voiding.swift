import Ledger
import Policy
import Primitives
import Storage

extension Gate {
    /// What is kept of the declaration that a clause is void.
    package struct DeclaredVoid: Sendable {
        package let content: VoidContent
        /// The canonical octets of the entry that holds the content's digest.
        package let entry: Bytes
    }

    /// Declares a clause of the edition in force void (clause 5.3): from the commit on nothing rests on it.
    ///
    /// Only a new edition ends it. Nothing after it in the transaction may ask for the edition in force.
    /// - Returns: false when it is void already, or its edition is no longer in force.
    package func declareVoid(
        _ content: VoidContent, since: Day, by actor: Actor, note: [String: String] = [:],
        in transaction: any Transaction
    ) throws -> Bool {
        guard try book.inForce(in: transaction).number == content.edition else { return false }
        let canonical = try content.canonical()
        let added = try transaction.run(
            """
            INSERT INTO void_clause (edition, clause, since, declared_at, content)
            VALUES (\(content.edition), \(content.clause.rawValue), \(since.description), \(time.now), \(canonical))
            ON CONFLICT DO NOTHING
            """)
        guard added == 1 else { return false }
        let entry = try appendVoid(
            .declared, content.clause, since: since, edition: content.edition, digest: try content.digest(), by: actor,
            note: note.merging(["manner": content.manner]) { $1 }, in: transaction)
        let octets = try entry.canonical()
        try transaction.run(
            """
            UPDATE void_clause SET entry = \(octets)
            WHERE edition = \(content.edition) AND clause = \(content.clause.rawValue)
            """)
        return true
    }

    /// What happens to a declaration; the raw values are the codes of ledger entries.
    package enum Voiding: String, Sendable {
        case proposed = "propose_void"
        case withdrawn = "withdraw_void"
        case declared = "void_clause"
    }

    /// Writes down what happened to the declaration that a clause is void, with all that is needed to declare it again
    /// from the ledger alone; it is about no person.
    @discardableResult
    package func appendVoid(
        _ voiding: Voiding, _ clause: ClauseID, since: Day, edition: Int, digest: Bytes, by actor: Actor,
        note: [String: String] = [:], in transaction: any Transaction
    ) throws -> LedgerEntry {
        try appendNaming(
            nobody: voiding.rawValue, by: actor, role: "operator", clause: "5.3", edition: edition, digest: digest,
            note: note.merging(["void": clause.rawValue, "since": since.description]) { $1 }, in: transaction)
    }

    /// The clauses of an edition that are void, or those of all editions, in the order of their declaration.
    package func voidClauses(of edition: Int?, in transaction: any Transaction) throws -> [VoidClause] {
        let rows = try transaction.rows(
            "SELECT edition, clause, since, declared_at, content FROM void_clause ORDER BY declared_at, clause")
        return try rows.map { row in
            guard let since = Day(try row.text(2)) else { throw StorageError.unexpected("a day of a void clause") }
            return VoidClause(
                edition: Int(try row.int(0)), clause: ClauseID(try row.text(1)), since: since,
                declaredAt: try row.instant(3),
                content: try row.bytesIfAny(4).map { try CanonicalJSON.decode(VoidContent.self, from: $0) })
        }.filter { edition == nil || $0.edition == edition }
    }

    /// What is kept of a declaration; nil when the clause is not void, or nothing was kept.
    package func declaredVoid(_ clause: ClauseID, of edition: Int) async throws -> DeclaredVoid? {
        try await database.read { transaction in
            guard
                let row = try transaction.row(
                    """
                    SELECT content, entry FROM void_clause WHERE edition = \(edition) AND clause = \(clause.rawValue)
                    """), try !row.isNull(0), try !row.isNull(1)
            else { return nil }
            return DeclaredVoid(
                content: try CanonicalJSON.decode(VoidContent.self, from: try row.bytes(0)), entry: try row.bytes(1))
        }
    }
}
