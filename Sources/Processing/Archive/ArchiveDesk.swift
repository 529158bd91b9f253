import Access
import Permits
import Policy
import Primitives
import Storage

/// Where staff open what the archive holds of a person: on a ground that the law pack names, one asking and another opening
/// (clause 3.3.a).
package struct ArchiveDesk: Sendable {
    let gate: Gate
    package let law: LawPack
    let time: TimeSource

    package init(gate: Gate, law: LawPack, time: TimeSource) {
        self.gate = gate
        self.law = law
        self.time = time
    }

    /// What there is to see without opening anything.
    package struct Overview: Sendable {
        package let persons: Int
        /// When the next person leaves the archive.
        package let next: Instant?
        /// What was asked for, and how its second half looks to whoever asks.
        package let openings: [(opening: ArchiveOpening, outlook: TwoPersonRule.Outlook)]
    }

    package func overview(for officer: SubjectID) async throws -> Overview {
        let (rule, now) = (TwoPersonRule(gate: gate, time: time), time.now)
        return try await gate.look { transaction in
            let (persons, next) = try ArchivedStore(transaction).count()
            let openings = try ArchiveOpeningStore(transaction).all(at: now).map {
                ($0, try rule.outlook(after: $0.firstHalf, for: officer, in: transaction))
            }
            return Overview(persons: persons, next: next, openings: openings)
        }
    }

    /// Asks to open what is archived of a registration: the first half.
    ///
    /// - Parameter reference: the number of the inspection, act or demand.
    /// - Throws: ``ArchiveRefusal``; `GateRefusal`.
    package func ask(_ number: String, on ground: String, reference: String, by actor: Actor) async throws {
        guard let officer = actor.person else { throw ArchiveRefusal.nothing }
        guard let known = law.openingGround(ground) else { throw ArchiveRefusal.noGround }
        guard Hold.isReference(reference) else { throw ArchiveRefusal.noReference }
        let row = try await archived(number)
        let (sealer, now) = (try await gate.sealer(for: row.subject), time.now)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            let store = ArchiveOpeningStore(transaction)
            guard try store.find(row.subject, at: now) == nil else { throw ArchiveRefusal.askedAlready }
            let permit = try gate.permitToWrite(
                Ask(.prepareOpening, by: actor, on: row.subject, for: .rights, caseID: row.caseID), sealer: sealer,
                in: transaction)
            try store.put(
                ArchiveOpening(
                    subject: row.subject, caseID: row.caseID, ground: ground, reference: reference, askedBy: officer,
                    askedAt: now))
            try permit.note(["ground": ground, "article": known.article], in: transaction)
        }
    }

    /// Takes back what was asked for.
    package func takeBack(_ number: String, by actor: Actor) async throws {
        let row = try await archived(number)
        let sealer = try await gate.sealer(for: row.subject)
        try await gate.perform { transaction in
            try transaction.lock(row.subject, .exclusive)
            let store = ArchiveOpeningStore(transaction)
            guard let opening = try store.find(row.subject, at: time.now) else { return }
            let permit = try gate.permitToWrite(
                Ask(.prepareOpening, by: actor, on: row.subject, for: .rights, caseID: row.caseID), sealer: sealer,
                in: transaction)
            try store.end(row.subject)
            try permit.note(["ground": opening.ground, "taken_back": "1"], in: transaction)
        }
    }

    /// The second half: opens once what is archived, for another person than the one who asked.
    ///
    /// - Parameter code: of the second factor, for one who works alone.
    /// - Throws: `TwoPersonRefusal`; ``ArchiveRefusal``; `GateRefusal`.
    package func open(
        _ number: String, code: String, by actor: Actor
    ) async throws -> (row: ArchivedRow, content: PersonalData<ArchivedContent>) {
        guard let officer = actor.person else { throw ArchiveRefusal.nothing }
        let row = try await archived(number)
        let rule = TwoPersonRule(gate: gate, time: time)
        let typed = code.isEmpty ? nil : try await rule.read(code, by: officer)
        let kept = try await gate.look { [gate] in try gate.book.inForce(in: $0).document.legalRetentions ?? [] }
        let ask = Ask(
            .openArchive, by: actor, on: row.subject, for: .rights,
            fields: Set(kept.flatMap(\.fields)).sorted { $0.rawValue < $1.rawValue }, caseID: row.caseID)
        let (answer, content) = try await gate.openArchive(ask) { [law, time] transaction in
            let store = ArchiveOpeningStore(transaction)
            guard let opening = try store.find(row.subject, at: time.now),
                let ground = law.openingGround(opening.ground)
            else { throw ArchiveRefusal.notAsked }
            let answer = try rule.second(after: opening.firstHalf, by: officer, typed, in: transaction)
            if case .refused = answer { return (answer, nil) }
            try store.end(row.subject)
            return (answer, ["ground": ground.id, "article": ground.article].merging(answer.note) { $1 })
        }
        try answer.accept()
        guard let content else { throw ArchiveRefusal.notAsked }
        return (row, content)
    }

    private func archived(_ number: String) async throws -> ArchivedRow {
        let row = try await gate.look { try ArchivedStore($0).find(number: number) }
        guard let row else { throw ArchiveRefusal.nothing }
        return row
    }
}

/// Why the archive is not opened.
package enum ArchiveRefusal: Refusal, Hashable {
    /// Nothing is archived of such a registration.
    case nothing
    /// The law pack has no such ground.
    case noGround
    /// No number of an inspection, act or demand is given.
    case noReference
    /// Somebody asks for it already.
    case askedAlready
    /// Nobody has asked for it, or more than three days ago.
    case notAsked

    package var kind: RefusalKind {
        switch self {
        case .nothing: .notFound
        case .noGround, .noReference: .invalid
        case .askedAlready, .notAsked: .conflict
        }
    }
}
