import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Identification

@Suite("Whoever was asked for more")
struct AskedMoreTests {
    /// The person is asked for another given name.
    private static func ask(_ person: Person, in review: ReviewHouse) async throws {
        let reviewer = review.reviewer()
        _ = try await review.desk.take(person.number, by: reviewer.id)
        try await review.desk.propose("Әйгерім", for: .givenName, on: person.number, by: reviewer.actor)
        try await review.house.courier.round()
    }

    /// How many the sweep reminds and lets lapse now, and to which addresses it makes messages go.
    private static func sweep(_ review: ReviewHouse) async throws -> (swept: [Int], told: [String]) {
        let before = await review.house.outbox.deliveries.count
        let swept = try await review.house.registrar.sweep()
        try await review.house.courier.round()
        let told = await review.house.outbox.deliveries.dropFirst(before)
        #expect(told.allSatisfy { !$0.text.contains("Үлгіева") && !$0.text.contains("Айгерім") })
        return ([swept.reminded, swept.lapsed], told.map { $0.address.reveal() })
    }

    private static let nothing = [0, 0]
    private static let reminded = [1, 0]
    private static let addresses = ["aigerim@example.kz", "+77770000001"]

    @Test(
        "is reminded after three and after seven days, once each, by every confirmed address",
        arguments: Engine.available)
    func reminders(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", telephone: "8 777 000 00 01")
            try await Self.ask(person, in: review)
            let asked = try #require(try await review.house.registration(of: person))
            #expect(asked.state == .moreAsked && asked.dueAt == asked.since + .days(30))
            for (seconds, expected) in [
                (3 * 86_400 - 1, Self.nothing), (3 * 86_400, Self.reminded), (3 * 86_400 + 60, Self.nothing),
                (7 * 86_400 - 1, Self.nothing), (7 * 86_400, Self.reminded), (20 * 86_400, Self.nothing),
            ] {
                review.house.clock.set(asked.since + .seconds(seconds))
                let (swept, told) = try await Self.sweep(review)
                #expect(swept == expected, "after \(seconds) s")
                #expect(told == (expected == Self.reminded ? Self.addresses : []), "after \(seconds) s")
            }
        }
    }

    @Test(
        "gets one reminder for both when the server slept, and both anew when asked again", arguments: Engine.available)
    func slept(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            try await Self.ask(person, in: review)
            review.house.clock.advance(by: .days(8))
            #expect(try await Self.sweep(review).swept == Self.reminded)
            #expect(try await Self.sweep(review).swept == Self.nothing)
            try await review.house.registrar.send(person.subject, session: person.session)
            try await Self.ask(person, in: review)
            #expect(try await Self.sweep(review).swept == Self.nothing)
            review.house.clock.advance(by: .days(3))
            #expect(try await Self.sweep(review).swept == Self.reminded)
        }
    }

    @Test("lapses after thirty days; the scans go thirty days later, what was typed stays", arguments: Engine.available)
    func lapse(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            try await Self.ask(person, in: review)
            let asked = try #require(try await review.house.registration(of: person))
            review.house.clock.set(asked.since + .days(30) - .seconds(1))
            #expect(try await Self.sweep(review).swept[1] == 0)
            review.house.clock.set(asked.since + .days(30))
            let (swept, told) = try await Self.sweep(review)
            #expect(swept == [0, 1])
            #expect(told == ["aigerim@example.kz"])
            let lapsed = try #require(try await review.house.registration(of: person))
            #expect(lapsed.state == .lapsed && lapsed.scansUntil == asked.since + .days(60))
            let acts = try await review.house.gate.history(of: person.subject, limit: 100)
            #expect(acts.count { $0.act == Act.lapse.rawValue } == 1)
            #expect(acts.count { $0.act == Act.remind.rawValue } == 1)

            try await review.house.registrar.applyAgain(person.subject, session: person.session)
            let draft = try #require(try await review.house.registration(of: person))
            #expect(draft.state == .draft && draft.scansUntil == nil)
            let names = try await review.house.gate.read(
                Ask(
                    .readOwn, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights,
                    fields: [.familyName, .givenName]))
            #expect(names[.familyName]?.reveal() == "Үлгіева" && names[.givenName]?.reveal() == "Айгерім")
        }
    }
}
