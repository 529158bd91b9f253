import Access
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage

/// A reviewer's decision on a whole case.
package enum Decision: Sendable, Hashable {
    case approve
    /// With a reason of the policy's list, and words of the reviewer's own.
    case refuse(ReasonID, words: String)

    var code: String {
        switch self {
        case .approve: "approve"
        case .refuse: "refuse"
        }
    }
}

extension ReviewDesk {
    /// Decides a case; takes effect after the policy's undo term.
    ///
    /// - Parameter code: the second factor again, for whoever works alone and decides an objection to the own refusal, or a registration
    ///   that they entered at the counter.
    /// - Returns: when it takes effect.
    /// - Throws: ``ReviewRefusal``, `TwoPersonRefusal`.
    @discardableResult
    package func decide(
        _ decision: Decision, on number: String, by actor: Actor, code: String = ""
    ) async throws -> Instant {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        var typed: SecondFactor.Typed?
        if let person = actor.person, !code.isEmpty { typed = try await rule.read(code, by: person) }
        let (answer, effect) = try await gate.perform { [typed] transaction -> (TwoPersonRule.Answer, Instant) in
            let row = try held(number, by: actor, in: transaction)
            guard row.state.awaitsReview, row.pending == nil, let reviewer = actor.person else {
                throw ReviewRefusal.notNow
            }
            let policy = try gate.book.inForce(in: transaction).document
            var reason: String?
            var words: Bytes?
            if case .refuse(let id, let text) = decision {
                guard let listed = policy.reason(id), listed.use == .refuse else { throw ReviewRefusal.noReason }
                reason = id.rawValue
                words = try sealer.seal(text, as: .decision, of: number)
            }
            var answer = TwoPersonRule.Answer.another
            if let first = try firstHalves(of: row, in: transaction).first(where: { $0.person == reviewer }) {
                switch try outlook(row, for: reviewer, in: transaction) {
                case .again(let from) where from > now: answer = .refused(.notYet(from))
                default: answer = try rule.second(after: first, by: reviewer, typed, in: transaction)
                }
            }
            if case .refused = answer { return (answer, now) }
            if decision == .approve { try checkRepresentation(of: subject, in: transaction) }
            let permit = try gate.permitToWrite(
                Ask(
                    .decide, by: actor, on: subject, for: .identification, fields: words == nil ? [] : [.decisionWords],
                    caseID: number), sealer: sealer, in: transaction)
            try permit.note(
                ["decision": decision.code].merging(reason.map { ["reason": $0] } ?? [:]) { first, _ in first }
                    .merging(answer.note) { first, _ in first },
                in: transaction)
            let at = now + policy.terms.undo.span
            try transaction.run(
                """
                UPDATE registration SET pending = \(decision.code), pending_reason = \(reason), pending_words = \(words),
                       pending_by = \(reviewer), pending_at = \(at), pending_alone = \(answer == .singleHanded)
                WHERE subject_id = \(subject)
                """)
            return (answer, at)
        }
        try answer.accept()
        return effect
    }

    /// Takes a decision back before it takes effect.
    package func undo(_ number: String, by actor: Actor) async throws {
        let subject = try await subject(of: number)
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        try await gate.perform { transaction in
            guard let row = try RegistrationStore(transaction).find(number: number), let pending = row.pending,
                pending.by == actor.person, pending.at > now
            else { throw ReviewRefusal.notNow }
            let permit = try gate.permitToWrite(
                Ask(.undoDecision, by: actor, on: subject, for: .identification, caseID: number), sealer: sealer,
                in: transaction)
            try permit.note(in: transaction)
            try clearPending(subject, in: transaction)
        }
    }

    /// Lets decisions take effect whose undo term is over.
    /// - Returns: how many did.
    @discardableResult
    package func settle() async throws -> Int {
        let now = time.now
        let due = try await gate.look {
            try RegistrationStore($0).going("AND pending_at <= \(now) ORDER BY pending_at LIMIT 50")
        }
        for row in due { try await settle(row) }
        return due.count
    }

    private func settle(_ row: RegistrationRow) async throws {
        let sealer = try await gate.sealer(for: row.subject)
        let now = time.now
        let message = Identifier<MessageRow>(from: randomness)
        try await gate.perform { transaction in
            let store = RegistrationStore(transaction)
            // A block that has come meanwhile holds the decision up.
            try transaction.lock(row.subject, .exclusive)
            guard try SubjectStore(transaction).find(row.subject)?.state == .living else { return }
            guard let current = try store.find(row.subject), let pending = current.pending, pending.at <= now else {
                return
            }
            let approved = pending.decision == Decision.approve.code
            // Whoever stood behind a minor or a principal may have ended that meanwhile.
            do {
                if approved { try checkRepresentation(of: row.subject, in: transaction) }
            } catch ReviewRefusal.representationOpen {
                return try clearPending(row.subject, in: transaction)
            }
            let ending =
                approved ? Keeping.Ending.approved(now) : .refused(now, isFinal: current.objectedAt != nil)
            let scansEnd = try registrar.keeping(of: row.subject, in: transaction).scansEnd(ending)
            let moved = try store.move(
                row.subject, from: [.sent, .inReview], to: approved ? .approved : .refused, due: nil, at: now)
            guard moved else { return try clearPending(row.subject, in: transaction) }
            try transaction.run(
                """
                UPDATE registration SET decided_by = pending_by, decided_at = \(now), decided_alone = pending_alone,
                       reason = pending_reason,
                       words = pending_words, lease_by = NULL, lease_until = NULL,
                       scans_until = \(scansEnd)
                WHERE subject_id = \(row.subject)
                """)
            try clearPending(row.subject, in: transaction)
            try registrar.tell(
                .decided, about: current, contacts: try store.contacts(of: row.subject), sealer: sealer, id: message,
                in: transaction)
        }
    }

    func clearPending(_ subject: SubjectID, in transaction: any Transaction) throws {
        try transaction.run(
            """
            UPDATE registration SET pending = NULL, pending_reason = NULL, pending_words = NULL, pending_by = NULL,
                   pending_at = NULL, pending_alone = NULL WHERE subject_id = \(subject)
            """)
    }

    func subject(of number: String) async throws -> SubjectID {
        let row = try await gate.look { try RegistrationStore($0).find(number: number) }
        guard let row else { throw ReviewRefusal.noCase }
        return row.subject
    }
}
