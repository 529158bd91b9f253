import Access
import Documents
import HouseKit
import Identification
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

extension Scenario {
    /// A reviewer with a case in their hands.
    private struct Held: Sendable {
        let person: Person
        let reviewer: SubjectID
        let actor: Actor
    }

    /// Somebody whose registration was sent, and a reviewer who has taken it.
    private static func held(in house: FaultHouse, takes: Bool = true) async throws -> Held {
        let person = try await house.house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
        let reviewer = SubjectID(from: .system)
        if takes { #expect(try await house.review.take(person.number, by: reviewer)) }
        return Held(
            person: person, reviewer: reviewer,
            actor: Actor(.reviewer, person: reviewer, session: Randomness.system.bytes(32)))
    }

    private static func expect(_ held: Held, is state: RegistrationRow.State, in house: FaultHouse) async throws {
        #expect(try await house.house.registration(of: held.person)?.state == state)
    }

    static let reviewing = [
        Scenario("a case taken and opened") { house in
            let held = try await held(in: house, takes: false)
            return Deed(
                grain: .steps, besides: ["viewing"], repeats: true,
                act: { house in
                    #expect(try await house.review.take(held.person.number, by: held.reviewer))
                    let open = try await house.review.open(
                        held.person.number, by: held.actor, documents: house.documents.access)
                    return open.registration.number
                },
                present: { house, _ in try await expect(held, is: .inReview, in: house) })
        },
        Scenario("a case given back") { house in
            let held = try await held(in: house)
            return Deed(act: { house in
                try await house.review.release(held.person.number, by: held.reviewer)
                return held.person.number
            })
        },
        Scenario("a registration approved") { house in
            let held = try await held(in: house)
            return Deed(act: { house in
                try await house.review.decide(.approve, on: held.person.number, by: held.actor)
                return held.person.number
            })
        },
        Scenario("a registration refused") { house in
            let held = try await held(in: house)
            return Deed(act: { house in
                try await house.review.decide(
                    .refuse("document_expired", words: "2020"), on: held.person.number, by: held.actor)
                return held.person.number
            })
        },
        Scenario("a decision taken back") { house in
            let held = try await held(in: house)
            try await house.review.decide(.approve, on: held.person.number, by: held.actor)
            return Deed(act: { house in
                try await house.review.undo(held.person.number, by: held.actor)
                return held.person.number
            })
        },
        Scenario("a decision that takes effect") { house in
            let held = try await held(in: house)
            try await house.review.decide(.approve, on: held.person.number, by: held.actor)
            house.house.clock.advance(by: .seconds(11))
            return Deed(
                act: { house in
                    try await house.review.settle()
                    return held.person.number
                },
                present: { house, _ in try await expect(held, is: .approved, in: house) })
        },
        Scenario("a correction proposed by a reviewer") { house in
            let held = try await held(in: house)
            return Deed(
                act: { house in
                    try await house.review.propose(
                        "Әйгерім", for: .givenName, on: held.person.number, by: held.actor)
                    return held.person.number
                },
                again: { house in
                    guard try await house.house.registration(of: held.person)?.state != .moreAsked else {
                        return held.person.number
                    }
                    try await house.review.propose(
                        "Әйгерім", for: .givenName, on: held.person.number, by: held.actor)
                    return held.person.number
                },
                present: { house, _ in try await expect(held, is: .moreAsked, in: house) })
        },
        Scenario("an objection to a refusal") { house in
            let held = try await held(in: house)
            try await house.review.decide(
                .refuse("document_expired", words: "2020"), on: held.person.number, by: held.actor)
            house.house.clock.advance(by: .seconds(11))
            try await house.review.settle()
            return Deed(act: { house in
                try await house.house.registrar.object(
                    held.person.subject, words: "Ол жарамды.", session: held.person.session)
                return held.person.number
            })
        },
    ]
}
