import Access
import Permits
import Policy
import Primitives
import Staffing
import Storage

/// Puts changed policies in force: one administrator proposes what lies in the policy's folder, another publishes exactly
/// that (clause 5.4).
package struct PublicationDesk: Sendable {
    let gate: Gate
    let rule: TwoPersonRule
    let factor: SecondFactor
    let folder: @Sendable () throws -> PolicyFolder
    let regions: [String]
    let time: TimeSource
    let randomness: Randomness

    /// - Parameters:
    ///   - folder: reads the policy's folder as it is now.
    ///   - regions: where data lie, ISO 3166-1 alpha-2, as far as that is set.
    package init(
        gate: Gate, folder: @escaping @Sendable () throws -> PolicyFolder, regions: [String], time: TimeSource,
        randomness: Randomness
    ) {
        self.gate = gate
        rule = TwoPersonRule(gate: gate, time: time)
        factor = SecondFactor(gate: gate, time: time)
        self.folder = folder
        self.regions = regions
        self.time = time
        self.randomness = randomness
    }

    /// Fixes what lies in the folder, to be published by somebody else.
    ///
    /// - Parameter hash: of what the person has seen.
    /// - Throws: ``PublicationRefusal``.
    package func propose(_ hash: Bytes, by actor: Actor) async throws {
        let inForce = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        try await propose(try draft(against: inForce), seen: hash, after: inForce, by: actor)
    }

    /// The same of any draft, held against the edition in force.
    func propose(_ draft: Draft, seen hash: Bytes, after inForce: Edition, by actor: Actor) async throws {
        switch draft {
        case .unchanged: throw PublicationRefusal.nothingNew
        case .faulty: throw PublicationRefusal.faulty
        case .changed(let change):
            guard change.hash == hash else { throw PublicationRefusal.folderChanged }
            try checkRegion(change.document)
            let proposal = Proposal(
                id: Identifier(from: randomness), after: inForce.number, hash: hash,
                canonical: try change.document.canonical(), warnings: change.warnings.map(\.words),
                proposedBy: actor.person, proposedAt: time.now)
            try await gate.perform { [gate] transaction in
                try checkAdministrator(actor, in: transaction)
                guard try gate.book.inForce(in: transaction).number == proposal.after else {
                    throw PublicationRefusal.folderChanged
                }
                guard try ProposalStore(transaction).insert(proposal) else {
                    throw PublicationRefusal.alreadyProposed
                }
                try gate.appendProposal(
                    withdrawn: false, hash, after: proposal.after, by: actor,
                    note: ["proposal": proposal.id.description], in: transaction)
            }
        }
    }

    /// Takes a proposal back; any administrator may.
    ///
    /// - Throws: ``PublicationRefusal``.
    package func withdraw(_ id: Identifier<Proposal>, by actor: Actor) async throws {
        try await gate.perform { [gate, time] transaction in
            try checkAdministrator(actor, in: transaction)
            let store = ProposalStore(transaction)
            guard let proposal = try store.open(), proposal.id == id, try store.end(id, .withdrawn, at: time.now) else {
                throw PublicationRefusal.ended
            }
            try gate.appendProposal(
                withdrawn: true, proposal.hash, after: proposal.after, by: actor,
                note: ["proposal": id.description], in: transaction)
        }
    }

    /// Puts in force exactly what was proposed, from this instant.
    ///
    /// - Parameters:
    ///   - code: a code of the second factor, not used before.
    ///   - reviving: the person has seen that void clauses hold again with it.
    /// - Throws: ``PublicationRefusal``; `TwoPersonRefusal`.
    package func publish(
        _ id: Identifier<Proposal>, code: String, reviving: Bool = false, by actor: Actor
    ) async throws -> Edition {
        guard let person = actor.person else { throw PublicationRefusal.notAdministrator }
        guard let proposal = try await gate.look({ try ProposalStore($0).open() }), proposal.id == id else {
            throw PublicationRefusal.ended
        }
        let made = try Edition(
            number: proposal.after + 1, inForceSince: time.now, canonical: proposal.canonical)
        guard made.hash == proposal.hash else { throw StorageError.unexpected("the proposal was changed") }
        try checkRegion(made.document)
        try await check(made.document)
        let typed = try await rule.read(code, by: person)
        let (answer, edition) = try await gate.perform { [gate, time, rule, factor] transaction in
            try checkAdministrator(actor, in: transaction)
            guard try ProposalStore(transaction).open()?.id == id else { throw PublicationRefusal.ended }
            guard try reviving || gate.book.inForce(in: transaction).revived(by: made.document).isEmpty else {
                throw PublicationRefusal.revives
            }
            let first = TwoPersonRule.FirstHalf(.publication, by: proposal.proposedBy, at: proposal.proposedAt)
            let answer = try rule.confirmed(after: first, by: typed, factor: factor, in: transaction)
            if case .refused = answer { return (answer, made) }
            // Before the publication: after it this transaction may not ask for the edition in force.
            let wait = try gate.book.inForce(in: transaction).document.singleHandedWait(.publication)
            guard try ProposalStore(transaction).end(id, .published, at: time.now) else {
                throw PublicationRefusal.ended
            }
            let edition = made.published(answer == .singleHanded ? .singleHanded : .twoPersons)
            let by = proposal.proposedBy.map { ["proposed_by": gate.pseudonym(of: $0)] } ?? [:]
            let note = by.merging(["proposal": id.description]) { $1 }.merging(answer.note) { $1 }
            guard
                try gate.publish(
                    edition, canonical: proposal.canonical, by: actor, after: proposal.firstHalf(wait: wait),
                    note: note, in: transaction)
            else { throw PublicationRefusal.ended }
            return (answer, edition)
        }
        try answer.accept()
        gate.book.remember(edition)
        return edition
    }

    /// What the check says now: the law pack, or the programme, may be another than when it was proposed.
    private func check(_ document: PolicyDocument) async throws {
        let inForce = try await gate.look { [gate] in try gate.book.inForce(in: $0) }
        let (pack, errors) = try folder().lawPack(document.lawPack)
        guard errors.isEmpty, let pack, document.errors(after: inForce.document, under: pack).isEmpty else {
            throw PublicationRefusal.faulty
        }
    }

    private func checkAdministrator(_ actor: Actor, in transaction: any Transaction) throws {
        guard try StaffStore(transaction).isAdministrator(actor) else { throw PublicationRefusal.notAdministrator }
    }

    private func checkRegion(_ document: PolicyDocument) throws {
        if regions.contains(where: { $0 != document.region }) { throw PublicationRefusal.otherRegion }
    }
}
