import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("Somebody from 14 to 17")
struct MinorTests {
    private static func minor(in house: TestHouse) async throws -> Person {
        let name = try PersonName(family: "Үлгіев", given: "Арман", patronymic: "")
        let minor = Person(try await house.registrar.begin(try house.beginning(Applicant(.minor, name: name))))
        try await house.confirm(.email, "arman@example.kz", of: minor)
        return minor
    }

    @Test(
        "sends nothing before the legal representative has agreed by a code of their own", arguments: Engine.available)
    func agreed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let parent = try await house.representative()
            let minor = try await Self.minor(in: house)
            await #expect(throws: RegistrationRefusal.incomplete([.representativeConsent])) {
                try await house.registrar.send(minor.subject, session: minor.session)
            }
            await #expect(throws: RepresentationRefusal.codeNeeded) {
                try await house.agree(toMinor: minor.number, in: parent, isProven: false)
            }
            try await house.agree(toMinor: minor.number.lowercased(), in: parent, isProven: true)
            try await house.agree(toMinor: minor.number, in: parent, isProven: true)
            let rows = try await house.registrar.representations(of: minor.subject)
            #expect(rows.map(\.kind) == [.consenting])
            let agreedTo = AgreedStatement(TestHouse.statement, in: .kk, under: house.edition.number)
            #expect(rows.map(\.agreed) == [agreedTo])
            try await house.registrar.send(minor.subject, session: minor.session)
            let acts = try await house.registrar.history(of: minor.subject, session: minor.session, limit: 100)
            let agreed = try #require(acts.first { $0.act == .represent })
            #expect(agreed.note["representative"] == house.gate.pseudonym(of: try #require(parent.subject)))
            // SHA-256 of the words.
            let digest = "da8b35206a407f3f9f7abf233925c2bd302d170673aaff7e059dacc24d262284"
            #expect(agreed.note["text"] == digest && agreed.note["language"] == "kk")
            #expect(agreed.note["edition"] == "\(house.edition.number)")
            let sent = try #require(acts.first { $0.act == .send })
            #expect(sent.note["representative"] == nil)
        }
    }

    @Test("is agreed to, and not acted for", arguments: Engine.available)
    func notActedFor(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let parent = try await house.representative()
            let minor = try await Self.minor(in: house)
            try await house.agree(toMinor: minor.number, in: parent, isProven: true)
            let row = try #require(try await house.registrar.representations(of: minor.subject).first)
            await #expect(throws: RepresentationRefusal.none) {
                _ = try await house.registrar.act(by: row.id, in: parent)
            }
            let ask = Ask(
                .readOwn, by: .subject(minor.subject, session: parent.digest), on: minor.subject, for: .rights,
                fields: [.familyName])
            await #expect(throws: GateRefusal.self) { _ = try await house.gate.read(ask) }
        }
    }

    @Test(
        "is agreed to again, also by the same representative in the same sitting, once the consent was ended",
        arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let parent = try await house.representative()
            let minor = try await Self.minor(in: house)
            for _ in 0..<2 {
                try await house.agree(toMinor: minor.number, in: parent, isProven: true)
                let row = try #require(
                    try await house.registrar.representations(of: minor.subject).first { $0.state.isOpen })
                try await house.registrar.endRepresentation(row.id, of: minor.subject, session: minor.session)
                await #expect(throws: RegistrationRefusal.incomplete([.representativeConsent])) {
                    try await house.registrar.send(minor.subject, session: minor.session)
                }
            }
            try await house.agree(toMinor: minor.number, in: parent, isProven: true)
            try await house.registrar.send(minor.subject, session: minor.session)
            // Also what was sent already.
            let row = try #require(
                try await house.registrar.representations(of: minor.subject).first { $0.state.isOpen })
            try await house.registrar.endRepresentation(row.id, of: minor.subject, session: minor.session)
            try await house.agree(toMinor: minor.number, in: parent, isProven: true)
            let open = try await house.registrar.representations(of: minor.subject).filter(\.state.isOpen)
            #expect(open.count == 1)
            let acts = try await house.registrar.history(of: minor.subject, session: minor.session, limit: 100)
            let agreed = acts.filter { $0.act == .represent }.map { $0.note["representative"] }
            let pseudonym = house.gate.pseudonym(of: try #require(parent.subject))
            #expect(agreed == Array(repeating: pseudonym, count: 4))
        }
    }

    @Test("loses the consent that the representative takes back, and the entry names both", arguments: Engine.available)
    func takenBack(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let parent = try await house.representative()
            let minor = try await Self.minor(in: house)
            try await house.agree(toMinor: minor.number, in: parent, isProven: true)
            let row = try #require(try await house.registrar.representations(of: minor.subject).first)
            let stranger = try await house.representative("bekzat@example.kz")
            await #expect(throws: RepresentationRefusal.none) {
                try await house.registrar.takeBack(row.id, in: stranger)
            }
            try await house.registrar.takeBack(row.id, in: parent)
            await #expect(throws: RepresentationRefusal.none) {
                try await house.registrar.takeBack(row.id, in: parent)
            }
            await #expect(throws: RegistrationRefusal.incomplete([.representativeConsent])) {
                try await house.registrar.send(minor.subject, session: minor.session)
            }
            let acts = try await house.registrar.history(of: minor.subject, session: minor.session, limit: 100)
            let ended = try #require(acts.first { $0.act == .endRepresentation })
            #expect(ended.note["representative"] == house.gate.pseudonym(of: try #require(parent.subject)))
        }
    }

    @Test("is found by the number of a draft of theirs alone", arguments: Engine.available)
    func otherNumbers(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let parent = try await house.representative()
            let adult = try await house.begin("Мысалов", "Қайсар")
            for number in [adult.number, "AAAA-0000", ""] {
                await #expect(throws: RepresentationRefusal.noMinor) {
                    try await house.agree(toMinor: number, in: parent, isProven: true)
                }
            }
        }
    }

    @Test("cannot be agreed to by another minor", arguments: Engine.available)
    func otherMinor(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let minor = try await Self.minor(in: house)
            let name = try PersonName(family: "Үлгіев", given: "Ержан", patronymic: "")
            let friend = Person(try await house.registrar.begin(try house.beginning(Applicant(.minor, name: name))))
            let session = try await house.session(of: friend)
            await #expect(throws: RepresentationRefusal.registerFirst) {
                try await house.agree(toMinor: minor.number, in: session, isProven: true)
            }
        }
    }
}
