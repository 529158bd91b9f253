import Consents
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
        "go to somebody who is named anew only when the person agrees to that one again", arguments: Engine.available)
    func renamed(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.house.publish(
                changing: "Courier service (to be set by the Operator)", to: "Another courier")
            let reason = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.agree(to: "courier", under: 2, of: person)
            try await house.record([.givenName], of: person)
        }
    }

    @Test(
        "do not go to another country by a new consent to the recipient alone, without one to that",
        arguments: Engine.available)
    func abroad(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.house.publish(changing: Self.courier(), to: Self.courier("DE"))
            let before = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(before == .notAllowedWhenCollected)
            try await house.agree(to: "courier", under: 2, of: person)
            let after = await house.refusal { try await house.record([.givenName], of: person) }
            #expect(after == .noConsent)
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
            try await house.agree(to: .main, under: 2, of: person)
            try await house.record([.givenName], of: person)
        }
    }

    @Test("go to whom the service needs as far as that one was named with them then", arguments: Engine.available)
    func more(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person(optional: [])
            try await house.house.publish(changing: Self.optional, to: Self.needed)
            try await house.agree(to: .main, under: 2, of: person)
            try await house.record([.givenName], of: person)
            try await house.house.publish(changing: Self.courier(), to: Self.courier("KZ", "1,2,4,5"))
            let reason = await house.refusal { try await house.record([.givenName, .email], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.record([.givenName], of: person)
            try await house.agree(to: .main, under: 3, of: person)
            try await house.record([.givenName, .email], of: person)
        }
    }
}

extension DisclosureHouse {
    /// Somebody agrees once more to what they have agreed to, a second later.
    fileprivate func agree(to id: ConsentID, under edition: Int, of person: Person) async throws {
        house.clock.advance(by: .seconds(1))
        try await consents.agreeAfresh(
            to: [id], language: .kk, personName: "Үлгіева Айгерім", shown: edition, of: person.subject,
            session: person.session)
    }
}
