import Access
import HouseKit
import Permits
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Sessions")
struct SessionTests {
    @Test("of a person are listed, the one used last first, and ended one by one", arguments: Engine.available)
    func list(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let first = try await house.enter(.at(1)).token
            house.clock.advance(by: .minutes(5))
            let second = try await house.enter(.at(2)).token
            house.clock.advance(by: .minutes(2))
            _ = try await house.session(first)
            let sessions = try await house.sessions.all(of: person.subject)
            #expect(sessions.map(\.digest) == [first, second].map { Session.digest(of: $0) })
            #expect(sessions.map(\.seenAt) == [house.clock.now, house.clock.now - .minutes(2)])

            let name = house.sessions.name(of: sessions[1])
            #expect(name != sessions[1].digest.hex)
            let stranger = try await house.begin("Ойдан", "Бекзат")
            try await house.sessions.end(named: name, of: stranger.subject)
            #expect(try await house.session(second) != nil)
            try await house.sessions.end(named: name, of: person.subject)
            #expect(try await house.session(second) == nil)
            #expect(try await house.session(first) != nil)
        }
    }

    @Test("end when idle for as long as the policy says", arguments: Engine.available)
    func idle(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let digest = Session.digest(of: try await house.enter(.at(1)).token)
            house.clock.advance(by: .minutes(20))
            #expect(try await house.sessions.find(digest) != nil)
            house.clock.advance(by: .minutes(20))
            // A shorter term counts from the instant of its publication, also for who came before.
            try await house.publish(changing: #""session":"30 minutes""#, to: #""session":"10 minutes""#)
            #expect(try await house.sessions.find(digest) == nil)
            #expect(try await house.sessions.all(of: person.subject).isEmpty)
            try await house.publish(changing: #""session":"10 minutes""#, to: #""session":"30 minutes""#)
            #expect(try await house.sessions.find(digest) != nil)
        }
    }

    @Test("of a registration last no longer than others once it is sent", arguments: Engine.available)
    func sent(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let draft = try await house.begin("Ойдан", "Бекзат")
            let person = try await house.register("Үлгіева", "Айгерім", email: TestHouse.address)
            house.clock.advance(by: .minutes(29))
            #expect(try await house.sessions.find(person.session) != nil)
            house.clock.advance(by: .minutes(31))
            #expect(try await house.sessions.find(person.session) == nil)
            #expect(try await house.sessions.find(draft.session) != nil)
        }
    }

    @Test("of whoever has confirmed a telephone only last as long as the draft did", arguments: Engine.available)
    func sentByTelephone(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.telephone, "8 777 000 00 01", of: person)
            try await house.registrar.send(person.subject, session: person.session)
            house.clock.advance(by: .days(6))
            #expect(try await house.sessions.find(person.session)?.kind == .registration)
        }
    }
}
