import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Registration")
struct RegistrationJourneyTests {
    @Test("leads from names and consent to a case that awaits review", arguments: Engine.available)
    func journey(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, "aigerim@example.kz", of: person)
            try await house.registrar.send(person.subject, session: person.session)
            let row = try await house.registration(of: person)
            #expect(row?.state == .sent)
            let checkpoint = try #require(try await house.sequencer.sequence())
            #expect(checkpoint.size > 5)
        }
    }

    @Test("stores nothing at all before names and consent are sent together", arguments: Engine.available)
    func nothingBefore(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            await #expect(throws: RegistrationRefusal.fields([FieldProblem("consent", .notAgreed)])) {
                _ = try await house.registrar.begin(try house.beginning("Үлгіева", "Айгерім", agreed: false))
            }
            for table in ["subject", "consent", "registration", "session", "contact", "message", "own_entry"] {
                let rows = try await house.count(table)
                #expect(rows == 0, "\(table)")
            }
        }
    }

    @Test("begun twice by the same form is one registration", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let beginning = try house.beginning("Үлгіева", "Айгерім")
            let first = try await house.registrar.begin(beginning)
            let second = try await house.registrar.begin(beginning)
            #expect(first.subject == second.subject)
            let rows = try await house.count("subject")
            #expect(rows == 1)
        }
    }

    @Test("of one e-mail address by sixteen people at once makes one subject", arguments: Engine.available)
    func oneAddress(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            var people: [Person] = []
            for number in 0..<16 {
                let person = try await house.begin("Үлгіева", "Айгерім \(["А", "Б", "В", "Г"][number % 4])")
                try await house.confirm(.email, "Aigerim@Example.kz", of: person)
                people.append(person)
                // Five codes an hour to one address: the next asks an hour later.
                house.clock.advance(by: .minutes(61))
            }
            let sent = await withTaskGroup(of: Bool.self) { group in
                for person in people {
                    group.addTask {
                        do {
                            try await house.registrar.send(person.subject, session: person.session)
                            return true
                        } catch {
                            return (error as? RegistrationRefusal) != .alreadyRegistered
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(sent == 1)
        }
    }

    @Test("with a taken address looks the same to a stranger, and the holder is told", arguments: Engine.available)
    func taken(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let holder = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, "aigerim@example.kz", of: holder)
            try await house.registrar.send(holder.subject, session: holder.session)
            house.clock.advance(by: .minutes(5))
            let stranger = try await house.begin("Ойдан", "Бекзат")
            try await house.registrar.setContact(
                .email, to: "aigerim@example.kz", of: stranger.subject, session: stranger.session)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.address.reveal() == "aigerim@example.kz")
            #expect(told.text.firstMatch(of: /[0-9]{6}/) == nil)
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await house.registrar.confirm("123456", .email, of: stranger.subject, session: stranger.session)
            }
        }
    }

    @Test("that is not agreed to leaves nothing readable", arguments: Engine.available)
    func declined(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.end(person.subject, by: .decline, session: person.session)
            for table in ["consent", "registration", "session", "contact", "message", "own_entry"] {
                let rows = try await house.count(table)
                #expect(rows == 0, "\(table)")
            }
            await #expect(throws: GateRefusal.self) { _ = try await house.gate.sealer(for: person.subject) }
        }
    }

    @Test("left as a draft for seven days is destroyed", arguments: Engine.available)
    func expired(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.begin("Үлгіева", "Айгерім")
            house.clock.advance(by: .days(7) + .seconds(1))
            let swept = try await house.registrar.sweep()
            #expect(swept.expired == 1)
            let rows = try await house.count("registration")
            #expect(rows == 0)
        }
    }
}

func + (left: Span, right: Span) -> Span { Span(microseconds: left.microseconds + right.microseconds) }

@Suite("A code")
struct CodeAddressTests {
    @Test("goes to the address it was asked for, or to none", arguments: Engine.available)
    func changedMeanwhile(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Ойдан", "Бекзат")
            let (subject, session) = (person.subject, person.session)
            try await house.registrar.setContact(.email, to: "victim@example.kz", of: subject, session: session)
            let own = try Registrar.normalised(.email, "attacker@example.kz")
            try await house.registrar.storeContact(.email, own, of: subject, session: session)
            try await house.courier.round()
            let deliveries = await house.outbox.deliveries
            #expect(deliveries.isEmpty)
        }
    }

    @Test("ends when another address is given", arguments: Engine.available)
    func endsWithItsAddress(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Ойдан", "Бекзат")
            let (subject, session) = (person.subject, person.session)
            try await house.registrar.setContact(.email, to: "first@example.kz", of: subject, session: session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            for address in ["second@example.kz", "first@example.kz"] {
                try await house.registrar.storeContact(
                    .email, try Registrar.normalised(.email, address), of: subject, session: session)
            }
            await #expect(throws: AccessRefusal.self) {
                try await house.registrar.confirm(code, .email, of: subject, session: session)
            }
        }
    }
}
