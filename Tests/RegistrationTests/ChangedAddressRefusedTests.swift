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

@Suite("Changing an address after sending is refused")
struct ChangedAddressRefusedTests {
    private static let (first, second) = ("aigerim@example.kz", "bekzat@example.kz")

    /// What is thrown when somebody asks for the second address; nothing goes out then, and the first is still theirs.
    private static func refusal(
        to address: String = second, of subject: SubjectID, in session: Session, house: TestHouse
    ) async throws -> (any Error)? {
        let (before, holder) = (try await house.count("message"), try await house.holder(first))
        do {
            _ = try await house.registrar.askChange(of: .email, to: address, of: subject, in: session)
            return nil
        } catch {
            let after = try await house.count("message")
            #expect(after == before)
            #expect(try await house.holder(first) == holder)
            return error
        }
    }

    @Test("to whoever has a session and shows no more than that", arguments: Engine.available)
    func noProof(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            house.clock.advance(by: .minutes(11))
            let old = try await house.session(of: person)
            let refused = try await Self.refusal(of: person.subject, in: old, house: house)
            #expect(refused as? AccessRefusal == .needsProof)
            // Once shown again by a password, it goes.
            try await house.database.write {
                try CredentialStore($0).setPassword("plain:құпия сөз", of: person.subject, at: house.clock.now)
            }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                try await house.signIn.prove(password: "басқа сөз", of: person.subject, session: old)
            }
            try await house.signIn.prove(password: "құпия сөз", of: person.subject, session: old)
            let proven = try await house.session(of: person)
            #expect(try await Self.refusal(of: person.subject, in: proven, house: house) == nil)
            // Another's data are nobody's to change in one's own session.
            let other = try await house.register("Ойдан", "Бекзат", email: "oidan@example.kz")
            let foreign = try await Self.refusal(of: other.subject, in: proven, house: house)
            #expect(foreign as? AccessRefusal == .needsMore)
        }
    }

    @Test(
        "to whoever acts for another; the principal does it by the address that is theirs", arguments: Engine.available)
    func representative(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let own = try await house.representative("okil@example.kz")
            let organisation = try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")
            let principal = Person(
                try await house.registrar.begin(
                    try house.beginning(Applicant(organisation), by: Representing(by: own, until: .authority))))
            try await house.confirm(.email, Self.first, of: principal)
            try await house.registrar.send(principal.subject, session: principal.session)
            let acting = try await house.session(of: principal)
            let refused = try await Self.refusal(of: principal.subject, in: acting, house: house)
            #expect((refused as? GateRefusal)?.reason == .notTheirs)
            await #expect(throws: AccessRefusal.needsMore) {
                try await house.signIn.prove(password: "құпия сөз", of: principal.subject, session: acting)
            }

            let session = try await house.signInByCode(Self.first)
            let kept = try await house.registrar.askChange(
                of: .email, to: Self.second, of: principal.subject, in: session)
            try await house.courier.round()
            _ = try await house.registrar.change(
                try await house.outbox.code(), kept: kept, of: principal.subject, in: session)
            #expect(try await house.holder(Self.second) == principal.subject)
        }
    }

    @Test("while the data are blocked, also when that came between", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let session = try await house.session(of: person)
            let kept = try await house.registrar.askChange(
                of: .email, to: Self.second, of: person.subject, in: session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            try await house.database.write {
                try $0.run("UPDATE subject SET state = 'blocked' WHERE id = \(person.subject)")
            }
            let refused = try await Self.refusal(of: person.subject, in: session, house: house)
            #expect((refused as? GateRefusal)?.reason == .blocked)
            await #expect(throws: GateRefusal.self) {
                _ = try await house.registrar.change(code, kept: kept, of: person.subject, in: session)
            }
            #expect(try await house.holder(Self.first) == person.subject)
            // The code was not used up: the person goes on where they were once it is over.
            try await house.database.write {
                try $0.run("UPDATE subject SET state = 'living' WHERE id = \(person.subject)")
            }
            _ = try await house.registrar.change(code, kept: kept, of: person.subject, in: session)
            #expect(try await house.holder(Self.second) == person.subject)
        }
    }

    @Test("where it is the same, and in a draft, which has its own step for it", arguments: Engine.available)
    func nothingToChange(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let session = try await house.session(of: person)
            let same = try await Self.refusal(to: "AIGERIM@example.kz", of: person.subject, in: session, house: house)
            #expect(same as? RegistrationRefusal == .fields([FieldProblem("email", .unchanged)]))
            let draft = try await house.begin("Ойдан", "Бекзат")
            try await house.confirm(.email, "oidan@example.kz", of: draft)
            let drafter = try await house.session(of: draft)
            let refused = try await Self.refusal(of: draft.subject, in: drafter, house: house)
            #expect(refused as? RegistrationRefusal == RegistrationRefusal.none)
        }
    }

    @Test("when the page is of another change than the code", arguments: Engine.available)
    func otherPage(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let session = try await house.session(of: person)
            let theirs = try await house.registrar.askChange(
                of: .email, to: "ozge@example.kz", of: person.subject, in: session)
            // Asked again at once, as a reload does: the code that was sent is still good, and none goes out.
            let before = try await house.count("code")
            _ = try await house.registrar.askChange(
                of: .email, to: "ozge@example.kz", of: person.subject, in: session)
            let after = try await house.count("code")
            #expect(after == before)
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.registrar.askChange(
                    of: .email, to: "ozge@example.kz", of: person.subject, in: session, again: true)
            }
            _ = try await house.registrar.askChange(of: .email, to: Self.second, of: person.subject, in: session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 0)) {
                _ = try await house.registrar.change(code, kept: theirs, of: person.subject, in: session)
            }
            let other = try await house.signInByCode(Self.first)
            await #expect(throws: AccessRefusal.needsProof) {
                _ = try await house.registrar.change(code, kept: theirs, of: person.subject, in: other)
            }
            #expect(try await house.holder(Self.first) == person.subject)
        }
    }
}
