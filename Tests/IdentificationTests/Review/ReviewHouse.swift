import Access
import Documents
import HouseKit
import Identification
import Permits
import Policy
import Primitives
import Registration
import TestKit

/// A house with a desk for reviewers.
struct ReviewHouse: Sendable {
    let house: TestHouse
    let desk: ReviewDesk

    struct Reviewer: Sendable {
        let id: SubjectID
        let actor: Actor
    }

    static func run(on engine: Engine, _ body: (ReviewHouse) async throws -> Void) async throws {
        try await TestHouse.run(on: engine, migrations: DocumentsSchema.migrations) { house in
            let desk = ReviewDesk(
                gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system)
            try await body(ReviewHouse(house: house, desk: desk))
        }
    }

    /// Somebody who may review.
    func reviewer() -> Reviewer {
        let id = SubjectID(from: .system)
        return Reviewer(id: id, actor: Actor(.reviewer, person: id, session: Randomness.system.bytes(32)))
    }

    /// Somebody whose registration awaits review.
    func sent(_ email: String) async throws -> Person {
        let person = try await house.begin("Үлгіева", "Айгерім")
        try await house.confirm(.email, email, of: person)
        try await house.registrar.send(person.subject, session: person.session)
        return person
    }

    /// Takes and refuses a case, and lets it take effect.
    func refuse(_ person: Person, by reviewer: Reviewer) async throws {
        _ = try await desk.take(person.number, by: reviewer.id)
        _ = try await desk.decide(
            .refuse(ReasonID("document_expired"), words: "2020"), on: person.number, by: reviewer.actor)
        house.clock.advance(by: .seconds(11))
        try await desk.settle()
    }
}

func + (left: Span, right: Span) -> Span { Span(microseconds: left.microseconds + right.microseconds) }
