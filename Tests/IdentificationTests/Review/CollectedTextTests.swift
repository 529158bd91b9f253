import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Identification

@Suite("What was written about a case under an earlier edition")
struct CollectedTextTests {
    @Test(
        "opens for nobody to whom that edition did not open it, unlike what is written now", arguments: Engine.available
    )
    func widened(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let house = review.house
            let support = Actor(
                "support", person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32))
            let gate = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                collected: RegistrationSchema.collected)
            let earlier = try await review.sent("aigerim@example.kz")
            let later = try await review.sent("daniyar@example.kz")
            let (first, second) = (review.reviewer(), review.reviewer())
            _ = try await review.desk.take(earlier.number, by: first.id)
            try await review.desk.putAside(earlier.number, note: "Күтіледі", by: first.actor)
            try await review.refuse(earlier, by: first)
            try await house.registrar.object(earlier.subject, words: "Жаңасы бар", session: earlier.session)
            let proposed = try await review.sent("asel@example.kz")
            _ = try await review.desk.take(proposed.number, by: first.id)
            try await review.desk.propose("Үлгиева", for: .familyName, on: proposed.number, by: first.actor)
            house.clock.advance(by: .hours(1))
            _ = try await gate.publish(try TestHouse.policyWhereSupportOpensCases(with: [30, 31, 32, 33]))
            house.clock.advance(by: .hours(1))
            try await review.refuse(later, by: second)

            @Sendable func open(_ field: FieldNumber, of person: Person, by actor: Actor) async throws {
                _ = try await gate.read(
                    Ask(.openCase, by: actor, on: person.subject, for: .identification, fields: [field]))
            }
            for (field, person) in [
                (FieldNumber.decisionWords, earlier), (.caseNote, earlier), (.objectionWords, earlier),
                (.proposedValue, proposed),
            ] {
                let refusal = await #expect(throws: GateRefusal.self) { try await open(field, of: person, by: support) }
                #expect(refusal?.reason == .notAllowedWhenCollected, "\(field)")
                try await open(field, of: person, by: first.actor)
            }
            try await open(.decisionWords, of: later, by: support)
        }
    }
}
