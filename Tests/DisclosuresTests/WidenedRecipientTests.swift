import HouseKit
import Permits
import Policy
import Primitives
import TestKit
import Testing

@testable import Disclosures

@Suite("Data that were collected before an edition changed who gets them")
struct WidenedRecipientTests {
    private static func courier(_ country: String = "KZ", _ fields: String = "1,2,5") -> String {
        "\"country\":\"\(country)\",\"documents\":[],\"fields\":[\(fields)],\"id\":\"courier\""
    }
    private static let optional = "вы дали на это согласие.\"},\"required\":false"
    private static let needed = "вы дали на это согласие.\"},\"required\":true"

    @Test(
        "go to somebody who is named anew, or in another country, only when the person agrees to that one again",
        arguments: Engine.available,
        [
            ("Courier service (to be set by the Operator)", "Another courier"),
            (Self.courier(), Self.courier("DE")),
        ])
    func renamed(engine: Engine, change: (was: String, now: String)) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.house.publish(changing: change.was, to: change.now)
            let reason = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.decide("courier", give: true, under: 2, of: person)
            try await house.record([.givenName], of: person)
        }
    }

    @Test(
        "do not go to whom the person was asked about once the service is said to need them, until they agree afresh",
        arguments: Engine.available, [Set<ConsentID>(), ["courier"]])
    func needed(engine: Engine, agreed: Set<ConsentID>) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person(optional: agreed)
            try await house.house.publish(changing: Self.optional, to: Self.needed)
            let reason = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.decide("advertising", give: true, under: 2, of: person)
            let still = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(still == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, under: 2, of: person)
            try await house.record([.givenName], of: person)
        }
    }

    @Test("go to whom the service needs as far as that one was named with them then", arguments: Engine.available)
    func more(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person(optional: [])
            try await house.house.publish(changing: Self.optional, to: Self.needed)
            try await house.decide(.main, give: true, under: 2, of: person)
            try await house.record([.givenName], of: person)
            try await house.house.publish(changing: Self.courier(), to: Self.courier("KZ", "1,2,4,5"))
            let reason = await house.refusal { try await house.record([.givenName, .email], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.record([.givenName], of: person)
            try await house.decide(.main, give: true, under: 3, of: person)
            try await house.record([.givenName, .email], of: person)
        }
    }
}
