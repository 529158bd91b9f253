import Access
import HouseKit
import Permits
import Primitives
import TestKit
import Testing

@Suite("Codes to one address")
struct CodeLimitTests {
    private static let addresses = [TestHouse.address, TestHouse.nobodys]

    @Test("come a minute apart for one asker, who is told so", arguments: Engine.available, addresses)
    func tooSoon(engine: Engine, address: String) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let start = house.clock.now
            let session = try await house.ask(address, .at(1))
            house.clock.advance(by: .seconds(59))
            await #expect(throws: AccessRefusal.tooSoon(start + .seconds(60))) {
                try await house.signIn.askAgain(session: session, asker: .at(1))
            }
            // Another session, another source in the same session: still the same asker.
            await #expect(throws: AccessRefusal.tooSoon(start + .seconds(60))) {
                _ = try await house.ask(address, .at(1))
            }
            await #expect(throws: AccessRefusal.tooSoon(start + .seconds(60))) {
                try await house.signIn.askAgain(session: session, asker: .at(2))
            }
            _ = try await house.ask(address, .at(2))
            house.clock.advance(by: .seconds(1))
            _ = try await house.ask(address, .at(1))
        }
    }

    @Test("are five an hour for one asker, who is told until when", arguments: Engine.available, addresses)
    func tooMany(engine: Engine, address: String) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let start = house.clock.now
            for _ in 0..<5 {
                _ = try await house.ask(address, .at(1))
                house.clock.advance(by: .minutes(2))
            }
            await #expect(throws: AccessRefusal.tooManyCodes(start + .hours(1))) {
                _ = try await house.ask(address, .at(1))
            }
            _ = try await house.ask(address, .at(2))
            house.clock.set(start + .hours(1))
            _ = try await house.ask(address, .at(1))
        }
    }

    @Test("keep to the terms of an edition from the instant of its publication", arguments: Engine.available)
    func published(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (_, session, _) = try await house.waiting()
            func pending() async throws -> OneTimeCodes.Pending? {
                try await house.gate.look {
                    try house.codes.pending(.signIn, channel: nil, session: session, in: $0)
                }
            }
            #expect(try await pending()?.triesLeft == 5)
            try await house.publish(changing: #""codeTries":5"#, to: #""codeTries":2"#)
            try await house.publish(changing: #""codeResend":"1 minutes""#, to: #""codeResend":"5 minutes""#)
            let waiting = try #require(try await pending())
            #expect(waiting.triesLeft == 2 && waiting.againAt == waiting.createdAt + .minutes(5))
            house.clock.advance(by: .minutes(4))
            await #expect(throws: AccessRefusal.tooSoon(waiting.againAt)) {
                try await house.signIn.askAgain(session: session, asker: .unknown)
            }
        }
    }

    @Test("go to the holder at once, though a stranger has just asked", arguments: Engine.available)
    func afterAStranger(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            _ = try await house.ask(TestHouse.address, .at(1))
            let before = try await house.sent()
            let waiting = try await house.ask(TestHouse.address, .at(2))
            #expect(try await house.sent() == before + 1)
            _ = try await house.signIn.enter(code: try await house.code(), session: waiting)
        }
    }

    @Test("are fifteen an hour for all strangers together, and none of them is told", arguments: Engine.available)
    func strangers(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let before = try await house.sent()
            for place in 1...20 { _ = try await house.ask(TestHouse.address, .at(UInt8(place))) }
            #expect(try await house.sent() == before + 15)
            house.clock.advance(by: .minutes(60))
            _ = try await house.ask(TestHouse.address, .at(99))
            #expect(try await house.sent() == before + 16)
        }
    }

    @Test("come to a browser of the holder after strangers have used up theirs", arguments: Engine.available)
    func knownBrowser(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let tokens = try await house.enter(.at(1)).tokens
            house.clock.advance(by: .days(30))
            for place in 1...20 { _ = try await house.ask(TestHouse.address, .at(UInt8(place))) }
            let before = try await house.sent()
            // The same source as a stranger's, who has asked within the last minute.
            let waiting = try await house.ask(TestHouse.address, .at(1, tokens: tokens))
            #expect(try await house.sent() == before + 1)
            let entered = try await house.signIn.enter(code: try await house.code(), session: waiting)
            #expect(try await house.session(entered.token)?.subject == person.subject)
        }
    }

    @Test("are five an hour for a known browser too", arguments: Engine.available)
    func knownBrowserLimit(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let tokens = try await house.enter(.at(1)).tokens
            let start = house.clock.now
            for place in 1...5 {
                _ = try await house.ask(TestHouse.address, .at(UInt8(place), tokens: tokens))
                house.clock.advance(by: .minutes(1))
            }
            await #expect(throws: AccessRefusal.tooManyCodes(start + .hours(1))) {
                _ = try await house.ask(TestHouse.address, .at(9, tokens: tokens))
            }
        }
    }
}

@Suite("A known browser")
struct KnownBrowserTests {
    /// Whether a browser that holds `tokens` gets a code that strangers no longer get.
    private func isKnown(_ house: TestHouse, _ tokens: [Bytes]) async throws -> Bool {
        house.clock.advance(by: .minutes(61))
        for place in 1...15 { _ = try await house.ask(TestHouse.address, .at(UInt8(place))) }
        let before = try await house.sent()
        _ = try await house.ask(TestHouse.address, .at(50, tokens: tokens))
        return try await house.sent() == before + 1
    }

    @Test("is known for 180 days", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let tokens = try await house.enter(.at(1)).tokens
            house.clock.advance(by: .days(179))
            #expect(try await isKnown(house, tokens))
            house.clock.advance(by: .days(2))
            #expect(try await !isKnown(house, tokens))
        }
    }

    @Test("is told by no token of another address, and by none that was changed", arguments: Engine.available)
    func forged(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            _ = try await house.registered()
            let other = try await house.register("Ойдан", "Бекзат", email: "bekzat@example.kz")
            #expect(other.number.isEmpty == false)
            let waiting = try await house.ask("bekzat@example.kz", .at(1))
            let others = try await house.signIn.enter(code: try await house.code(), session: waiting).tokens
            #expect(try await !isKnown(house, others))
            house.clock.advance(by: .minutes(61))
            let own = try await house.enter(.at(60)).tokens
            for place in [0, 13, 31] {
                var changed = own[0]
                changed[place] ^= 1
                #expect(try await !isKnown(house, [changed]), "octet \(place)")
            }
            #expect(try await !isKnown(house, [Bytes(repeating: 0, count: 32), [], Bytes(own[0].dropLast())]))
            #expect(try await isKnown(house, others + own))
        }
    }

    @Test("holds one token an address and four at most, which say nothing", arguments: Engine.available)
    func tokens(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let browsers = house.codes.browsers
            let targets = (0..<6).map { Bytes(repeating: UInt8($0), count: 32) }
            var tokens = browsers.adding(targets[0], to: [])
            tokens = browsers.adding(targets[0], to: tokens)
            #expect(tokens.count == 1)
            for target in targets { tokens = browsers.adding(target, to: tokens) }
            #expect(tokens.count == 4)
            #expect(Set(tokens.map { $0.prefix(12) }).count == 4)
            #expect(tokens.allSatisfy { $0.count == KnownBrowsers.length })
        }
    }
}
