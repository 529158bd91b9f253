import Access
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("A password")
struct PasswordTests {
    private static let password = "correct horse battery"

    private static func give(_ house: TestHouse, to person: Person) async throws {
        let now = house.clock.now
        try await house.gate.perform {
            try CredentialStore($0).setPassword("plain:" + password, of: person.subject, at: now)
        }
    }

    @Test("lets in, and ends the other sessions when it is set", arguments: Engine.available)
    func set(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let other = try await house.enter(.at(1)).token
            house.clock.advance(by: .minutes(2))
            let token = try await house.enter(.at(1)).token
            let session = try #require(try await house.session(token))
            let renewed = try await house.signIn.setPassword(Self.password, of: person.subject, session: session)
            #expect(try await house.session(other) == nil)
            // The session goes on under a new token; the old one is worth nothing.
            #expect(try await house.session(token) == nil)
            let now = try #require(try await house.session(renewed))
            #expect(now.createdAt == session.createdAt && now.assurance == .emailCode)

            #expect(try await house.session(try await house.enter(Self.password).token)?.assurance == .password)
            for (address, password) in [(TestHouse.address, "wrong"), (TestHouse.nobodys, Self.password)] {
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await house.enter(password, address: address)
                }
            }
        }
    }

    @Test("waits after ten wrong ones in a row, whether or not anybody has the address", arguments: Engine.available)
    func waits(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            try await Self.give(house, to: try await house.registered())
            // The last of the twelve come while both wait; after each the same is written for somebody and for nobody.
            for number in 1...12 {
                for address in [TestHouse.address, TestHouse.nobodys] {
                    await #expect(throws: AccessRefusal.wrongCredentials) {
                        _ = try await house.enter("wrong", address: address)
                    }
                }
                let counted = try await house.database.read {
                    try $0.rows("SELECT failures, locked_until FROM guess").map { [try $0.int(0), try $0.int(1)] }
                }
                let until = number < 10 ? 0 : (house.clock.now + .seconds(60)).microseconds
                #expect(counted == [[Int64(min(number, 10)), until], [Int64(min(number, 10)), until]])
            }
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await house.enter(Self.password) }
            house.clock.advance(by: .seconds(60))
            _ = try await house.enter(Self.password)
        }
    }

    @Test("cannot be kept waiting by tries that come meanwhile", arguments: Engine.available)
    func waitsNoLonger(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            try await Self.give(house, to: try await house.registered())
            for _ in 0..<10 { _ = try? await house.enter("wrong", .at(1)) }
            for _ in 0..<5 {
                house.clock.advance(by: .seconds(10))
                await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await house.enter("wrong", .at(1)) }
            }
            house.clock.advance(by: .seconds(10))
            _ = try await house.enter(Self.password, .at(2))
        }
    }

    @Test("lets the holder in from a known browser, whatever strangers try", arguments: Engine.available)
    func outsiders(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let tokens = try await house.enter(.at(1)).tokens
            try await Self.give(house, to: person)
            // One wrong password at the end of each wait keeps all strangers waiting for good.
            for _ in 0..<30 {
                _ = try? await house.enter("wrong", .at(9))
                house.clock.advance(by: .seconds(60))
            }
            _ = try? await house.enter("wrong", .at(9))
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await house.enter(Self.password, .at(1)) }
            let entered = try await house.enter(Self.password, .at(1, tokens: tokens))
            #expect(try await house.session(entered.token)?.subject == person.subject)
            // And by a code, from anywhere.
            let waiting = try await house.ask(TestHouse.address, .at(1))
            _ = try await house.signIn.enter(code: try await house.code(), session: waiting)
        }
    }

    @Test("is tried ten times from a known browser too, then it waits", arguments: Engine.available)
    func knownBrowserWaits(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.registered()
            let tokens = try await house.enter(.at(1)).tokens
            try await Self.give(house, to: person)
            for _ in 0..<10 { _ = try? await house.enter("wrong", .at(1, tokens: tokens)) }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await house.enter(Self.password, .at(1, tokens: tokens))
            }
            // What that browser tried is not held against others.
            _ = try await house.enter(Self.password, .at(2))
        }
    }

    @Test("is compared ten times at most when many come at once", arguments: Engine.available)
    func manyAtOnce(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            try await Self.give(house, to: try await house.registered())
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await house.enter("wrong") }
                    }
                }
            }
            let failures = try await house.database.read {
                try $0.rows("SELECT failures FROM guess").map { row in try row.int(0) }
            }
            #expect(failures == [10])
        }
    }
}
