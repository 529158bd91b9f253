import Access
import Permits
import Policy
import Primitives
import Staffing
import Storage

/// Declares clauses of the edition in force void: one administrator proposes it with a reason, another one carries it out,
/// and from that instant nothing rests on the clause (clause 5.3).
package struct VoidDesk: Sendable {
    let gate: Gate
    let rule: TwoPersonRule
    let factor: SecondFactor
    let time: TimeSource
    let randomness: Randomness

    package init(gate: Gate, time: TimeSource, randomness: Randomness) {
        self.gate = gate
        rule = TwoPersonRule(gate: gate, time: time)
        factor = SecondFactor(gate: gate, time: time)
        self.time = time
        self.randomness = randomness
    }

    /// What is void of the edition in force, and what is proposed to be.
    package struct Standing: Sendable {
        package let edition: Edition
        package let declared: [VoidClause]
        package let proposed: [Proposed]
    }

    /// A proposal that stands, with what it would stop.
    package struct Proposed: Sendable {
        package let proposal: VoidProposal
        package let stops: [StoppedActs]
        /// How carrying it out looks to who asks.
        package let outlook: TwoPersonRule.Outlook
    }

    package func standing(for person: SubjectID) async throws -> Standing {
        try await gate.look { [gate, rule] transaction in
            let edition = try gate.book.inForce(in: transaction)
            let proposed = try VoidProposalStore(transaction: transaction).open().map { proposal in
                Proposed(
                    proposal: proposal, stops: edition.stopped(by: proposal.clause),
                    outlook: try rule.outlook(after: proposal.firstHalf, for: person, in: transaction))
            }
            return Standing(
                edition: edition, declared: try gate.voidClauses(of: edition.number, in: transaction),
                proposed: proposed)
        }
    }

    /// Proposes to declare a clause void; nothing stops yet.
    ///
    /// - Parameters:
    ///   - since: the first day on which it does not hold, as a court or a law says; today or earlier.
    ///   - reason: for everybody to read, in every language.
    /// - Throws: ``VoidRefusal``.
    package func propose(_ clause: ClauseID, since: Day, reason: Phrase, by actor: Actor) async throws {
        for language in Language.allCases where !(1...VoidProposal.longestReason).contains(reason[language].count) {
            throw VoidRefusal.reason(language)
        }
        let now = time.now
        let id = Identifier<VoidProposal>(from: randomness)
        try await gate.perform { [gate] transaction in
            try checkAdministrator(actor, in: transaction)
            let edition = try gate.book.inForce(in: transaction)
            try check(clause, of: edition, in: transaction)
            guard let first = try gate.book.edition(1, in: transaction), since <= Self.day(of: now),
                since >= Self.day(of: first.inForceSince)
            else { throw VoidRefusal.day }
            let proposal = VoidProposal(
                id: id, edition: edition.number, clause: clause, since: since, reason: reason,
                proposedBy: actor.person, proposedAt: now)
            guard try VoidProposalStore(transaction: transaction).insert(proposal) else { throw VoidRefusal.already }
            try gate.appendVoid(
                .proposed, clause, since: since, edition: edition.number, digest: try proposal.digest(), by: actor,
                note: ["proposal": id.description], in: transaction)
        }
    }

    /// Takes a proposal back; any administrator may.
    ///
    /// - Throws: ``VoidRefusal``.
    package func withdraw(_ id: Identifier<VoidProposal>, by actor: Actor) async throws {
        try await gate.perform { [gate, time] transaction in
            try checkAdministrator(actor, in: transaction)
            let store = VoidProposalStore(transaction: transaction)
            guard let proposal = try store.find(id), try store.end(id, .withdrawn, at: time.now) else {
                throw VoidRefusal.ended
            }
            try gate.appendVoid(
                .withdrawn, proposal.clause, since: proposal.since, edition: proposal.edition,
                digest: try proposal.digest(), by: actor, note: ["proposal": id.description], in: transaction)
        }
    }

    /// Carries a proposal out: the clause's permissions stop at once, on every server.
    ///
    /// - Parameter code: a code of the second factor, not used before.
    /// - Throws: ``VoidRefusal``; `TwoPersonRefusal`.
    package func declare(_ id: Identifier<VoidProposal>, code: String, by actor: Actor) async throws {
        guard let person = actor.person else { throw VoidRefusal.notAdministrator }
        let typed = try await rule.read(code, by: person)
        let answer = try await gate.perform { [gate, time, rule, factor] transaction in
            try checkAdministrator(actor, in: transaction)
            let store = VoidProposalStore(transaction: transaction)
            guard let proposal = try store.find(id) else { throw VoidRefusal.ended }
            let answer = try rule.confirmed(
                after: proposal.firstHalf, by: typed, factor: factor, in: transaction)
            if case .refused = answer { return answer }
            let edition = try gate.book.inForce(in: transaction)
            try check(proposal.clause, of: edition, in: transaction)
            guard try store.end(id, .declared, at: time.now) else { throw VoidRefusal.ended }
            let content = VoidContent(
                proposal.clause, of: edition, since: proposal.since, reason: proposal.reason,
                proposed: proposal.proposedAt, declared: time.now,
                manner: answer == .singleHanded ? .singleHanded : .twoPersons)
            let by = proposal.proposedBy.map { ["proposed_by": gate.pseudonym(of: $0)] } ?? [:]
            guard
                try gate.declareVoid(
                    content, since: proposal.since, by: actor,
                    note: by.merging(["proposal": id.description]) { $1 }.merging(answer.note) { $1 }, in: transaction)
            else { throw VoidRefusal.already }
            return answer
        }
        try answer.accept()
    }

    private func checkAdministrator(_ actor: Actor, in transaction: any Transaction) throws {
        guard try StaffStore(transaction).isAdministrator(actor) else { throw VoidRefusal.notAdministrator }
    }

    private func check(_ clause: ClauseID, of edition: Edition, in transaction: any Transaction) throws {
        guard edition.document.clause(clause) != nil else { throw VoidRefusal.noClause }
        guard !edition.isVoid(clause) else { throw VoidRefusal.already }
        // Only a new edition ends it, and only staff who come in publish one.
        let needed = edition.stopped(by: clause).contains { stop in
            [.member, .administrator].contains(stop.place.role) && stop.acts.contains(.signIn)
        }
        if needed { throw VoidRefusal.locksOut }
    }

    /// The day in Almaty.
    private static func day(of instant: Instant) -> Day { Day(of: instant, hoursEast: 5) }
}

extension VoidProposal {
    var firstHalf: TwoPersonRule.FirstHalf { TwoPersonRule.FirstHalf(.publication, by: proposedBy, at: proposedAt) }
}
