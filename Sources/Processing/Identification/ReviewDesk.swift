import Access
import Documents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// Where reviewers take cases, look at them, and decide.
package struct ReviewDesk: Sendable {
    package let gate: Gate
    let registrar: Registrar
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, registrar: Registrar, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        self.registrar = registrar
        self.time = time
        self.randomness = randomness
    }

    /// A case as the queue shows it: nothing personal.
    package struct QueueRow: Sendable {
        package let number: String
        package let state: RegistrationRow.State
        /// Waiting since.
        package let since: Instant
        package let wasResent: Bool
        package let isObjection: Bool
        package let isSetAside: Bool
        package let isInvented: Bool
        /// Who holds it, while somebody does; a pseudonym.
        package let heldBy: String?
        package let heldUntil: Instant?
        package let isMine: Bool
    }

    /// Cases that await review: re-sent ones first, then the oldest; those put aside last.
    package func queue(for reviewer: SubjectID) async throws -> [QueueRow] {
        let now = time.now
        return try await gate.look { transaction in
            let rows = try RegistrationStore(transaction).all(
                "WHERE state IN ('sent', 'inReview') ORDER BY set_aside, resent DESC, since, number")
            let subjects = SubjectStore(transaction)
            return try rows.map { row in
                let lease = row.lease.flatMap { $0.until > now ? $0 : nil }
                return QueueRow(
                    number: row.number, state: row.state, since: row.sentAt ?? row.since, wasResent: row.wasResent,
                    isObjection: row.objectedAt != nil, isSetAside: row.isSetAside,
                    isInvented: try subjects.find(row.subject)?.isInvented ?? false,
                    heldBy: lease.map { gate.pseudonym(of: $0.by) }, heldUntil: lease?.until,
                    isMine: lease?.by == reviewer)
            }
        }
    }

    /// Takes the next case under a lease that others see.
    /// - Returns: its number; nil when nothing waits.
    package func next(by reviewer: SubjectID) async throws -> String? {
        for row in try await queue(for: reviewer) where row.heldBy == nil || row.isMine {
            if row.isSetAside { continue }
            if try await take(row.number, by: reviewer) { return row.number }
        }
        return nil
    }

    /// Takes one case. - Returns: false when somebody else holds it, or may not be decided by this reviewer.
    package func take(_ number: String, by reviewer: SubjectID) async throws -> Bool {
        let now = time.now
        return try await gate.perform { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number), row.state.awaitsReview,
                row.objectedAt == nil || row.decidedBy != reviewer, row.pending == nil || row.pending?.by == reviewer
            else { return false }
            let term = try gate.book.inForce(in: transaction).document.terms.lease.span
            return try transaction.run(
                """
                UPDATE registration SET lease_by = \(reviewer), lease_until = \(now + term)
                WHERE number = \(number) AND (lease_by IS NULL OR lease_until <= \(now) OR lease_by = \(reviewer))
                """) == 1
        }
    }

    /// Gives a case back.
    package func release(_ number: String, by reviewer: SubjectID) async throws {
        try await gate.perform { transaction in
            try transaction.run(
                """
                UPDATE registration SET lease_by = NULL, lease_until = NULL
                WHERE number = \(number) AND lease_by = \(reviewer)
                """)
        }
    }

    /// The case of a number that `actor` holds.
    /// - Throws: ``ReviewRefusal``.
    func held(_ number: String, by actor: Actor, in transaction: any Transaction) throws -> RegistrationRow {
        guard let row = try RegistrationStore(transaction).find(number: number) else { throw ReviewRefusal.noCase }
        guard let lease = row.lease, lease.by == actor.person, lease.until > time.now else {
            throw ReviewRefusal.notHeld
        }
        return row
    }
}

/// Why something cannot be done with a case.
package enum ReviewRefusal: Refusal, Hashable {
    case noCase
    /// The reviewer does not hold the case, or no longer.
    case notHeld
    /// The case is in another state by now.
    case notNow
    /// The reason is not in the policy's list.
    case noReason
    /// The field or document named is not part of the case.
    case noSuchPart

    package var kind: RefusalKind {
        switch self {
        case .noCase: .notFound
        case .notHeld, .notNow: .conflict
        case .noReason, .noSuchPart: .invalid
        }
    }
}
