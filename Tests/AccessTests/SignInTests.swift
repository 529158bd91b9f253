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
    private static let address = "aigerim@example.kz"

    /// Somebody registered under ``address``, an hour ago.
    private static func registered(_ house: TestHouse) async throws -> Person {
        let person = try await house.register("Үлгіева", "Айгерім", email: address)
        house.clock.advance(by: .minutes(61))
        return person
    }

    /// Asks for a code and gives the digest of the session that waits for it.
    private static func ask(_ house: TestHouse, _ address: String = address) async throws -> Bytes {
        Session.digest(of: try await house.signIn.askCode(.email, field: .email, address: address))
    }

    private static func code(_ house: TestHouse) async throws -> String {
        try await house.signIn.dispatch()
        try await house.courier.round()
        return try await house.outbox.code()
    }

    /// Somebody who has asked for a code, in the session that waits for it, and the code.
    private static func waiting(_ house: TestHouse) async throws -> (Person, session: Bytes, code: String) {
        let person = try await registered(house)
        let session = try await ask(house)
        return (person, session, try await code(house))
    }

    private static func session(_ house: TestHouse, _ token: Bytes) async throws -> Session? {
        try await Sessions(gate: house.gate, time: house.clock.source).find(Session.digest(of: token))
    }

    /// Another code than the one that was sent.
    private static func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    @Test("takes the code that came to a confirmed address, once", arguments: Engine.available)
    func byCode(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, waiting, code) = try await Self.waiting(house)
            let session = try #require(
                try await Self.session(house, try await house.signIn.enter(code: code, session: waiting)))
            #expect(session.subject == person.subject)
            #expect(session.assurance == .emailCode)
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.signIn.enter(code: code, session: waiting)
            }
            let entries = try await house.gate.history(of: person.subject, limit: 100)
            #expect(entries.count { $0.act == "signIn" } == 1)
        }
    }

    @Test("asks the same of an address that nobody has, and sends nothing", arguments: Engine.available)
    func unknownAddress(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.registered(house)
            var added: [[Int]] = []
            for address in [Self.address, "nobody@example.kz"] {
                let tables = ["session", "code", "message", "pending_entry", "budget"]
                var before: [Int] = []
                for table in tables { before.append(try await house.count(table)) }
                _ = try await Self.ask(house, address)
                var after: [Int] = []
                for table in tables { after.append(try await house.count(table)) }
                added.append(zip(after, before).map { $0 - $1 })
            }
            #expect(added[0] == [1, 1, 0, 0, 0])
            #expect(added[0] == added[1])
            let sent = await house.outbox.deliveries.count
            #expect(try await house.signIn.dispatch() == 2)
            #expect(try await house.signIn.dispatch() == 0)
            try await house.courier.round()
            let deliveries = await house.outbox.deliveries.dropFirst(sent)
            #expect(deliveries.map { $0.address.reveal() } == [Self.address])
        }
    }

    @Test("answers a guess the same whether or not a code was sent", arguments: Engine.available)
    func guesses(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.registered(house)
            let known = try await Self.ask(house)
            let unknown = try await Self.ask(house, "nobody@example.kz")
            let wrong = Self.wrong(try await Self.code(house))
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
            let (_, waiting, code) = try await Self.waiting(house)
            for _ in 0..<5 {
                await #expect(throws: AccessRefusal.self) {
                    _ = try await house.signIn.enter(code: Self.wrong(code), session: waiting)
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
            let (_, waiting, code) = try await Self.waiting(house)
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        await #expect(throws: AccessRefusal.self) {
                            _ = try await house.signIn.enter(code: Self.wrong(code), session: waiting)
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
            _ = try await Self.registered(house)
            for (wait, isOpen) in [(599, true), (600, false)] {
                let waiting = try await Self.ask(house)
                let code = try await Self.code(house)
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
            let (_, waiting, code) = try await Self.waiting(house)
            let other = try await Self.ask(house, "nobody@example.kz")
            await #expect(throws: AccessRefusal.self) { _ = try await house.signIn.enter(code: code, session: other) }
            _ = try await house.signIn.enter(code: code, session: waiting)
        }
    }

    @Test(
        "sends a code a minute and five an hour to one address, and tells nobody that others have asked",
        arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.registered(house)
            func sent() async throws -> Int {
                try await house.signIn.dispatch()
                try await house.courier.round()
                return await house.outbox.deliveries.count
            }
            let before = try await sent()
            _ = try await Self.ask(house, Self.address)
            #expect(try await sent() == before + 1)
            house.clock.advance(by: .seconds(59))
            _ = try await Self.ask(house, Self.address)
            #expect(try await sent() == before + 1)
            for _ in 0..<6 {
                house.clock.advance(by: .seconds(61))
                _ = try await Self.ask(house, Self.address)
            }
            #expect(try await sent() == before + 5)
            house.clock.advance(by: .hours(1))
            _ = try await Self.ask(house, Self.address)
            #expect(try await sent() == before + 6)
        }
    }

    @Test("tells a session that it asks again too soon", arguments: Engine.available, [address, "nobody@example.kz"])
    func tooSoon(engine: Engine, address: String) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.registered(house)
            let start = house.clock.now
            let session = try await Self.ask(house, address)
            house.clock.advance(by: .seconds(59))
            await #expect(throws: AccessRefusal.tooSoon(start + .seconds(60))) {
                try await house.signIn.askAgain(session: session)
            }
        }
    }

    @Test("takes a password that was set, and ends the other sessions when it is", arguments: Engine.available)
    func password(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await Self.registered(house)
            let waiting = try await Self.ask(house)
            let token = try await house.signIn.enter(code: try await Self.code(house), session: waiting)
            let session = try #require(try await Self.session(house, token))
            house.clock.advance(by: .minutes(2))
            let otherWaiting = try await Self.ask(house)
            let other = try await house.signIn.enter(code: try await Self.code(house), session: otherWaiting)
            try await house.signIn.setPassword("correct horse battery", of: person.subject, session: session)
            #expect(try await Self.session(house, token) != nil)
            #expect(try await Self.session(house, other) == nil)

            let entered = try await house.signIn.enter(
                address: Self.address, field: .email, password: "correct horse battery")
            #expect(try await Self.session(house, entered)?.assurance == .password)
            for (address, password) in [(Self.address, "wrong"), ("nobody@example.kz", "correct horse battery")] {
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await house.signIn.enter(address: address, field: .email, password: password)
                }
            }
        }
    }

    @Test("by password waits after ten wrong ones in a row", arguments: Engine.available)
    func locked(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await Self.registered(house)
            let now = house.clock.now
            try await house.gate.perform {
                try CredentialStore($0).setPassword("plain:correct horse battery", of: person.subject, at: now)
            }
            func enter(_ password: String) async throws {
                _ = try await house.signIn.enter(address: Self.address, field: .email, password: password)
            }
            for _ in 0..<10 {
                await #expect(throws: AccessRefusal.wrongCredentials) { try await enter("wrong") }
            }
            await #expect(throws: AccessRefusal.wrongCredentials) { try await enter("correct horse battery") }
            house.clock.advance(by: .minutes(2))
            try await enter("correct horse battery")
        }
    }

    @Test(
        "counts a wrong password in one row, for somebody, for a locked account and for nobody",
        arguments: Engine.available)
    func sameWritten(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await Self.registered(house)
            func failures() async throws -> Int64 {
                try await house.database.read {
                    try $0.rows("SELECT failures FROM credential").map { row in try row.int(0) }.reduce(0, +)
                }
            }
            // The last of the twelve come to a locked account.
            for number in 1...12 {
                for (turn, address) in [Self.address, "nobody@example.kz"].enumerated() {
                    await #expect(throws: AccessRefusal.wrongCredentials) {
                        _ = try await house.signIn.enter(address: address, field: .email, password: "wrong")
                    }
                    let counted = try await failures()
                    #expect(counted == Int64(2 * number - 1 + turn))
                }
            }
        }
    }
}
