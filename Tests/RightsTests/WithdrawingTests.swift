import Consents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Rights

@Suite("A withdrawal that was asked for on paper")
struct WithdrawingTests {
    private static func consents(_ rights: RightsHouse) -> ConsentDesk {
        ConsentDesk(gate: rights.house.gate, operatorAddress: "Almaty", time: rights.house.clock.source) {
            item, _, subject, _, transaction in
            // As the duties of withdrawals write in the same transaction.
            try transaction.run(
                "UPDATE registration SET note = \(Bytes(item.id.rawValue.utf8)) WHERE subject_id = \(subject)")
        }
    }

    private static func asked(_ rights: RightsHouse, _ kind: RequestKind = .withdrawal) async throws -> RequestReference
    {
        try await rights.desk.enter(
            kind, words: "Келісімімді кері қайтарып аламын", by: .paper, on: try #require(Day("2026-11-24")),
            of: rights.person.number, evidence: .original, actor: RightsHouse.responsible)
    }

    private static func history(_ rights: RightsHouse) async throws -> [ConsentRow] {
        try await rights.house.gate.look { try ConsentStore($0).history(of: rights.person.subject) }
    }

    @Test("stops what rested on the consents at once, with text, entry and consequences", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, reference) = (Self.consents(rights), try await Self.asked(rights))
            rights.house.clock.advance(by: .hours(1))
            #expect(try await desk.standingItems(of: rights.person.subject).map(\.id) == [.main])
            try await rights.desk.withdraw([.main], on: reference, by: RightsHouse.responsible, at: desk)
            #expect(try await desk.standingItems(of: rights.person.subject).isEmpty)
            let row = try #require(try await Self.history(rights).last)
            #expect(row.consent == .main && !row.isGiven && row.manner == .request && row.endsAt == nil)
            let shown = try await desk.shown(row.id, of: rights.person.subject, session: rights.person.session)
            #expect(shown.text.reveal().contains("Үлгіева Айгерім"))
            let entry = try #require(try await rights.entries(.withdrawConsent).first)
            #expect(entry.role == "dpo" && entry.note["consent"] == "main" && entry.note["given"] == "0")
            #expect(entry.note["with"] == "request" && entry.note["request"] == "1")
            #expect(entry.caseID == reference.caseID && entry.note["text"] == row.textHash.hex)
            let note = try await rights.house.database.read { transaction in
                try transaction.row("SELECT note FROM registration WHERE subject_id = \(rights.person.subject)")?
                    .bytesIfAny(0)
            }
            #expect(note == Bytes("main".utf8))
            // The Gate stops at once.
            let refusal = await #expect(throws: GateRefusal.self) {
                try await rights.house.gate.read(
                    Ask(
                        .openCase, by: Actor(.reviewer, person: SubjectID(from: .system), session: [1]),
                        on: rights.person.subject, for: .identification, fields: [1]))
            }
            #expect(refusal?.reason == .noConsent)
            try await rights.desk.answer(reference, words: "Кері қайтарылды", by: RightsHouse.responsible)
            #expect(try await rights.own().requests.first?.request.state == .answered)
        }
    }

    @Test("takes what is not asked for no consent, and only while the request waits", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let desk = Self.consents(rights)
            let other = try await Self.asked(rights, .information)
            await #expect(throws: RightsRefusal.noRequest) {
                try await rights.desk.withdraw([.main], on: other, by: RightsHouse.responsible, at: desk)
            }
            let reference = try await Self.asked(rights)
            await #expect(throws: RightsRefusal.noConsent) {
                try await rights.desk.withdraw([], on: reference, by: RightsHouse.responsible, at: desk)
            }
            // Does not stand: nothing is done.
            try await rights.desk.withdraw(["courier"], on: reference, by: RightsHouse.responsible, at: desk)
            try await rights.desk.answer(reference, words: "Жоқ", by: RightsHouse.responsible)
            await #expect(throws: RightsRefusal.noRequest) {
                try await rights.desk.withdraw([.main], on: reference, by: RightsHouse.responsible, at: desk)
            }
            #expect(try await Self.history(rights).allSatisfy(\.isGiven))
            #expect(try await rights.entries(.withdrawConsent).isEmpty)
        }
    }

    @Test("is entered by nobody but whoever answers for the data", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await Self.asked(rights)
            for role in [RoleID.reviewer, .support, .administrator] {
                let actor = Actor(role, person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32))
                await #expect(throws: GateRefusal.self) {
                    try await rights.desk.withdraw([.main], on: reference, by: actor, at: Self.consents(rights))
                }
            }
            #expect(try await Self.history(rights).allSatisfy(\.isGiven))
        }
    }
}
