import Permits
import Policy
import Primitives
import Storage

/// A policy that somebody wants to be the next edition, as it was when they proposed it.
package struct Proposal: Sendable {
    package let id: Identifier<Proposal>
    /// The number of the edition in force then; the proposal ends with it.
    package let after: Int
    /// SHA-256 of the canonical form.
    package let hash: Bytes
    package let canonical: Bytes
    /// What the check warned of, a line each.
    package let warnings: [Phrase]
    /// nil for somebody who is no more.
    package let proposedBy: SubjectID?
    package let proposedAt: Instant

    /// How a proposal ended.
    package enum Ending: String, Sendable {
        case published, withdrawn
        /// Another edition came into force meanwhile.
        case superseded
    }

    /// What the certificate of its publication says of it.
    ///
    /// - Parameter wait: how long one person alone had to wait then.
    func firstHalf(wait: Term?) -> CertificateContent.FirstHalf {
        CertificateContent.FirstHalf(by: .administrator, at: proposedAt, wait: wait)
    }
}

/// Proposals, in an open transaction.
package struct ProposalStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The proposal that stands; nil when there is none, or the edition that it was to follow has ended.
    package func open() throws(StorageError) -> Proposal? {
        guard
            let row = try transaction.row(
                """
                SELECT id, after_edition, hash, canonical, warnings, proposed_by, proposed_at FROM policy_proposal
                WHERE state = 'open' AND after_edition = (SELECT MAX(number) FROM edition)
                """)
        else { return nil }
        return Proposal(
            id: try row.identifier(0), after: Int(try row.int(1)), hash: try row.bytes(2),
            canonical: try row.bytes(3), warnings: try row.text(4).split(separator: "\n").map(Self.warning),
            proposedBy: try row.identifierIfAny(5), proposedAt: try row.instant(6))
    }

    /// Whether one stands.
    package func isOpen() throws(StorageError) -> Bool {
        let row = try transaction.row(
            """
            SELECT COUNT(*) FROM policy_proposal
            WHERE state = 'open' AND after_edition = (SELECT MAX(number) FROM edition)
            """)
        return try row?.int(0) ?? 0 > 0
    }

    /// - Returns: false when one stands already.
    func insert(_ proposal: Proposal) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE policy_proposal SET state = \(Proposal.Ending.superseded.rawValue), ended_at = \(proposal.proposedAt)
            WHERE state = 'open' AND after_edition <> \(proposal.after)
            """)
        return try transaction.run(
            """
            INSERT INTO policy_proposal (id, after_edition, hash, canonical, warnings, state, proposed_by, proposed_at)
            VALUES (\(proposal.id), \(proposal.after), \(proposal.hash), \(proposal.canonical),
                    \(try proposal.warnings.map(Self.line).joined(separator: "\n")), 'open', \(proposal.proposedBy),
                    \(proposal.proposedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    /// When the proposal was made that became an edition; nil when it was published in another way.
    func proposed(of edition: Int, hash: Bytes) throws(StorageError) -> Instant? {
        try transaction.row(
            """
            SELECT MAX(proposed_at) FROM policy_proposal
            WHERE state = \(Proposal.Ending.published.rawValue) AND after_edition = \(edition - 1) AND hash = \(hash)
            """)?.instantIfAny(0)
    }

    /// A warning as it is stored: JSON of its languages on one line.
    private static func line(_ warning: Phrase) throws(StorageError) -> String {
        do {
            return String(decoding: try CanonicalJSON.encode(warning), as: UTF8.self)
        } catch {
            throw StorageError.unexpected("warning: \(error)")
        }
    }

    /// A stored line; earlier programmes stored the English words alone.
    private static func warning(_ line: Substring) -> Phrase {
        (try? CanonicalJSON.decode(Phrase.self, from: Bytes(line.utf8)))
            ?? Phrase(ru: String(line), kk: String(line), en: String(line))
    }

    /// - Returns: false when it has ended before.
    func end(_ id: Identifier<Proposal>, _ ending: Proposal.Ending, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE policy_proposal SET state = \(ending.rawValue), ended_at = \(now)
            WHERE id = \(id) AND state = 'open'
            """) == 1
    }
}
