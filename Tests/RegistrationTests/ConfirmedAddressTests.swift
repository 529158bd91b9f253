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

@Suite("A confirmed address")
struct ConfirmedAddressTests {
    private static let (first, second) = ("aigerim@example.kz", "bekzat@example.kz")

    /// The persons whom an address finds, and the one whose alone it is.
    private static func found(_ address: String, in house: TestHouse) async throws -> (all: Int, holder: SubjectID?) {
        let book = house.registrar.addresses
        let digests = try book.digests(.email, address).map(\.digest)
        return try await house.gate.look {
            (try book.persons(digests, in: $0).count, try book.holder(digests, in: $0))
        }
    }

    @Test("finds nobody any more once another one is given", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, Self.first, of: person)
            // The same address once more, in other letters, stays what it is.
            let same = try Registrar.normalised(.email, "Aigerim@Example.kz")
            try await house.registrar.storeContact(.email, same, of: person.subject, session: person.session)
            #expect(try await Self.found(Self.first, in: house).all == 1)

            let other = try Registrar.normalised(.email, Self.second)
            try await house.registrar.storeContact(.email, other, of: person.subject, session: person.session)
            #expect(try await Self.found(Self.first, in: house).all == 0)
            // Nobody who signs in with the old one makes a code go to the new one, which is not confirmed.
            let before = await house.outbox.deliveries.count
            _ = try await house.signIn.askCode(.email, field: .email, address: Self.first)
            try await house.signIn.dispatch()
            try await house.courier.round()
            #expect(await house.outbox.deliveries.count == before)
        }
    }

    @Test("is free for others when its holder applies again with another one", arguments: Engine.available)
    func appliesAgain(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            try await house.database.write {
                try $0.run("UPDATE registration SET state = 'refused' WHERE subject_id = \(person.subject)")
            }
            try await house.registrar.applyAgain(person.subject, session: person.session)
            house.clock.advance(by: .minutes(2))
            try await house.confirm(.email, Self.second, of: person)
            try await house.registrar.send(person.subject, session: person.session)
            #expect(try await Self.found(Self.second, in: house).holder == person.subject)
            let next = try await house.register("Ойдан", "Бекзат", email: Self.first)
            #expect(try await Self.found(Self.first, in: house).holder == next.subject)
        }
    }

    /// Somebody who has sent with a telephone alone confirmed, and the code that went to their e-mail address.
    private static func sentByTelephone(in house: TestHouse) async throws -> (person: Person, code: String) {
        let person = try await house.begin("Үлгіева", "Айгерім")
        try await house.confirm(.telephone, "8 777 000 00 01", of: person)
        try await house.registrar.setContact(.email, to: first, of: person.subject, session: person.session)
        try await house.courier.round()
        let code = try await house.outbox.code()
        try await house.registrar.send(person.subject, session: person.session)
        return (person, code)
    }

    @Test("can be the other one, confirmed after sending, and is theirs alone then too", arguments: Engine.available)
    func later(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, code) = try await Self.sentByTelephone(in: house)
            let (subject, session) = (person.subject, person.session)
            #expect(try await Self.found(Self.first, in: house).holder == nil)
            try await house.registrar.confirm(code, .email, of: subject, session: session)
            #expect(try await Self.found(Self.first, in: house).holder == subject)
            #expect(try await Sessions(gate: house.gate, time: house.clock.source).find(session)?.kind == .account)

            house.clock.advance(by: .minutes(5))
            let stranger = try await house.begin("Ойдан", "Бекзат")
            try await house.registrar.setContact(
                .email, to: Self.first, of: stranger.subject, session: stranger.session)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.text.firstMatch(of: /[0-9]{6}/) == nil)
        }
    }

    @Test("that another has taken meanwhile is not confirmed after sending", arguments: Engine.available)
    func takenMeanwhile(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, code) = try await Self.sentByTelephone(in: house)
            let (subject, session) = (person.subject, person.session)
            house.clock.advance(by: .minutes(2))
            let other = try await house.register("Ойдан", "Бекзат", email: Self.first)
            await #expect(throws: RegistrationRefusal.alreadyRegistered) {
                try await house.registrar.confirm(code, .email, of: subject, session: session)
            }
            #expect(try await Self.found(Self.first, in: house).holder == other.subject)
            let contacts = try await house.gate.look { try RegistrationStore($0).contacts(of: subject) }
            #expect(contacts[.email]?.confirmedAt == nil)
        }
    }
}
