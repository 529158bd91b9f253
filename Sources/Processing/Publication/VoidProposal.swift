import Crypto
import Policy
import Primitives
import Storage

/// A clause that somebody wants to be declared void, and why.
package struct VoidProposal: Sendable {
    package let id: Identifier<VoidProposal>
    /// The number of the edition in force then; the proposal ends with it.
    package let edition: Int
    package let clause: ClauseID
    /// The first day on which the clause does not hold.
    package let since: Day
    package let reason: Phrase
    /// nil for somebody who is no more.
    package let proposedBy: SubjectID?
    package let proposedAt: Instant

    /// The longest reason in one language, in characters.
    package static let longestReason = 500

    /// How a proposal ended.
    enum Ending: String, Sendable { case declared, withdrawn }

    /// SHA-256 of the reason's canonical form, as the entry of the proposal holds it.
    func digest() throws -> Bytes { Bytes(SHA256.hash(data: try CanonicalJSON.encode(reason))) }
}

/// The proposals to declare clauses void, in an open transaction.
struct VoidProposalStore {
    let transaction: any Transaction

    /// Those that stand: about the edition in force, the oldest first.
    func open() throws -> [VoidProposal] {
        try transaction.rows(
            """
            SELECT id, edition, clause, since, reason, proposed_by, proposed_at FROM void_proposal
            WHERE state = 'open' AND edition = (SELECT MAX(number) FROM edition) ORDER BY proposed_at, id
            """
        ).map { row in
            guard let since = Day(try row.text(3)) else { throw StorageError.unexpected("a day of a void clause") }
            return VoidProposal(
                id: try row.identifier(0), edition: Int(try row.int(1)), clause: ClauseID(try row.text(2)),
                since: since,
                reason: try CanonicalJSON.decode(Phrase.self, from: try row.bytes(4)),
                proposedBy: try row.identifierIfAny(5), proposedAt: try row.instant(6))
        }
    }

    func find(_ id: Identifier<VoidProposal>) throws -> VoidProposal? { try open().first { $0.id == id } }

    /// - Returns: false when one stands already for the same clause.
    func insert(_ proposal: VoidProposal) throws -> Bool {
        let reason = try CanonicalJSON.encode(proposal.reason)
        return try transaction.run(
            """
            INSERT INTO void_proposal (id, edition, clause, since, reason, state, proposed_by, proposed_at)
            VALUES (\(proposal.id), \(proposal.edition), \(proposal.clause.rawValue), \(proposal.since.description),
                    \(reason), 'open', \(proposal.proposedBy), \(proposal.proposedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// - Returns: false when it has ended before.
    func end(_ id: Identifier<VoidProposal>, _ ending: VoidProposal.Ending, at now: Instant) throws -> Bool {
        try transaction.run(
            """
            UPDATE void_proposal SET state = \(ending.rawValue), ended_at = \(now)
            WHERE id = \(id) AND state = 'open'
            """) == 1
    }
}
