import Access
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("An address, when the index key has a new version")
struct IndexVersionTests {
    private static let address = "aigerim@example.kz"

    private static func entered(_ house: TestHouse, of person: Person) async throws -> [Int] {
        let subject = person.subject
        return try await house.gate.look { transaction in
            try transaction.rows("SELECT version FROM address WHERE subject_id = \(subject) ORDER BY version")
                .map { Int(try $0.int(0)) }
        }
    }

    @Test("is entered under the versions that there are", arguments: Engine.available)
    func versions(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let first = try await house.register("Үлгіева", "Айгерім", email: "first@example.kz")
            #expect(try await Self.entered(house, of: first) == [1])
            try house.addIndexVersion()
            let second = try await house.register("Үлгіева", "Айгерім", email: "second@example.kz")
            #expect(try await Self.entered(house, of: second) == [1, 2])
            try house.dropIndexVersion(1)
            let third = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, "third@example.kz", of: third)
            #expect(try await Self.entered(house, of: third) == [2])
        }
    }

    @Test("that belongs to somebody since the version before is theirs alone", arguments: Engine.available)
    func taken(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.register("Үлгіева", "Айгерім", email: Self.address)
            let other = try await house.begin("Ойдан", "Бекзат")
            try house.addIndexVersion()
            house.clock.advance(by: .minutes(5))
            try await house.registrar.setContact(
                .email, to: Self.address, of: other.subject, session: other.session)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.text.firstMatch(of: /[0-9]{6}/) == nil)
        }
    }

    @Test("given before it is known under the version of then", arguments: Engine.available)
    func givenBefore(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.setContact(
                .email, to: Self.address, of: person.subject, session: person.session)
            try house.addIndexVersion()
            try await house.courier.round()
            try await house.registrar.confirm(
                try await house.outbox.code(), .email, of: person.subject, session: person.session)
            #expect(try await Self.entered(house, of: person) == [1])
        }
    }

    @Test("of a row from before versions were kept is of the first", arguments: Engine.available)
    func oldRow(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.setContact(
                .email, to: Self.address, of: person.subject, session: person.session)
            try await house.database.write { _ = try $0.run("UPDATE contact SET digests = NULL") }
            try await house.courier.round()
            try await house.registrar.confirm(
                try await house.outbox.code(), .email, of: person.subject, session: person.session)
            #expect(try await Self.entered(house, of: person) == [1])
        }
    }
}
