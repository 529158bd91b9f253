import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Threads

@Suite("What was written under an earlier edition")
struct CollectedMessageTests {
    @Test(
        "opens for nobody to whom that edition did not open it, unlike what is written now",
        arguments: Engine.available)
    func widened(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let (house, person) = (threads.house, threads.person)
            let gate = Gate(
                database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                evidenceMayWait: .days(36_500), time: house.clock.source, randomness: .system,
                collected: ThreadsSchema.collected)
            let desk = ThreadDesk(
                gate: gate, registrar: house.registrar, time: house.clock.source, randomness: .system)
            try await threads.write("Сұрақ")
            let later = try await house.register("Сейтов", "Данияр", email: "daniyar@example.kz")
            let id = try #require(try await desk.queue().first?.id)
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 9, count: 32))
            house.clock.advance(by: .hours(1))
            _ = try await gate.publish(try TestHouse.policyWhereReviewers(do: "noteMessage", as: "support"))
            house.clock.advance(by: .hours(1))

            let refusal = await #expect(throws: GateRefusal.self) { _ = try await desk.open(id, by: reviewer) }
            #expect(refusal?.reason == .notAllowedWhenCollected)
            _ = try await desk.open(id, by: ThreadsHouse.support)

            try await desk.write("Басқа сұрақ", of: later.subject, session: later.session)
            let other = try #require(try await desk.queue().last)
            #expect(other.subject == later.subject && other.id != id && person.subject != later.subject)
            _ = try await desk.open(other.id, by: reviewer)
        }
    }
}
