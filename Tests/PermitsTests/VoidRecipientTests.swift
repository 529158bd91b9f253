import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A void clause about recipients")
struct VoidRecipientTests {
    private static func told(_ house: TestHouse, _ person: Person) async throws -> GateRefusal? {
        try await reason {
            _ = try await house.gate.read(
                Ask(.notify, by: Actor(.mailer), on: person.subject, for: .contact, fields: [.email], through: .mail))
        }
    }

    @Test(
        "stops what they carry, and for what was collected before also under the next edition",
        arguments: Engine.available)
    func carriers(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            #expect(try await Self.told(house, person) == nil)
            try await house.declareVoid("3.5.2")
            let stopped = try await Self.told(house, person)
            #expect(stopped?.reason == .clauseVoid && stopped?.clause == "3.5.2")
            try await house.publishNextEdition()
            #expect(try await Self.told(house, person)?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            #expect(try await Self.told(house, person) == nil)
        }
    }

    @Test("covers the clauses under it, is named itself, and leaves others", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["courier"])
            try await house.confirm(.email, "aigerim@example.kz", of: person)
            let handing = Ask(
                .disclose, by: house.worker("dpo"), on: person.subject, for: .service, fields: [.familyName],
                recipient: "courier")
            _ = try await house.gate.read(handing)
            try await house.declareVoid("3.5")
            for stopped in [
                try await reason { _ = try await house.gate.read(handing) }, try await Self.told(house, person),
                try await reason { try await house.decide("courier", give: true, of: person) },
            ] { #expect(stopped?.reason == .clauseVoid && stopped?.clause == "3.5") }
            let edition = try await house.gate.look { try house.gate.book.inForce(in: $0) }
            #expect(edition.isVoid("3.5.1") && edition.isVoid("3.5.2") && !edition.isVoid("3.3.b"))
            #expect(!edition.offeredConsents.contains { $0.clause == "3.5.1" })
            _ = try await house.gate.read(house.opening(person))
        }
    }
}
