import Consents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Publication
import Registration
import Storage
import TestKit
import Testing

@Suite("The notice of a new edition")
struct EditionNoticeTests {
    private static func notices(_ house: TestHouse) -> EditionNotices {
        PublicationDesk(
            gate: house.gate, folder: { throw TestHouseError.published }, regions: [], time: house.clock.source,
            randomness: .system
        ).notices
    }

    private static func run(on engine: Engine, _ body: (TestHouse, Person) async throws -> Void) async throws {
        try await TestHouse.run(
            on: engine, migrations: PublicationSchema.migrations, erasure: [PublicationSchema.erase]
        ) { house in
            try await body(house, try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz"))
        }
    }

    @Test("is given once, from the edition that the person has seen last", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let notices = Self.notices(house)
            #expect(try await notices.standing(of: person.subject).seen == nil)
            try await house.publishNextEdition()
            let first = try await notices.standing(of: person.subject)
            #expect(first.seen?.number == 1 && first.inForce.number == 2 && !first.widens)
            // What was not shown is not seen.
            try await notices.saw(9, by: person.subject)
            #expect(try await notices.standing(of: person.subject).seen == nil)
            try await house.publish(changing: #""endedScans":"30 days""#, to: #""endedScans":"90 days""#)
            let second = try await notices.standing(of: person.subject)
            #expect(second.seen?.number == 2 && second.inForce.number == 3 && second.widens)
            try await notices.saw(3, by: person.subject)
            #expect(try await notices.standing(of: person.subject).seen == nil)
        }
    }

    @Test(
        "comes by e-mail to those who wish it, once an edition, and holds nothing about them",
        arguments: Engine.available)
    func byEmail(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let notices = Self.notices(house)
            let other = try await house.register("Бекзатов", "Бекзат", email: "bekzat@example.kz")
            try await house.publishNextEdition()
            #expect(try await notices.round() == 0)
            try await notices.setByEmail(true, of: person.subject, session: person.session)
            #expect(try await notices.round() == 0)
            let before = await house.outbox.deliveries.count
            try await house.publish(changing: #""endedScans":"30 days""#, to: #""endedScans":"20 days""#)
            #expect(try await notices.round() == 1)
            #expect(try await notices.round() == 0)
            try await house.courier.round()
            let sent = await Array(house.outbox.deliveries.dropFirst(before))
            #expect(sent.map { $0.address.reveal() } == ["aigerim@example.kz"])
            let text = try #require(sent.first).text
            #expect(text.contains("https://test.example/kk/policy/changes"))
            for secret in [person.number, other.number, "Үлгіева", "Айгерім", "aigerim"] {
                #expect(!text.contains(secret) && sent.first?.subject.contains(secret) == false)
            }
            // Also what waits to be sent already.
            try await house.publish(changing: #""draft":"7 days""#, to: #""draft":"6 days""#)
            #expect(try await notices.round() == 1)
            try await notices.setByEmail(false, of: person.subject, session: person.session)
            try await house.courier.round()
            #expect(await house.outbox.deliveries.count == before + 1)
            try await house.publish(changing: #""endedScans":"20 days""#, to: #""endedScans":"10 days""#)
            #expect(try await notices.round() == 0)
            #expect(try await !notices.standing(of: person.subject).isByEmail)
        }
    }

    @Test(
        "is switched by an act on record, which tells which way; having seen an edition is none",
        arguments: Engine.available)
    func record(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let notices = Self.notices(house)
            func entries() async throws -> [LedgerEntry] {
                try await house.gate.history(of: person.subject, limit: 100)
            }
            let before = try await entries().count
            try await notices.saw(1, by: person.subject)
            #expect(try await entries().count == before)
            for isOn in [true, false] {
                house.clock.advance(by: .minutes(1))
                try await notices.setByEmail(isOn, of: person.subject, session: person.session)
            }
            let acts = try await entries()
            #expect(acts.count == before + 2)
            let switched = acts.filter { $0.note["by_email"] != nil }.sorted { $0.at < $1.at }
            #expect(switched.map(\.act) == ["consent", "withdrawConsent"])
            #expect(switched.map(\.note) == [["by_email": "1"], ["by_email": "0"]])
            #expect(switched.allSatisfy { $0.role == "subject" && $0.purpose == "rights" && $0.fields.isEmpty })
            _ = try await house.sequencer.sequence()
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
        }
    }

    @Test(
        "is switched off while the data are blocked too, and on for nobody who is in the archive",
        arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let notices = Self.notices(house)
            try await notices.setByEmail(true, of: person.subject, session: person.session)
            try await house.database.write { try SubjectStore($0).setState(.blocked, of: person.subject) }
            try await notices.setByEmail(false, of: person.subject, session: person.session)
            #expect(try await !notices.standing(of: person.subject).isByEmail)
            try await house.database.write { try SubjectStore($0).setState(.archived, of: person.subject) }
            await #expect(throws: GateRefusal.self) {
                try await notices.setByEmail(true, of: person.subject, session: person.session)
            }
            #expect(try await !notices.standing(of: person.subject).isByEmail)
        }
    }

    @Test("ends with the person", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let notices = Self.notices(house)
            try await notices.setByEmail(true, of: person.subject, session: person.session)
            try await house.registrar.end(person.subject, by: .withdrawRegistration, session: person.session)
            #expect(try await house.count("edition_follower") == 0)
            try await house.publishNextEdition()
            #expect(try await notices.round() == 0)
        }
    }

    @Test("offers to agree afresh, which opens what was closed, and only by that", arguments: Engine.available)
    func afresh(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person in
            let consents = ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source)
            func agree(_ ids: Set<ConsentID>, shown: Int) async throws {
                try await consents.agreeAfresh(
                    to: ids, language: .kk, personName: "Үлгіева Айгерім", shown: shown, of: person.subject,
                    session: person.session)
            }
            #expect(try await consents.outdated(of: person.subject).items.isEmpty)
            try await house.publish(
                changing: "Mail provider (to be set by the Operator)", to: "Another provider")
            let outdated = try await consents.outdated(of: person.subject)
            #expect(outdated.edition.number == 2 && outdated.items.map(\.id) == [.main])
            func isTold() async throws -> Bool {
                do {
                    _ = try await house.gate.read(
                        Ask(
                            .notify, by: Actor(.mailer), on: person.subject, for: .contact, fields: [.email],
                            through: .mail))
                    return true
                } catch let refusal as GateRefusal where refusal.reason == .notAllowedWhenCollected { return false }
            }
            #expect(try await !isTold())
            await #expect(throws: ConsentRefusal.otherEdition) { try await agree([.main], shown: 1) }
            // What they have never agreed to is not agreed to afresh.
            try await agree(["advertising"], shown: 2)
            #expect(try await !isTold())
            try await agree([.main], shown: 2)
            #expect(try await isTold())
            let history = try await consents.history(of: person.subject)
            #expect(history.map(\.edition) == [1, 2] && history.map(\.isGiven) == [true, true])
        }
    }
}
