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

@Suite("Setting a password")
struct ProofTests {
    private static let password = "correct horse battery"

    /// Somebody who signed in by a code, and their session as it stands now.
    private static func signedIn(
        _ house: TestHouse, after wait: Span = .seconds(0)
    ) async throws -> (Person, Session) {
        let person = try await house.registered()
        let token = try await house.enter(.at(1)).token
        house.clock.advance(by: wait)
        return (person, try #require(try await house.session(token)))
    }

    @Test("asks for nothing within ten minutes of a sign-in, and for a proof after it", arguments: Engine.available)
    func tenMinutes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, session) = try await Self.signedIn(house, after: .seconds(599))
            #expect(house.signIn.isProven(session))
            house.clock.advance(by: .seconds(1))
            #expect(!house.signIn.isProven(session))
            await #expect(throws: AccessRefusal.needsProof) {
                _ = try await house.signIn.setPassword(Self.password, of: person.subject, session: session)
            }
            let isSet = try await house.signIn.hasPassword(person.subject)
            #expect(!isSet)
        }
    }

    @Test("takes the present password for a proof, and counts wrong ones", arguments: Engine.available)
    func presentPassword(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, fresh) = try await Self.signedIn(house)
            let token = try await house.signIn.setPassword(Self.password, of: person.subject, session: fresh)
            house.clock.advance(by: .minutes(11))
            let session = try #require(try await house.session(token))
            func set(_ present: String?) async throws {
                _ = try await house.signIn.setPassword(
                    "another long password", present: present, of: person.subject, session: session)
            }
            await #expect(throws: AccessRefusal.needsProof) { try await set(nil) }
            for _ in 0..<9 { await #expect(throws: AccessRefusal.wrongCredentials) { try await set("wrong") } }
            try await set(Self.password)
            _ = try await house.enter("another long password")
            let all = try await house.sessions.all(of: person.subject)
            let renewed = try #require(all.first { $0.assurance == .emailCode })
            for _ in 0..<10 {
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await house.signIn.setPassword(
                        Self.password, present: "wrong", of: person.subject, session: renewed)
                }
            }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await house.signIn.setPassword(
                    Self.password, present: "another long password", of: person.subject, session: renewed)
            }
        }
    }

    @Test("is told at the person's address when there was one before, and names nobody", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, session) = try await Self.signedIn(house)
            try await house.courier.round()
            let before = await house.outbox.deliveries.count
            let token = try await house.signIn.setPassword(Self.password, of: person.subject, session: session)
            try await house.courier.round()
            #expect(await house.outbox.deliveries.count == before)
            let renewed = try #require(try await house.session(token))
            _ = try await house.signIn.setPassword("another long password", of: person.subject, session: renewed)
            try await house.courier.round()
            let told = await house.outbox.deliveries.dropFirst(before)
            #expect(told.count == 1)
            let text = try #require(told.first).text
            #expect(text.firstMatch(of: /[0-9]{6}/) == nil && !text.contains("password"))
        }
    }

    @Test("takes a code for a proof; the password that was entered waits for it", arguments: Engine.available)
    func code(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, session) = try await Self.signedIn(house, after: .minutes(20))
            let kept = try await house.signIn.keep(Self.password, of: person.subject, session: session)
            #expect(try await house.signIn.askProof(of: person.subject, session: session) == .email)
            let code = try await house.code()
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                _ = try await house.signIn.setPassword(
                    kept: kept, code: TestHouse.wrong(code), of: person.subject, session: session)
            }
            let token = try await house.signIn.setPassword(
                kept: kept, code: code, of: person.subject, session: session)
            _ = try await house.enter(Self.password)
            let renewed = try #require(try await house.session(token))
            #expect(house.signIn.isProven(renewed))
            // Neither the code nor what was kept counts twice.
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.signIn.setPassword(kept: kept, code: code, of: person.subject, session: renewed)
            }
        }
    }

    @Test("takes nothing that was kept or sent for another session", arguments: Engine.available)
    func otherSession(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (person, session) = try await Self.signedIn(house, after: .minutes(20))
            let other = try #require(try await house.session(try await house.enter(.at(2)).token))
            house.clock.advance(by: .minutes(11))
            let kept = try await house.signIn.keep(Self.password, of: person.subject, session: session)
            _ = try await house.signIn.askProof(of: person.subject, session: session)
            let code = try await house.code()
            await #expect(throws: AccessRefusal.needsProof) {
                _ = try await house.signIn.setPassword(kept: kept, code: code, of: person.subject, session: other)
            }
            let others = try await house.signIn.keep(Self.password, of: person.subject, session: other)
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 0)) {
                _ = try await house.signIn.setPassword(kept: others, code: code, of: person.subject, session: other)
            }
            let isSet = try await house.signIn.hasPassword(person.subject)
            #expect(!isSet)
        }
    }

    @Test(
        "asks whoever only holds the browser of a registration, until they confirm an address",
        arguments: Engine.available)
    func registering(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let begun = try #require(try await house.sessions.find(person.session))
            #expect(!house.signIn.isProven(begun))
            await #expect(throws: AccessRefusal.notAnAddress) {
                _ = try await house.signIn.askProof(of: person.subject, session: begun)
            }
            try await house.confirm(.email, TestHouse.address, of: person)
            let confirmed = try #require(try await house.sessions.find(person.session))
            #expect(house.signIn.isProven(confirmed))
        }
    }

    @Test("is not for those who signed in by telephone", arguments: Engine.available)
    func telephone(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.telephone, "8 777 000 00 01", of: person)
            let token = try await house.signIn.askCode(.telephone, field: .telephone, address: "+77770000001")
            let entered = try await house.signIn.enter(code: try await house.code(), session: Session.digest(of: token))
            let session = try #require(try await house.session(entered.token))
            #expect(session.assurance == .telephoneCode)
            await #expect(throws: AccessRefusal.needsMore) {
                _ = try await house.signIn.setPassword(Self.password, of: person.subject, session: session)
            }
        }
    }
}
