import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("A viewing")
struct ViewingTests {
    private static let page = Bytes(repeating: 5, count: 16)

    private static func open(_ house: TestHouse, _ person: Person, _ reviewer: Actor) async throws -> ViewingID {
        var ask = house.opening(person, by: reviewer)
        ask.documents = ["identity_document"]
        let (viewing, record) = try await house.gate.openViewing(ask, blobs: [page])
        #expect(record[.familyName]?.reveal() == "Үлгіева")
        return viewing.id
    }

    private static func draw(_ house: TestHouse, _ id: ViewingID, _ person: Person, _ actor: Actor) async throws
        -> GateRefusal.Reason?
    {
        try await reason { _ = try await house.gate.record(in: id, of: person.subject, for: actor) }?.reason
    }

    @Test("is one entry for five minutes, and its openings are counted in the closing one", arguments: Engine.available)
    func fiveMinutes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let id = try await Self.open(house, person, reviewer)
            let before = try await house.entries(person.subject).count
            house.clock.advance(by: .seconds(299))
            #expect(try await Self.draw(house, id, person, reviewer) == nil)
            for _ in 0..<2 {
                _ = try await house.gate.permit(in: id, of: person.subject, blob: Self.page, for: reviewer)
            }
            let during = try await house.entries(person.subject).count
            #expect(during == before)
            #expect(try await house.gate.endViewings() == 0)
            house.clock.advance(by: .seconds(1))
            #expect(try await Self.draw(house, id, person, reviewer) == .viewingEnded)
            #expect(try await house.gate.endViewings() == 1)
            #expect(try await house.gate.endViewings() == 0)
            let closing = try await house.entries(person.subject).filter { $0.note["openings"] != nil }
            #expect(closing.count == 1)
            #expect(closing.first?.note["openings"] == "3")
            #expect(closing.first?.note["documents"] == "identity_document")
            #expect(closing.first?.caseID == person.number)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.map(\.reason) == ["viewing_ended"])
        }
    }

    @Test("lasts as long as the edition says in which it was opened", arguments: Engine.available)
    func term(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let before = try await Self.open(house, person, reviewer)
            _ = try await house.gate.publish(
                try await ChangedPolicy.read([(of: "viewing: 5 minutes", with: "viewing: 2 minutes")]))
            let after = try await Self.open(house, person, reviewer)
            house.clock.advance(by: .seconds(119))
            #expect(try await Self.draw(house, after, person, reviewer) == nil)
            house.clock.advance(by: .seconds(1))
            #expect(try await Self.draw(house, after, person, reviewer) == .viewingEnded)
            #expect(try await Self.draw(house, before, person, reviewer) == nil)
            house.clock.advance(by: .minutes(3))
            #expect(try await Self.draw(house, before, person, reviewer) == .viewingEnded)
        }
    }

    @Test("that did not name a page opened since is over, without a refusal on record", arguments: Engine.available)
    func newPages(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let id = try await Self.open(house, person, reviewer)
            for (pages, expected) in [
                ([Self.page], nil), ([Self.page, Bytes(repeating: 6, count: 16)], .viewingEnded),
            ] as [([Bytes], GateRefusal.Reason?)] {
                let found = try await reason {
                    _ = try await house.gate.record(in: id, of: person.subject, for: reviewer, covering: pages)
                }
                #expect(found?.reason == expected)
            }
            #expect(try await house.refusals(of: person.subject).isEmpty)
        }
    }

    @Test("is of one session", arguments: Engine.available)
    func oneSession(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let id = try await Self.open(house, person, reviewer)
            let elsewhere = Actor(.reviewer, person: reviewer.person, session: Randomness.system.bytes(32))
            for actor in [elsewhere, house.worker(.reviewer)] {
                #expect(try await Self.draw(house, id, person, actor) == .viewingEnded)
            }
            #expect(try await Self.draw(house, id, person, reviewer) == nil)
            let recorded = try await house.refusals(of: person.subject)
            #expect(recorded.count == 2)
        }
    }

    @Test("opens nothing more once the person is blocked or has withdrawn the consent", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let id = try await Self.open(house, person, reviewer)
            try await house.setState(.blocked, of: person.subject)
            #expect(try await Self.draw(house, id, person, reviewer) == .blocked)
            let page = try await reason {
                _ = try await house.gate.permit(in: id, of: person.subject, blob: Self.page, for: reviewer)
            }
            #expect(page?.reason == .blocked)
            try await house.setState(.living, of: person.subject)
            #expect(try await Self.draw(house, id, person, reviewer) == nil)
            try await house.decide(.main, give: false, of: person)
            #expect(try await Self.draw(house, id, person, reviewer) == .noConsent)
        }
    }

    @Test(
        "opens no page that it does not name, and none without naming a kind of document", arguments: Engine.available)
    func otherPages(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let reviewer = house.worker(.reviewer)
            let id = try await Self.open(house, person, reviewer)
            let other = try await reason {
                _ = try await house.gate.permit(
                    in: id, of: person.subject, blob: Bytes(repeating: 6, count: 16), for: reviewer)
            }
            #expect(other?.reason == .notAllowed)
            let unnamed = try await reason {
                _ = try await house.gate.openViewing(house.opening(person, by: reviewer), blobs: [Self.page])
            }
            #expect(unnamed?.reason == .notAllowed)
            let permit = try await reason {
                _ = try await house.gate.permitToOpen(house.opening(person), blob: Self.page)
            }
            #expect(permit?.reason == .notAllowed)
        }
    }

    @Test("ended by two processes at once has one closing entry", arguments: Engine.available)
    func endedTwice(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            for _ in 0..<10 { _ = try await Self.open(house, person, house.worker(.reviewer)) }
            house.clock.advance(by: .minutes(5))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { _ = try await house.gate.endViewings() } }
                try await group.waitForAll()
            }
            let closing = try await house.entries(person.subject).filter { $0.note["openings"] != nil }
            #expect(closing.count == 10)
        }
    }
}
