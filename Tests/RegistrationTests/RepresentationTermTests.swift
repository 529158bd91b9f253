import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("How long somebody acts for another")
struct RepresentationTermTests {
    private static let name = PersonName(family: "Үлгіева", given: "Айгерім")

    private static func begin(
        _ registrant: Registrant, until last: Day, by own: Session, in house: TestHouse
    ) async throws -> Registrar.Begun {
        try await house.registrar.begin(
            try house.beginning(Applicant(registrant, name: name), by: Representing(by: own, until: last)))
    }

    @Test(
        "is three years by a power of attorney at most, and until the 14th birthday for a child",
        arguments: Engine.available, [(Registrant.represented, 3), (.child, 14)])
    func longest(engine: Engine, of longest: (registrant: Registrant, years: Int)) async throws {
        try await TestHouse.run(on: engine) { house in
            let own = try await house.representative()
            let last = house.today.adding(months: 12 * longest.years)
            let before = try await house.count("subject")
            await #expect(throws: RepresentationRefusal.tooLong) {
                _ = try await Self.begin(longest.registrant, until: last + 1, by: own, in: house)
            }
            let after = try await house.count("subject")
            #expect(before == after)
            let begun = try await Self.begin(longest.registrant, until: last, by: own, in: house)
            let rows = try await house.registrar.representations(of: begun.subject)
            #expect(rows.map(\.lastDay) == [last])
        }
    }

    @Test("ends for a guardian with that day, which no entry tells", arguments: Engine.available)
    func birthday(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let own = try await house.representative()
            let last = house.today + 2
            let child = Person(try await Self.begin(.child, until: last, by: own, in: house))
            try await house.registrar.send(child.subject, session: child.session)
            let row = try #require(try await house.registrar.representations(of: child.subject).first)
            let end = try #require(row.endsAt)
            let read = Ask(
                .readOwn, by: .subject(child.subject, session: child.session), on: child.subject, for: .rights,
                fields: [.familyName])
            house.clock.advance(by: end - .seconds(1) - house.clock.now)
            _ = try await house.gate.read(read)
            house.clock.advance(by: .seconds(1))
            await #expect(throws: GateRefusal.self) { _ = try await house.gate.read(read) }
            let ended = try await house.registrar.endRepresentationsDue()
            #expect(ended == 1)
            await #expect(throws: RepresentationRefusal.self) {
                _ = try await house.registrar.act(by: row.id, in: own)
            }
            let notes = try await house.gate.history(of: child.subject, limit: 100).flatMap(\.note.values)
            #expect(!notes.contains(last.description))
        }
    }
}
