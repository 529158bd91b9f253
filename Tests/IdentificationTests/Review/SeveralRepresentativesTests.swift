import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Identification

@Suite("The review of a case to which several representatives have agreed")
struct SeveralRepresentativesTests {
    /// Somebody from 14 to 17 to whose registration a parent has agreed, and somebody else who knows its number.
    private struct Family {
        let review: ReviewHouse
        let minor: Person
        let parent: Person
        let stranger: Person

        static func run(on engine: Engine, _ body: (Family) async throws -> Void) async throws {
            try await ReviewHouse.run(on: engine) { review in
                let house = review.house
                let parent = try await review.sent("aigerim@example.kz")
                let stranger = try await review.sent("bekzat@example.kz")
                let name = try PersonName(family: "Үлгіев", given: "Арман", patronymic: "")
                let minor = Person(try await house.registrar.begin(try house.beginning(Applicant(.minor, name: name))))
                try await house.confirm(.email, "arman@example.kz", of: minor)
                try await house.agree(toMinor: minor.number, in: try await house.session(of: parent))
                house.clock.advance(by: .seconds(1))
                try await house.agree(toMinor: minor.number, in: try await house.session(of: stranger))
                try await house.registrar.send(minor.subject, session: minor.session)
                try await body(Family(review: review, minor: minor, parent: parent, stranger: stranger))
            }
        }

        func decide(_ claimed: ClaimedRepresentation, accept: Bool, by reviewer: ReviewHouse.Reviewer) async throws {
            try await review.desk.decideRepresentation(
                claimed.row.id, accept: accept, on: minor.number, by: reviewer.actor)
        }
    }

    @Test("shows each of them, to be decided on by itself; one refused hides no other", arguments: Engine.available)
    func each(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let (review, reviewer) = (family.review, family.review.reviewer())
            try await review.approve(family.parent, by: reviewer)
            let open = try await review.open(family.minor, by: reviewer)
            #expect(open.representations.map(\.registration.number) == [family.stranger.number, family.parent.number])
            try await family.decide(open.representations[0], accept: false, by: reviewer)
            let left = try await review.open(family.minor, by: reviewer)
            #expect(left.representations.map(\.registration.number) == [family.parent.number])
            try await family.decide(left.representations[0], accept: true, by: reviewer)
            try await review.approve(family.minor, by: reviewer)
            let row = try await review.house.registration(of: family.minor)
            #expect(row?.state == .approved)
        }
    }

    @Test("is not held up by one who has withdrawn; the last that ended is shown alone", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await Family.run(on: engine) { family in
            let (review, house, reviewer) = (family.review, family.review.house, family.review.reviewer())
            func takeBack(_ person: Person) async throws {
                let rows = try await house.registrar.representations(of: family.minor.subject)
                let row = try #require(rows.first { $0.representative == person.subject })
                try await house.registrar.takeBack(row.id, in: try await house.session(of: person))
            }
            try await takeBack(family.stranger)
            let open = try await review.open(family.minor, by: reviewer)
            #expect(open.representations.map(\.registration.number) == [family.parent.number])
            try await takeBack(family.parent)
            let ended = try await review.open(family.minor, by: reviewer)
            #expect(ended.representations.map(\.registration.number) == [family.stranger.number])
            #expect(ended.representations.map(\.row.state) == [.ended])
        }
    }
}
