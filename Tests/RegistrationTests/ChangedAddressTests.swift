import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@Suite("An address that is changed after sending")
struct ChangedAddressTests {
    private static let (first, second) = ("aigerim@example.kz", "bekzat@example.kz")

    @Test("takes the place of the old one by the code that comes to it, and not before", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let corrected = Mutex<[FieldNumber]>([])
            let registrar = Registrar(
                gate: house.gate, codes: house.codes, calendars: house.registrar.calendars, isDemo: { _ in true },
                operatorAddress: nil, erasure: [], missingDocuments: { _, _, _ in [] }, time: house.clock.source,
                randomness: .system, corrected: { field, _, _ in corrected.withLock { $0.append(field) } })
            let session = try await house.session(of: person)
            let kept = try await registrar.askChange(
                of: .email, to: "Bekzat@Example.kz", of: person.subject, in: session)
            try await house.courier.round()
            let delivery = try #require(await house.outbox.deliveries.last)
            let code = try await house.outbox.code()
            #expect(delivery.address.reveal() == "Bekzat@Example.kz")
            // A wrong code changes nothing, nor does the right one on the page of another session.
            let wrong = code == "000000" ? "000001" : "000000"
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await registrar.change(wrong, kept: kept, of: person.subject, in: session)
            }
            #expect(try await house.holder(Self.first) == person.subject)
            #expect(try await house.holder(Self.second) == nil)
            #expect(try await house.email(of: person) == Self.first)
            let before = try await house.confirmed(.email, of: person)
            #expect(try before == house.registrar.addresses.digests(.email, Self.first).first?.digest)
            #expect(corrected.withLock { $0.isEmpty })

            let done = try await registrar.change(code, kept: kept, of: person.subject, in: session)
            #expect(done.channel == .email && done.address.reveal() == "Bekzat@Example.kz")
            #expect(try await house.holder(Self.first) == nil)
            #expect(try await house.holder(Self.second) == person.subject)
            #expect(try await house.email(of: person) == "Bekzat@Example.kz")
            let after = try await house.confirmed(.email, of: person)
            #expect(try after == house.registrar.addresses.digests(.email, Self.second).first?.digest)
            // Those to whom it was passed on are told by what the house hangs on to it.
            #expect(corrected.withLock { $0 } == [.email])
            let acts = try await house.gate.history(of: person.subject, limit: 100).map(\.act)
            #expect(acts.count { $0 == "addContact" } == 2 && acts.count { $0 == "confirmContact" } == 2)
            // The code is used up.
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 0)) {
                try await registrar.change(code, kept: kept, of: person.subject, in: session)
            }
            // The old one is anybody's now.
            let next = try await house.register("Ойдан", "Бекзат", email: Self.first)
            #expect(try await house.holder(Self.first) == next.subject)
        }
    }

    @Test("is told where it was, with nothing about the person", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            try await house.change(.email, to: Self.second, of: person)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.address.reveal() == Self.first && told.language == .kk)
            #expect(told.text.hasSuffix("хабарласыңыз: https://test.example/kk/contacts"))
            for word in ["Үлгіева", "Айгерім", Self.second, person.number] { #expect(!told.text.contains(word)) }
            // What comes next goes to the new one.
            _ = try await house.signIn.askCode(.email, field: .email, address: Self.second)
            try await house.signIn.dispatch()
            try await house.courier.round()
            #expect(await house.outbox.deliveries.last?.address.reveal() == Self.second)
            // Neither of them lies in the queue any more.
            let kept = try await house.database.read { try $0.rows("SELECT parameters FROM message") }
            #expect(try kept.allSatisfy { try $0.bytes(0).isEmpty })
        }
    }

    @Test("ends all other sessions, and the codes that went to the old one", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let other = try await house.signInByCode(Self.first)
            house.clock.advance(by: .minutes(2))
            let stranger = Session.digest(
                of: try await house.signIn.askCode(.email, field: .email, address: Self.first))
            try await house.signIn.dispatch()
            try await house.courier.round()
            let code = try await house.outbox.code()
            try await house.change(.email, to: Self.second, of: person)
            let sessions = Sessions(gate: house.gate, time: house.clock.source)
            #expect(try await sessions.find(other.digest) == nil)
            #expect(try await sessions.find(person.session) != nil)
            await #expect(throws: AccessRefusal.self) {
                _ = try await house.signIn.enter(code: code, session: stranger)
            }
        }
    }

    @Test(
        "looks the same to its holder's neighbour when it is taken, and the holder is told", arguments: Engine.available
    )
    func taken(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let holder = try await house.register("Ойдан", "Бекзат", email: Self.second)
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let session = try await house.session(of: person)
            let kept = try await house.registrar.askChange(
                of: .email, to: Self.second, of: person.subject, in: session)
            let pending = try await house.gate.look {
                try house.codes.pending(.change, channel: .email, session: session.digest, in: $0)
            }
            #expect(pending?.triesLeft == 5)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.address.reveal() == Self.second && told.text.firstMatch(of: /[0-9]{6}/) == nil)
            #expect(!told.text.contains(Self.first))
            // No code fits, and each of them costs a try, as always.
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await house.registrar.change("000000", kept: kept, of: person.subject, in: session)
            }
            #expect(try await house.holder(Self.second) == holder.subject)
            #expect(try await house.holder(Self.first) == person.subject)
        }
    }

    @Test("that another has taken meanwhile is not taken from them", arguments: Engine.available)
    func takenMeanwhile(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: Self.first)
            let session = try await house.session(of: person)
            let kept = try await house.registrar.askChange(
                of: .email, to: Self.second, of: person.subject, in: session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            let other = try await house.register("Ойдан", "Бекзат", email: Self.second)
            await #expect(throws: RegistrationRefusal.alreadyRegistered) {
                try await house.registrar.change(code, kept: kept, of: person.subject, in: session)
            }
            #expect(try await house.holder(Self.second) == other.subject)
            #expect(try await house.holder(Self.first) == person.subject)
            #expect(try await house.email(of: person) == Self.first)
        }
    }

    @Test("may be a telephone, which its old holder is told by a text message", arguments: Engine.available)
    func telephone(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.confirm(.email, Self.first, of: person)
            try await house.confirm(.telephone, "8 777 000 00 01", of: person)
            try await house.registrar.send(person.subject, session: person.session)
            try await house.courier.round()
            try await house.change(.telephone, to: "8 777 000 00 02", of: person)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.channel == .sms && told.address.reveal() == "+77770000001")
            let numbers = try ["+77770000001", "+77770000002"].map {
                try house.registrar.addresses.digests(.telephone, $0).map(\.digest)
            }
            let found = try await house.gate.look { transaction in
                try numbers.map { try house.registrar.addresses.persons($0, in: transaction) }
            }
            #expect(found == [[], [person.subject]])
            // By the telephone alone nobody sees or changes anything, as ever.
            let token = try await house.signIn.askCode(.telephone, field: .telephone, address: "+77770000002")
            try await house.signIn.dispatch()
            try await house.courier.round()
            let entered = try await house.signIn.enter(
                code: try await house.outbox.code(), session: Session.digest(of: token))
            let session = try #require(
                try await Sessions(gate: house.gate, time: house.clock.source).find(Session.digest(of: entered.token)))
            await #expect(throws: AccessRefusal.needsMore) {
                _ = try await house.registrar.askChange(
                    of: .email, to: Self.second, of: person.subject, in: session)
            }
        }
    }
}

extension TestHouse {
    /// Whose alone an e-mail address is.
    func holder(_ address: String) async throws -> SubjectID? {
        let digests = try registrar.addresses.digests(.email, address).map(\.digest)
        return try await gate.look { [registrar] in try registrar.addresses.holder(digests, in: $0) }
    }

    /// What stands in the record.
    func email(of person: Person) async throws -> String? {
        try await gate.read(
            Ask(
                .readOwn, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights,
                fields: [.email]))[.email]?.reveal()
    }

    /// The digest of a confirmed address; nil where it is not confirmed.
    func confirmed(_ channel: Channel, of person: Person) async throws -> Bytes? {
        let contact = try await gate.look { try RegistrationStore($0).contacts(of: person.subject)[channel] }
        return contact?.confirmedAt == nil ? nil : contact?.target
    }

    /// Changes an address, by the code that comes to the new one.
    func change(_ channel: Channel, to address: String, of person: Person) async throws {
        let session = try await session(of: person)
        let kept = try await registrar.askChange(of: channel, to: address, of: person.subject, in: session)
        try await courier.round()
        _ = try await registrar.change(try await outbox.code(), kept: kept, of: person.subject, in: session)
    }

    func signInByCode(_ address: String) async throws -> Session {
        let token = try await signIn.askCode(.email, field: .email, address: address)
        try await signIn.dispatch()
        try await courier.round()
        let entered = try await signIn.enter(code: try await outbox.code(), session: Session.digest(of: token))
        guard
            let session = try await Sessions(gate: gate, time: clock.source).find(Session.digest(of: entered.token))
        else { throw TestHouseError.notFound("session") }
        return session
    }
}
