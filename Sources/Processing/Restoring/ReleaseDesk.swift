import Access
import Documents
import Messages
import Permits
import Policy
import Primitives
import Registration
import Staffing
import Storage

/// Where mail and jobs that are held since a restore are released: one administrator proposes it, another one does it.
package struct ReleaseDesk: Sendable {
    let gate: Gate
    let rule: TwoPersonRule
    let factor: SecondFactor
    let time: TimeSource

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        rule = TwoPersonRule(gate: gate, time: time)
        factor = SecondFactor(gate: gate, time: time)
        self.time = time
    }

    /// What is held, and what waits behind it.
    package struct Standing: Sendable {
        package let hold: WorkHold
        /// Messages that would go out, and how many of them were queued before the restore.
        package let messages: (all: Int, older: Int)
        /// Documents that wait to be read.
        package let documents: Int
        /// Registrations whose term is over, which the sweep would end.
        package let overdue: Int
        /// Persons who are kept from destruction until they are asked for their consent again, which was lost.
        package let kept: Int
        /// How releasing looks to who asks; nil while nobody has proposed it.
        package let outlook: TwoPersonRule.Outlook?
    }

    /// nil while nothing is held.
    package func standing(for person: SubjectID) async throws -> Standing? {
        let now = time.now
        return try await gate.look { [rule] transaction in
            guard let hold = try WorkHoldStore(transaction).standing() else { return nil }
            let queue = MessageQueue(transaction)
            return Standing(
                hold: hold, messages: (try queue.count(.queued), try queue.queued(before: hold.since)),
                documents: try DocumentStore(transaction).waiting(),
                overdue: try RegistrationStore(transaction).deadlines(at: now, near: now).over,
                kept: try HoldStore(transaction).count(on: Hold.lostConsent, at: now),
                outlook: try hold.firstHalf.map { try rule.outlook(after: $0, for: person, in: transaction) })
        }
    }

    /// Proposes to release what is held; it stands still until another administrator releases it.
    ///
    /// - Throws: ``ReleaseRefusal``.
    package func propose(by actor: Actor) async throws {
        let now = time.now
        try await gate.perform { [gate] transaction in
            guard try StaffStore(transaction).isAdministrator(actor), let person = actor.person else {
                throw ReleaseRefusal.notAdministrator
            }
            let store = WorkHoldStore(transaction)
            guard let hold = try store.standing(), try store.propose(by: person, at: now) else {
                throw ReleaseRefusal.changed
            }
            try gate.appendOperation(
                "propose_release", by: actor, note: ["held": hold.since.description], in: transaction)
        }
    }

    /// Lets mail and jobs go on.
    ///
    /// - Parameter code: a code of the second factor, not used before.
    /// - Throws: ``ReleaseRefusal``; `TwoPersonRefusal`.
    package func release(code: String, by actor: Actor) async throws {
        guard let person = actor.person else { throw ReleaseRefusal.notAdministrator }
        let typed = try await rule.read(code, by: person)
        let answer = try await gate.perform { [gate, rule, factor] transaction in
            guard try StaffStore(transaction).isAdministrator(actor) else { throw ReleaseRefusal.notAdministrator }
            let store = WorkHoldStore(transaction)
            guard let hold = try store.standing(), let first = hold.firstHalf else { throw ReleaseRefusal.changed }
            let answer = try rule.confirmed(after: first, by: typed, factor: factor, in: transaction)
            if case .refused = answer { return answer }
            guard try store.end() else { throw ReleaseRefusal.changed }
            let by = first.person.map { ["proposed_by": gate.pseudonym(of: $0)] } ?? [:]
            let note = ["held": hold.since.description].merging(by) { $1 }.merging(answer.note) { $1 }
            try gate.appendOperation("release_work", by: actor, note: note, in: transaction)
            return answer
        }
        try answer.accept()
    }
}

extension WorkHold {
    /// Waits as the publication of an edition does while one person works alone.
    fileprivate var firstHalf: TwoPersonRule.FirstHalf? {
        proposal.map { TwoPersonRule.FirstHalf(.publication, by: $0.by, at: $0.at) }
    }
}

/// Why nothing is released.
package enum ReleaseRefusal: Refusal, Hashable {
    case notAdministrator
    /// It was released, or proposed, by somebody else meanwhile.
    case changed

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .changed: .conflict
        }
    }
}
