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

@testable import Rights

@Suite("A request without an account")
struct OutsideRequestTests {
    private static let reviewer = Actor(
        .reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 3, count: 32))

    private func asking(
        _ kind: RequestKind = .information, words: String? = "Белгіленген сөз", email: String = "aigerim@example.kz"
    ) throws -> RightsDesk.OutsideAsking {
        RightsDesk.OutsideAsking(
            kind, words: words, name: try PersonName(family: "Сұраушы", given: "Белгі", patronymic: ""),
            channel: .email, address: try Registrar.normalised(.email, email), language: .kk)
    }

    private func begin(_ rights: RightsHouse, _ asking: RightsDesk.OutsideAsking) async throws -> Session {
        let token = try await rights.desk.begin(asking, asker: .unknown)
        let (now, idle) = (rights.house.clock.now, Session.IdleTerms(rights.house.edition.document.terms))
        return try #require(
            try await rights.house.gate.look {
                try SessionStore($0).find(Session.digest(of: token), idle: idle, at: now)
            })
    }

    /// One whose address is confirmed.
    private func received(_ rights: RightsHouse, _ asking: RightsDesk.OutsideAsking) async throws -> OutsideRequestRow {
        // A code to the same address may have gone out a moment ago.
        rights.house.clock.advance(by: .minutes(2))
        let session = try await begin(rights, asking)
        try await rights.house.courier.round()
        try await rights.desk.confirm(try await rights.house.outbox.code(), in: session)
        return try await rights.desk.outside(session).request
    }

    @Test(
        "runs from the day on which its address is confirmed, and is seen by staff from then on",
        arguments: Engine.available)
    func clock(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            rights.house.clock.advance(by: .minutes(2))
            let session = try await begin(rights, try asking())
            #expect(try await rights.desk.outsideQueue().isEmpty)
            #expect(try await rights.desk.outside(session).due == nil)
            try await rights.house.courier.round()
            await #expect(throws: AccessRefusal.self) { try await rights.desk.confirm("000000", in: session) }
            try await rights.desk.confirm(try await rights.house.outbox.code(), in: session)
            let standing = try #require(try await rights.desk.outsideQueue().first)
            #expect(standing.request.state == .received && standing.request.number.hasPrefix("R-"))
            #expect(standing.due?.day == Day("2026-11-27") && standing.request.receivedOn == Day("2026-11-24"))
            rights.house.clock.advance(by: .days(4))
            #expect(try await rights.desk.pressing() == 1)
            await #expect(throws: AccessRefusal.self) {
                try await rights.desk.confirm(try await rights.house.outbox.code(), in: session)
            }
        }
    }

    @Test("is sealed under a key of its own, and lets nobody into an account", arguments: Engine.available)
    func sealed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let row = try await received(rights, try asking(email: "basqa@example.kz"))
            #expect(row.subject != rights.person.subject)
            let stored = try await rights.house.database.read { transaction in
                try transaction.rows("SELECT words FROM outside_request").map { try $0.bytes(0) }
                    + transaction.rows("SELECT record FROM subject WHERE id = \(row.subject)").map { try $0.bytes(0) }
            }
            #expect(stored.count == 2)
            for octets in stored {
                let text = String(decoding: octets, as: UTF8.self)
                #expect(!text.contains("Белгіленген") && !text.contains("Сұраушы") && !text.contains("basqa"))
            }
            let digests = try AddressBook(rights.house.gate).digests(.email, "basqa@example.kz").map(\.digest)
            let found = try await rights.house.gate.look { try AddressBook(rights.house.gate).persons(digests, in: $0) }
            #expect(found.isEmpty)
        }
    }

    @Test("that is never confirmed is destroyed with its key after a day", arguments: Engine.available)
    func expiry(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            rights.house.clock.advance(by: .minutes(2))
            let session = try await begin(rights, try asking())
            let subject = try #require(session.subject)
            #expect(try await rights.desk.sweep() == 0)
            rights.house.clock.advance(by: .days(1))
            #expect(try await rights.desk.sweep() == 1)
            #expect(try await rights.house.count("outside_request") == 0)
            await #expect(throws: GateRefusal.self) { try await rights.house.gate.sealer(for: subject) }
            // One that was confirmed stays until it is answered.
            _ = try await received(rights, try asking())
            rights.house.clock.advance(by: .days(60))
            #expect(try await rights.desk.sweep() == 0)
        }
    }

    @Test("becomes the registered person's once a reviewer has told whose it is", arguments: Engine.available)
    func identified(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let row = try await received(rights, try asking(.deletion))
            let open = try await rights.desk.open(row.id, by: Self.reviewer)
            #expect(open.words.reveal() == "Белгіленген сөз" && open.record[.familyName]?.reveal() == "Сұраушы")
            #expect(open.record[.email]?.reveal() == "aigerim@example.kz")
            rights.house.clock.advance(by: .days(1))
            let reference = try await rights.desk.identify(
                row.id, as: rights.person.number, by: .contact, actor: Self.reviewer)
            // The same day of receipt and the same term, for the person themselves.
            let own = try await rights.desk.read(
                reference.number, of: rights.person.subject, session: rights.person.session)
            let (standing, texts) = (own.standing, own.texts)
            #expect(standing.request.receivedOn == row.receivedOn && standing.request.term == row.term)
            #expect(standing.request.kind == .deletion && standing.request.way == .form)
            #expect(texts[.words]?.reveal() == "Белгіленген сөз")
            let entry = try #require(try await rights.entries(.request).first)
            #expect(entry.role == "reviewer" && entry.note["evidence"] == "contact")
            // What was sealed apart is gone with its key.
            #expect(try await rights.house.count("outside_request") == 0)
            await #expect(throws: GateRefusal.self) { try await rights.house.gate.sealer(for: row.subject) }
        }
    }

    @Test("is nobody's on the word of an address that the person has not confirmed", arguments: Engine.available)
    func otherAddress(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let row = try await received(rights, try asking(email: "basqa@example.kz"))
            func identify(_ number: String, _ evidence: OutsideRequestRow.Evidence) async throws {
                _ = try await rights.desk.identify(row.id, as: number, by: evidence, actor: Self.reviewer)
            }
            await #expect(throws: RightsRefusal.noCase) { try await identify("ZZZZ-9999", .original) }
            await #expect(throws: RightsRefusal.contactDiffers) { try await identify(rights.person.number, .contact) }
            #expect(try await rights.own().requests.isEmpty)
            try await identify(rights.person.number, .original)
            #expect(try await rights.own().requests.count == 1)
            await #expect(throws: RightsRefusal.noRequest) { try await identify(rights.person.number, .original) }
        }
    }

    @Test(
        "is closed without a person, with a message in which nothing personal stands",
        arguments: Engine.available, [OutsideRequestRow.State.notIdentified, .nothingHeld])
    func closed(engine: Engine, state: OutsideRequestRow.State) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let row = try await received(rights, try asking(email: "basqa@example.kz"))
            try await rights.desk.close(row.id, as: state, by: Self.reviewer)
            await #expect(throws: RightsRefusal.closed) {
                try await rights.desk.close(row.id, as: state, by: Self.reviewer)
            }
            try await rights.house.courier.round()
            let told = try #require(await rights.house.outbox.deliveries.last)
            #expect(told.address.reveal() == "basqa@example.kz" && told.text.contains(row.number))
            #expect(!told.text.contains("Сұраушы") && !told.text.contains("Белгіленген"))
            #expect(try await rights.desk.outsideQueue().isEmpty)
            rights.house.clock.advance(by: .days(30))
            #expect(try await rights.desk.sweep() == 1)
        }
    }

    @Test("is a reviewer's to open, not the one's who answers", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let row = try await received(rights, try asking())
            await #expect(throws: GateRefusal.self) { try await rights.desk.open(row.id, by: RightsHouse.responsible) }
            await #expect(throws: GateRefusal.self) {
                try await rights.desk.close(row.id, as: .nothingHeld, by: RightsHouse.responsible)
            }
        }
    }

    @Test("has words, of a length, and codes within the limits that all have", arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            rights.house.clock.advance(by: .minutes(2))
            await #expect(throws: RightsRefusal.noWords) {
                try await rights.desk.begin(asking(words: nil), asker: .unknown)
            }
            await #expect(throws: RightsRefusal.longWords) {
                try await rights.desk.begin(asking(words: String(repeating: "a", count: 4_001)), asker: .unknown)
            }
            let asker = Asker(source: Bytes(repeating: 5, count: 16), tokens: [])
            _ = try await rights.desk.begin(asking(), asker: asker)
            await #expect(throws: AccessRefusal.self) { try await rights.desk.begin(asking(), asker: asker) }
            // Nothing of what was turned away is stored.
            #expect(try await rights.house.count("outside_request") == 1)
        }
    }
}
