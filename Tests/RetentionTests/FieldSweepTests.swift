import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Storage
import TestKit
import Testing

@Suite("The term of a field")
struct FieldSweepTests {
    private static let given = FieldNumber(2)

    private static func sweep(
        _ house: TestHouse, isKept: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool = { _, _ in false }
    ) async throws -> Int {
        try await FieldSweep(
            gate: house.gate, isKept: isKept,
            forget: { try RegistrationStore($2).forget($0, of: $1) }, time: house.clock.source
        ).sweep()
    }

    private static func holds(_ field: FieldNumber, _ person: Person, in house: TestHouse) async throws -> Bool {
        try await house.gate.look { try SubjectStore($0).find(person.subject)?.fieldsHeld.contains(field) ?? false }
    }

    /// Publishes an edition in which one field is kept, and serves, otherwise.
    private static func publish(
        _ code: String, _ key: String, _ value: String, in house: TestHouse
    ) async throws {
        let inForce = try await house.gate.look { [gate = house.gate] in try gate.book.inForce(in: $0) }
        var text = String(decoding: try inForce.document.canonical(), as: UTF8.self)
        let field = try #require(text.range(of: "\"code\":\"\(code)\""))
        let place = try #require(text.range(of: "\"\(key)\":", range: field.upperBound..<text.endIndex))
        let end = try #require(text.range(of: ",\"", range: place.upperBound..<text.endIndex))
        let stop = value.hasPrefix("[") ? text.range(of: "]", range: place.upperBound..<text.endIndex) : nil
        text.replaceSubrange(place.upperBound..<(stop?.upperBound ?? end.lowerBound), with: value)
        _ = try await house.gate.publish(try CanonicalJSON.decode(PolicyDocument.self, from: Bytes(text.utf8)))
    }

    private static func decide(
        _ consent: ConsentID, _ isGiven: Bool, by person: Person, in house: TestHouse
    ) async throws {
        let gate = house.gate
        let sealer = try await gate.sealer(for: person.subject)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(
                    isGiven ? .consent : .withdrawConsent, by: .subject(person.subject, session: person.session),
                    on: person.subject, for: .rights), sealer: sealer, in: transaction)
            try permit.store(
                ConsentDecision(
                    consent, isGiven: isGiven, language: .kk, shown: ShownText("Мәтін")),
                in: transaction)
        }
    }

    @Test(
        "ends at its instant and not a moment before, with an entry that names the field",
        arguments: Engine.available, [1, 10, 365])
    func boundary(engine: Engine, days: Int) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let came = house.clock.now
            try await Self.publish("given_name", "keep", "\"\(days) days\"", in: house)
            house.clock.advance(by: came + .days(days) - Span(microseconds: 1) - house.clock.now)
            #expect(try await Self.sweep(house) == 0)
            #expect(try await Self.holds(Self.given, person, in: house))
            house.clock.advance(by: Span(microseconds: 1))
            #expect(house.clock.now == came + .days(days))
            #expect(try await Self.sweep(house) == 1)
            #expect(try await !Self.holds(Self.given, person, in: house))
            #expect(try await Self.holds(FieldNumber(1), person, in: house))
            let entry = try #require(
                try await house.gate.history(of: person.subject, limit: 100).first {
                    $0.act == Act.destroyField.rawValue
                })
            #expect(entry.role == "sweep" && entry.fields == [2] && entry.outcome == .done)
            #expect(try await Self.sweep(house) == 0)
        }
    }

    @Test("is the shorter of the one agreed to and the one in force", arguments: Engine.available)
    func shorter(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.publish("given_name", "keep", "\"10 days\"", in: house)
            try await Self.decide(.main, true, by: person, in: house)
            try await Self.publish("given_name", "keep", "\"90 days\"", in: house)
            house.clock.advance(by: .days(10))
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("takes nothing of who is blocked, held, or kept by another room", arguments: Engine.available)
    func kept(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.publish("given_name", "keep", "\"10 days\"", in: house)
            house.clock.advance(by: .days(20))
            try await house.gate.perform { try SubjectStore($0).setState(.blocked, of: person.subject) }
            #expect(try await Self.sweep(house) == 0)
            try await house.gate.perform { try SubjectStore($0).setState(.living, of: person.subject) }
            #expect(try await Self.sweep(house) { _, _ in true } == 0)
            let hold = Hold(
                id: Identifier(from: .system), subject: person.subject, ground: "court", reference: "№ 7",
                putBy: SubjectID(from: .system), putAt: house.clock.now, until: house.clock.now + .days(5))
            try await house.gate.perform { try HoldStore($0).insert(hold) }
            #expect(try await Self.sweep(house) == 0)
            let now = house.clock.now
            _ = try await house.gate.perform { try HoldStore($0).end(hold.id, of: person.subject, at: now) }
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test(
        "ends too with the last consent for which a field is kept, and takes its index along",
        arguments: Engine.available)
    func grounds(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.publish("email", "purposes", #"["advertising"]"#, in: house)
            try await Self.decide(.main, true, by: person, in: house)
            // Nobody is destroyed anything for a consent that was never given.
            #expect(try await Self.sweep(house) == 0)
            let advertising = ConsentID("advertising")
            try await Self.decide(advertising.by(.email), true, by: person, in: house)
            try await Self.decide(advertising.by(.sms), true, by: person, in: house)
            try await Self.decide(advertising.by(.email), false, by: person, in: house)
            #expect(try await Self.sweep(house) == 0)
            try await Self.decide(advertising.by(.sms), false, by: person, in: house)
            #expect(try await house.count("address") == 1)
            #expect(try await Self.sweep(house) == 1)
            #expect(try await !Self.holds(.email, person, in: house))
            #expect(try await house.count("address") == 0)
            #expect(try await house.count("contact") == 0)
        }
    }
}
