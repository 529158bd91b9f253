import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Archive

@Suite("What the archive holds is opened")
struct OpeningTests {
    private static func officer() -> Actor {
        Actor(.responsible, person: SubjectID(from: .system), session: Bytes(repeating: 8, count: 32))
    }

    private static func desk(_ here: ArchiveHouse) throws -> ArchiveDesk {
        ArchiveDesk(
            gate: here.house.gate, law: try #require(TestHouse.policyFolder().read().lawPack),
            time: here.house.clock.source)
    }

    private static func number(_ here: ArchiveHouse) async throws -> String {
        try #require(try await here.row()).caseID
    }

    @Test("once, on a ground of the law, by another person than the one who asked", arguments: Engine.available)
    func opens(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let (desk, number) = (try Self.desk(here), try await Self.number(here))
            let (first, second) = (Self.officer(), Self.officer())
            try await desk.ask(number, on: "tax_inspection", reference: "14/2026", by: first)
            let overview = try await desk.overview(for: try #require(first.person))
            #expect(overview.persons == 1 && overview.openings.map(\.outlook) == [.another])
            await #expect(throws: ArchiveRefusal.askedAlready) {
                try await desk.ask(number, on: "court_act", reference: "15", by: second)
            }
            let opened = try await desk.open(number, code: "", by: second)
            let content = opened.content.reveal()
            #expect(content.fields == ["1": "Үлгіева", "2": "Айгерім"])
            #expect(content.things.map(\.kind) == ["orders"])
            #expect(opened.row.articles == "Tax Code 206; Accounting Law 11")
            let history = try await here.house.gate.history(of: here.person.subject, limit: 100)
            let entry = try #require(history.first { $0.act == "openArchive" })
            #expect(entry.note["article"] == "Tax Code 206" && entry.clause == "3.3.a" && entry.outcome == .done)
            #expect(entry.fields.contains(1) && !entry.note.values.contains("14/2026"))
            // Once: the next time somebody has to ask again.
            await #expect(throws: ArchiveRefusal.notAsked) { try await desk.open(number, code: "", by: second) }
            #expect(try await here.state() == .archived)
        }
    }

    @Test("not by the one who asked, nor when it was asked for long ago or taken back", arguments: Engine.available)
    func refuses(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let (desk, number) = (try Self.desk(here), try await Self.number(here))
            let (first, second) = (Self.officer(), Self.officer())
            try await desk.ask(number, on: "court_act", reference: "2-114", by: first)
            await #expect(throws: TwoPersonRefusal.anotherNeeded) { try await desk.open(number, code: "", by: first) }
            try await desk.takeBack(number, by: first)
            await #expect(throws: ArchiveRefusal.notAsked) { try await desk.open(number, code: "", by: second) }
            try await desk.ask(number, on: "court_act", reference: "2-114", by: first)
            here.house.clock.advance(by: .days(3))
            await #expect(throws: ArchiveRefusal.notAsked) { try await desk.open(number, code: "", by: second) }
            #expect(try await desk.overview(for: try #require(second.person)).openings.isEmpty)
            // What lapsed stands in nobody's way.
            try await desk.ask(number, on: "court_act", reference: "2-115", by: second)
            let acts = try await here.house.gate.history(of: here.person.subject, limit: 100).map(\.act)
            #expect(!acts.contains("openArchive"))
        }
    }

    @Test(
        "by no other role, without a ground or a number, nor of somebody who is not there", arguments: Engine.available)
    func needs(engine: Engine) async throws {
        try await ArchiveHouse.run(on: engine) { here in
            try await here.erase()
            let (desk, number) = (try Self.desk(here), try await Self.number(here))
            await #expect(throws: ArchiveRefusal.noGround) {
                try await desk.ask(number, on: "curiosity", reference: "1", by: Self.officer())
            }
            await #expect(throws: ArchiveRefusal.noReference) {
                try await desk.ask(number, on: "court_act", reference: "court", by: Self.officer())
            }
            await #expect(throws: ArchiveRefusal.nothing) {
                try await desk.ask("K-0000-000000", on: "court_act", reference: "1", by: Self.officer())
            }
            await #expect(throws: GateRefusal.self) {
                try await desk.ask(number, on: "court_act", reference: "1", by: ArchiveHouse.support)
            }
            #expect(try await here.house.count("archive_opening") == 0)
        }
    }
}
