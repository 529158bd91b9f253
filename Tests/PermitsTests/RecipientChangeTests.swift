import HouseKit
import Messages
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("A recipient of data collected before")
struct RecipientChangeTests {
    private static func mail(_ country: String, _ fields: String) -> String {
        "\"country\":\"\(country)\",\"documents\":[],\"fields\":[\(fields)],\"id\":\"mail\""
    }

    private static func told(_ house: TestHouse, _ person: Person) async throws -> GateRefusal? {
        try await reason {
            _ = try await house.gate.read(
                Ask(
                    .notify, by: Actor(.mailer), on: person.subject, for: .contact, fields: [.email], through: .mail))
        }
    }

    @Test("who is new gets none of it until the person agrees afresh", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            #expect(try await Self.told(house, person) == nil)
            try await house.publish(changing: "Mail provider (to be set by the Operator)", to: "Another provider")
            #expect(try await Self.told(house, person)?.reason == .notAllowedWhenCollected)
            try await house.decide("advertising", give: true, of: person)
            #expect(try await Self.told(house, person)?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            #expect(try await Self.told(house, person) == nil)
        }
    }

    @Test("who is abroad now gets none of it without the consent to that, either", arguments: Engine.available)
    func abroad(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.decide("cross_border", give: true, of: person)
            try await house.publish(changing: Self.mail("KZ", "4,52"), to: Self.mail("DE", "4,52"))
            // What was agreed to before named another country.
            #expect(try await Self.told(house, person)?.reason == .notAllowedWhenCollected)
            try await house.decide(.main, give: true, of: person)
            #expect(try await Self.told(house, person)?.reason == .notAllowedWhenCollected)
            try await house.decide("cross_border", give: true, of: person)
            #expect(try await Self.told(house, person) == nil)
            try await house.decide("cross_border", give: false, of: person)
            let ended = try await Self.told(house, person)
            #expect(ended?.reason == .noConsent && ended?.clause == "3.3.b")
        }
    }

    @Test("who carries messages and is optional gets none of it without a consent", arguments: Engine.available)
    func optional(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let changed = try TestHouse.policy { policy in
                try TestHouse.change(&policy, "recipients", "mail") { $0["required"] = false }
                try TestHouse.change(&policy, "consents", "courier") { $0["recipient"] = "mail" }
            }
            _ = try await house.gate.publish(changed)
            try await house.decide(.main, give: true, of: person)
            let closed = try await Self.told(house, person)
            #expect(closed?.reason == .noConsent && closed?.clause == "3.5.1")
            try await house.decide("courier", give: true, of: person)
            #expect(try await Self.told(house, person) == nil)
            try await house.decide("courier", give: false, of: person)
            #expect(try await Self.told(house, person)?.reason == .noConsent)
        }
    }

    @Test("who is named in the edition in force no longer gets none of it at once", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.publish(changing: Self.mail("KZ", "4,52"), to: Self.mail("KZ", "52"))
            #expect(try await Self.told(house, person)?.reason == .notAllowed)
        }
    }

    @Test("is no hindrance to the code that somebody asks for by typing the address", arguments: Engine.available)
    func codes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.publish(changing: "Mail provider (to be set by the Operator)", to: "Another provider")
            let before = await house.outbox.deliveries.count
            for template in [MessageTemplate.code, .decided] {
                let sealer = try await house.gate.sealer(for: person.subject)
                let now = house.clock.now
                try await house.gate.perform { transaction in
                    try MessageQueue(transaction).add(
                        template, by: .email, language: .kk, ["code": "123456"], sealer: sealer,
                        id: Identifier(from: .system), at: now)
                }
            }
            try await house.courier.round()
            let sent = await house.outbox.deliveries.dropFirst(before)
            #expect(sent.map(\.text).count { $0.contains("123456") } == 1 && sent.count == 1)
        }
    }
}
