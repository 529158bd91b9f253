import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("takes the code that came to a confirmed address, once", arguments: Engine.available)
    func byCode(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, waiting, code) = try await house.waiting()
            let entered = try await house.signIn.enter(code: code, session: waiting)
            let session = try #require(try await house.session(entered.token))
            #expect(session.subject == person.subject)
            #expect(session.assurance == .emailCode)
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.signIn.enter(code: code, session: waiting)
            }
            let entries = try await house.gate.history(of: person.subject, limit: 100)
            #expect(entries.count { $0.act == "signIn" } == 1)
        }
    }

    @Test("is open to whoever has withdrawn the main consent: their rights are behind it", arguments: Engine.available)
    func afterWithdrawal(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let sealer = try await house.gate.sealer(for: person.subject)
            try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(
                    Ask(
                        .withdrawConsent, by: .subject(person.subject, session: person.session), on: person.subject,
                        for: .rights), sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(
                        .main, isGiven: false, language: .kk, shown: ShownText("text")),
                    in: transaction)
            }
            let entered = try await house.enter()
            #expect(try await house.session(entered.token)?.subject == person.subject)
        }
    }

    @Test("asks the same of an address that nobody has, and sends nothing", arguments: Engine.available)
    func unknownAddress(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            var added: [[Int]] = []
            for address in [TestHouse.address, TestHouse.nobodys] {
                let tables = ["session", "code", "message", "pending_entry", "budget", "guess"]
                var before: [Int] = []
                for table in tables { before.append(try await house.count(table)) }
                _ = try await house.ask(address)
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await house.enter("wrong", address: address)
                }
                var after: [Int] = []
                for table in tables { after.append(try await house.count(table)) }
                added.append(zip(after, before).map { $0 - $1 })
            }
            #expect(added[0] == [1, 1, 0, 0, 0, 1])
            #expect(added[0] == added[1])
            let sent = await house.outbox.deliveries.count
            #expect(try await house.signIn.dispatch() == 2)
            #expect(try await house.signIn.dispatch() == 0)
            try await house.courier.round()
            let deliveries = await house.outbox.deliveries.dropFirst(sent)
            #expect(deliveries.map { $0.address.reveal() } == [TestHouse.address])
        }
    }

    @Test("answers a guess the same whether or not a code was sent", arguments: Engine.available)
    func guesses(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let known = try await house.ask()
            let unknown = try await house.ask(TestHouse.nobodys)
            let wrong = TestHouse.wrong(try await house.code())
            for left in [4, 3, 2, 1, 0, 0] {
                for session in [known, unknown] {
                    await #expect(throws: AccessRefusal.wrongCode(triesLeft: left)) {
                        _ = try await house.signIn.enter(code: wrong, session: session)
                    }
                }
            }
        }
    }

    @Test("is closed after five wrong codes, to the right one too", arguments: Engine.available)
    func fiveTries(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (_, waiting, code) = try await house.waiting()
            for _ in 0..<5 {
                await #expect(throws: AccessRefusal.self) {
                    _ = try await house.signIn.enter(code: TestHouse.wrong(code), session: waiting)
                }
            }
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 0)) {
                _ = try await house.signIn.enter(code: code, session: waiting)
            }
        }
    }

    @Test("counts tries that come at the same time one by one", arguments: Engine.available)
    func manyTries(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (_, waiting, code) = try await house.waiting()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        await #expect(throws: AccessRefusal.self) {
                            _ = try await house.signIn.enter(code: TestHouse.wrong(code), session: waiting)
                        }
                    }
                }
            }
            let tries = try await house.database.read {
                try $0.rows("SELECT tries FROM code WHERE session = \(waiting)").map { row in try row.int(0) }
            }
            #expect(tries == [5])
        }
    }

    @Test("by code ends ten minutes after it was asked for", arguments: Engine.available)
    func tenMinutes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            for (wait, isOpen) in [(599, true), (600, false)] {
                let waiting = try await house.ask()
                let code = try await house.code()
                house.clock.advance(by: .seconds(wait))
                if isOpen {
                    _ = try await house.signIn.enter(code: code, session: waiting)
                } else {
                    await #expect(throws: AccessRefusal.self) {
                        _ = try await house.signIn.enter(code: code, session: waiting)
                    }
                }
            }
        }
    }

    @Test("takes a code in the session that asked for it only", arguments: Engine.available)
    func otherSession(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (_, waiting, code) = try await house.waiting()
            let other = try await house.ask(TestHouse.nobodys)
            await #expect(throws: AccessRefusal.self) { _ = try await house.signIn.enter(code: code, session: other) }
            _ = try await house.signIn.enter(code: code, session: waiting)
        }
    }
}
