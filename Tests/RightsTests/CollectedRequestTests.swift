import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Rights

@Suite("A request that came under an earlier edition")
struct CollectedRequestTests {
    @Test(
        "opens for nobody to whom that edition did not open its words or its answer, unlike what comes now",
        arguments: Engine.available)
    func widened(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let house = rights.house
            let gate = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                collected: RightsSchema.collected)
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32))
            @Sendable func open(_ field: FieldNumber, of subject: SubjectID, by actor: Actor) async throws {
                _ = try await gate.openViewing(
                    Ask(.openRequest, by: actor, on: subject, for: .rights, fields: [field], caseID: "7K2M-9QXA"),
                    orGoingOn: nil)
            }
            let reference = try await rights.ask(.information)
            try await rights.desk.answer(reference, words: "Жауап", by: RightsHouse.responsible)
            let later = try await house.register("Сейтов", "Данияр", email: "daniyar@example.kz")
            house.clock.advance(by: .hours(1))
            _ = try await gate.publish(try TestHouse.policyWhereReviewers(do: "openRequest", as: "dpo"))
            house.clock.advance(by: .hours(1))

            let earlier = rights.person.subject
            for field in [FieldNumber.requestWords, .answerWords] {
                let refusal = await #expect(throws: GateRefusal.self) {
                    try await open(field, of: earlier, by: reviewer)
                }
                #expect(refusal?.reason == .notAllowedWhenCollected)
                try await open(field, of: earlier, by: RightsHouse.responsible)
            }
            _ = try await rights.desk.ask(.information, words: "Сұрақ", of: later.subject, session: later.session)
            try await open(.requestWords, of: later.subject, by: reviewer)
        }
    }
}
