import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import TestKit
import Testing

@testable import Restoring

/// What people have asked for, in a house put back from before they did.
@Suite("After a restore of older data, what was asked for")
struct ReplayRequestsTests {
    @Test(
        "waits for its answer again until the same day, without its words; what was answered or taken back does not",
        arguments: Engine.available)
    func requests(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = try ReplayTests.rights(house)
            for kind in [RequestKind.information, .objection, .destruction] {
                try await desk.ask(kind, words: "Сөз \(kind)", of: person.subject, session: person.session)
            }
            let dpo = Actor(.responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))
            let number = try #require(
                try await house.gate.look { try RegistrationStore($0).find(person.subject)?.number })
            try await desk.answer(RequestReference(number, 1), words: "Жауап", by: dpo)
            try await desk.withdraw(3, of: person.subject, session: person.session)
            let before = try #require(
                try await desk.own(person.subject).requests.first { $0.request.reference.number == 2 })
            let entries = try await ReplayTests.later(house)
            try await house.database.write {
                _ = try $0.run("DELETE FROM subject_request WHERE subject_id = \(person.subject)")
            }
            house.clock.advance(by: .days(2))

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.requests == 1 && outcome.note == ["requests": "1"])
            let after = try await desk.own(person.subject).requests
            #expect(after.map(\.request.reference) == [before.request.reference])
            #expect(after.first?.request.kind == .objection && after.first?.request.state == .received)
            #expect(after.first?.request.receivedOn == before.request.receivedOn)
            #expect(after.first?.request.term == before.request.term)
            let opened = try await desk.open(before.request.reference, by: dpo)
            #expect(opened.texts[.words]?.reveal().contains("Сөз") == false)
            #expect(opened.texts[.words]?.reveal().isEmpty == false)
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test(
        "that a representation ends has ended it again, and none of another kind", arguments: Engine.available,
        [false, true])
    func representations(engine: Engine, isOld: Bool) async throws {
        try await ReplayTests.run(on: engine) { house in
            let own = try await house.representative()
            let begun = try await house.registrar.begin(
                try house.beginning(
                    Applicant(try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")),
                    by: Representing(by: own, until: .authority)))
            let row = try #require(try await house.registrar.representations(of: begun.subject).first)
            house.clock.advance(by: .minutes(5))
            try await house.registrar.endRepresentation(row.id, of: begun.subject, session: Person(begun).session)
            var entries = try await ReplayTests.later(house)
            let end = try #require(entries.first { $0.entry.act == "endRepresentation" })
            #expect(end.entry.note["representation"] == row.id.description)
            if isOld {
                // As entries were before they named it; only what is asked here of them.
                entries = [PlacedEntry(entry: end.entry.without("representation"), leaf: end.leaf)]
            }
            try await house.database.write { transaction in
                _ = try transaction.run(
                    """
                    UPDATE representation SET state = 'claimed', ended_at = NULL WHERE subject_id = \(begun.subject)
                    """)
            }
            let replay = try ReplayTests.replay(house)
            let plan = Replay.Plan(
                policy: [], personal: entries.filter { $0.entry.act == end.entry.act }.map { ($0, begun.subject) },
                unmatched: [])
            let outcome = try await replay.run(plan, Replay.Remains())
            #expect(outcome.unrepresented == 1)
            let ended = try await house.registrar.representations(of: begun.subject).first
            #expect(ended?.state == .ended && ended?.endedAt == end.entry.at)
            #expect(try await replay.run(plan, Replay.Remains()) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }
}

extension LedgerEntry {
    /// The same without a word of its note.
    fileprivate func without(_ word: String) -> LedgerEntry {
        LedgerEntry(
            nonce: nonce, role: role, actor: actor, act: act, whom: whom, fields: fields, purpose: purpose,
            basis: basis, clause: clause, edition: edition, caseID: caseID, outcome: outcome, at: at,
            revision: revision,
            digest: digest, note: note.filter { $0.key != word })
    }
}
