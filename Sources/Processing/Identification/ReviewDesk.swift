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
    let ownAddresses: OwnAddresses
    let rule: TwoPersonRule
    let time: TimeSource
    let randomness: Randomness

    /// The digests under which a member of staff would confirm their own e-mail address as a person who registers; the
    /// staffing room tells.
    package typealias OwnAddresses = @Sendable (SubjectID, any Transaction) throws -> [Bytes]

    package init(
        gate: Gate, registrar: Registrar, ownAddresses: @escaping OwnAddresses, time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.registrar = registrar
        self.ownAddresses = ownAddresses
        rule = TwoPersonRule(gate: gate, time: time)
        self.time = time
        self.randomness = randomness
    }

    /// Takes the next case under a lease that others see.
    /// - Returns: its number; nil when nothing waits.
    package func next(by reviewer: SubjectID) async throws -> String? {
        for row in try await queue(for: reviewer) where row.isOpen(at: time.now) {
            if try await take(row.number, by: reviewer) { return row.number }
        }
        return nil
    }

    /// Takes one case.
    /// - Returns: false when somebody else holds it, or this reviewer may not decide it, or not yet.
    package func take(_ number: String, by reviewer: SubjectID) async throws -> Bool {
        let now = time.now
        return try await gate.perform { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number), row.state.awaitsReview,
                row.pending == nil || row.pending?.by == reviewer,
                try outlook(row, for: reviewer, in: transaction).isOpen(at: now),
                try !isOwn(row, of: reviewer, in: transaction),
                try SubjectStore(transaction).find(row.subject)?.state == .living
            else { return false }
            let term = try gate.book.inForce(in: transaction).document.terms.lease.span
            return try transaction.run(
                """
                UPDATE registration SET lease_by = \(reviewer), lease_until = \(now + term)
                WHERE subject_id = \(row.subject) AND (lease_by IS NULL OR lease_until <= \(now) OR lease_by = \(reviewer))
                """) == 1
        }
    }

    /// Gives a case back.
    package func release(_ number: String, by reviewer: SubjectID) async throws {
        try await gate.perform { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number) else { return }
            try transaction.run(
                """
                UPDATE registration SET lease_by = NULL, lease_until = NULL
                WHERE subject_id = \(row.subject) AND lease_by = \(reviewer)
                """)
        }
    }

    /// Whether a registration is the reviewer's own, or one in which they act for another: both have confirmed the same
    /// e-mail address. Others decide it.
    package func isOwn(_ row: RegistrationRow, of reviewer: SubjectID, in transaction: any Transaction) throws -> Bool {
        try hasAddress(row, of: reviewer, in: transaction) || actsThemselves(row, reviewer, in: transaction)
    }

    func hasAddress(_ row: RegistrationRow, of reviewer: SubjectID, in transaction: any Transaction) throws -> Bool {
        let email = try RegistrationStore(transaction).contacts(of: row.subject)[.email]
        guard let email, email.confirmedAt != nil else { return false }
        return try !Set(ownAddresses(reviewer, transaction)).isDisjoint(with: email.digests.map(\.digest))
    }

    /// What was done before on a case by those who are not to decide it now: the decision to which an objection is made,
    /// and the entry at the counter.
    func firstHalves(
        of row: RegistrationRow, in transaction: any Transaction
    ) throws -> [TwoPersonRule.FirstHalf] {
        let decision = row.objectedAt == nil ? nil : row.firstDecision
        let entry = try CounterStore(transaction).find(row.subject)?.firstHalves ?? []
        return [decision].compactMap(\.self) + entry
    }

    /// Whether a reviewer may decide a case, as far as an objection to an earlier decision and an entry at the counter go.
    func outlook(
        _ row: RegistrationRow, for reviewer: SubjectID, in transaction: any Transaction
    ) throws -> TwoPersonRule.Outlook {
        var from: Instant?
        for first in try firstHalves(of: row, in: transaction) {
            switch try rule.outlook(after: first, for: reviewer, in: transaction) {
            case .free: continue
            case .another: return .another
            case .again(let end): from = max(from ?? end, end)
            }
        }
        return from.map { .again(from: $0) } ?? .free
    }

    /// The case of a number that `actor` holds.
    /// - Throws: ``ReviewRefusal``.
    func held(_ number: String, by actor: Actor, in transaction: any Transaction) throws -> RegistrationRow {
        guard let row = try RegistrationStore(transaction).find(number: number) else { throw ReviewRefusal.noCase }
        guard let lease = row.lease, lease.by == actor.person, lease.until > time.now else {
            throw ReviewRefusal.notHeld
        }
        // Asked with every act: an address may have been confirmed while the case was held.
        guard try !isOwn(row, of: lease.by, in: transaction) else { throw ReviewRefusal.own }
        return row
    }
}

/// Why something cannot be done with a case.
package enum ReviewRefusal: Refusal, Hashable {
    case noCase
    /// The reviewer does not hold the case, or no longer.
    case notHeld
    /// The case is the reviewer's own registration.
    case own
    /// The case is in another state by now.
    case notNow
    /// The reason is not in the policy's list.
    case noReason
    /// The field or document named is not part of the case.
    case noSuchPart
    /// The authority of whoever acts for the person is not accepted, or has ended.
    case representationOpen
    /// The representative's own registration is not approved.
    case representativeOpen

    package var kind: RefusalKind {
        switch self {
        case .noCase: .notFound
        case .own: .forbidden
        case .notHeld, .notNow, .representationOpen, .representativeOpen: .conflict
        case .noReason, .noSuchPart: .invalid
        }
    }
}
