import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Identification

@Suite("The order of the queue")
struct QueueOrderTests {
    /// Three who have sent, an hour apart.
    private static func three(in review: ReviewHouse) async throws -> [Person] {
        var people: [Person] = []
        for address in ["first@example.kz", "second@example.kz", "third@example.kz"] {
            people.append(try await review.sent(address))
            review.house.clock.advance(by: .hours(1))
        }
        return people
    }

    private static func numbers(_ review: ReviewHouse, _ reviewer: ReviewHouse.Reviewer) async throws -> [String] {
        try await review.desk.queue(for: reviewer.id).map(\.number)
    }

    @Test("is by when they were sent, also when one was opened and given back", arguments: Engine.available)
    func givenBack(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let people = try await Self.three(in: review)
            let (reviewer, other) = (review.reviewer(), review.reviewer())
            let sent = try await review.desk.queue(for: reviewer.id).map(\.since)
            #expect(try await review.desk.next(by: reviewer.id) == people[0].number)
            _ = try await review.open(people[0], by: reviewer)
            #expect(try await review.desk.next(by: other.id) == people[1].number)
            try await review.desk.release(people[0].number, by: reviewer.id)
            #expect(try await Self.numbers(review, other) == people.map(\.number))
            #expect(try await review.desk.queue(for: reviewer.id).map(\.since) == sent)
            #expect(try await review.desk.next(by: review.reviewer().id) == people[0].number)
        }
    }

    @Test("has those sent again before all others, and those put aside after them", arguments: Engine.available)
    func sentAgain(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let people = try await Self.three(in: review)
            let reviewer = review.reviewer()
            _ = try await review.desk.take(people[2].number, by: reviewer.id)
            try await review.desk.propose("Әйгерім", for: .givenName, on: people[2].number, by: reviewer.actor)
            try await review.house.registrar.send(people[2].subject, session: people[2].session)
            _ = try await review.desk.take(people[0].number, by: reviewer.id)
            try await review.desk.putAside(people[0].number, note: "2020", by: reviewer.actor)
            #expect(try await Self.numbers(review, reviewer) == [people[2], people[1], people[0]].map(\.number))
        }
    }

    @Test("counts an objection from when it was made", arguments: Engine.available)
    func objection(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let first = try await review.sent("first@example.kz")
            let reviewer = review.reviewer()
            try await review.refuse(first, by: reviewer)
            let second = try await review.sent("second@example.kz")
            review.house.clock.advance(by: .days(2))
            try await review.house.registrar.object(first.subject, session: first.session)
            let other = review.reviewer()
            #expect(try await Self.numbers(review, other) == [second.number, first.number])
            #expect(try await review.desk.queue(for: other.id).last?.since == review.house.clock.now)
        }
    }
}
