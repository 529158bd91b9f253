import Access
import Agreements
import Consents
import Deadlines
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

@testable import Disclosures

/// A house with the room of disclosures, and somebody who lets the courier have data.
struct DisclosureHouse: Sendable {
    let house: TestHouse
    let desk: DisclosureDesk
    let consents: ConsentDesk
    let calendars: CalendarDesk
    let orders: OrderDesk
    let officer = Actor(.responsible, person: SubjectID(from: .system), session: Randomness.system.bytes(32))

    static func run(on engine: Engine, _ body: (DisclosureHouse) async throws -> Void) async throws {
        try await TestHouse.run(
            on: engine, migrations: DisclosuresSchema.migrations + AgreementsSchema.migrations,
            erasure: [DisclosuresSchema.erase, AgreementsSchema.erase]
        ) { house in
            let law = try #require(try TestHouse.policyFolder().read().lawPack)
            let duties = DisclosureDuties(
                gate: house.gate, calendars: house.registrar.calendars, law: law, time: house.clock.source,
                randomness: .system)
            try await body(
                DisclosureHouse(
                    house: house,
                    desk: DisclosureDesk(
                        gate: house.gate, registrar: house.registrar, duties: duties,
                        orders: { subject, transaction in
                            try OrderDesk.open(of: subject, in: transaction).map {
                                StandingOrder($0.row.reference.number, $0.title)
                            }
                        }, time: house.clock.source, randomness: .system),
                    consents: ConsentDesk(
                        gate: house.gate, operatorAddress: "Almaty", time: house.clock.source
                    ) { try duties.withdrawn($0, $1, of: $2, at: $3, in: $4) },
                    calendars: CalendarDesk(
                        gate: house.gate, book: house.registrar.calendars, isAdministrator: { _, _ in true },
                        running: DisclosureDuties.runningTerms, time: house.clock.source),
                    orders: OrderDesk(
                        gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system
                    ) { try duties.orderClosed($0.reference.number, of: $0.subject, in: $1) }))
        }
    }

    func person(optional: Set<ConsentID> = ["courier"]) async throws -> Person {
        let person = try await house.begin("Үлгіева", "Айгерім", optional: optional)
        try await house.confirm(.email, "aigerim@example.kz", of: person)
        return person
    }

    func decide(_ id: ConsentID, give: Bool, under edition: Int = 1, of person: Person) async throws {
        try await consents.decide(
            id, give: give, language: .kk, personName: "Үлгіева Айгерім", shown: edition, of: person.subject,
            session: person.session)
    }

    func record(_ fields: [FieldNumber], to recipient: RecipientID = "courier", of person: Person) async throws {
        try await desk.record(fields, to: recipient, for: .service, ofCase: person.number, by: officer)
    }

    func refusal(_ body: () async throws -> Void) async -> GateRefusal.Reason? {
        do {
            try await body()
            return nil
        } catch { return (error as? GateRefusal)?.reason }
    }
}

@Suite("A transfer to a recipient")
struct DisclosureTests {
    @Test("goes on record with recipient, data, purpose and instant, and no value", arguments: Engine.available)
    func recorded(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName, .telephone], of: person)
            let one = try #require(try await house.desk.own(person.subject).disclosures.first)
            #expect(one.recipient == "courier" && one.fields == [.givenName, .telephone] && one.purpose == .service)
            #expect(one.consent == "courier" && one.edition == 1 && one.at == house.house.clock.now)
            let entry = try #require(
                try await house.house.gate.history(of: person.subject, limit: 99).first { $0.act == "disclose" })
            #expect(entry.note["recipient"] == "courier" && entry.fields == [2, 5])
        }
    }

    @Test("needs the recipient's own consent, which must stand", arguments: Engine.available)
    func consent(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let without = try await house.person(optional: [])
            #expect(await house.refusal { try await house.record([.givenName], of: without) } == .noConsent)
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            try await house.decide("courier", give: false, of: person)
            #expect(await house.refusal { try await house.record([.givenName], of: person) } == .noConsent)
            try await house.decide("courier", give: true, of: person)
            try await house.record([.givenName], of: person)
            house.house.clock.advance(by: .days(1_095))
            #expect(await house.refusal { try await house.record([.givenName], of: person) } == .noConsent)
            #expect(try await house.desk.own(person.subject).disclosures.count == 2)
            #expect(try await house.desk.own(without.subject).disclosures.isEmpty)
        }
    }

    @Test("holds what the policy lets that recipient have, and nothing else", arguments: Engine.available)
    func fields(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            for (fields, recipient): ([FieldNumber], RecipientID) in [
                ([.email], "courier"), ([.givenName, .email], "courier"), ([.givenName], "nobody"),
                ([.givenName], "mail"),
            ] {
                let reason = await house.refusal { try await house.record(fields, to: recipient, of: person) }
                #expect(reason == .notAllowed, "\(recipient)")
            }
            await #expect(throws: DisclosureRefusal.noFields) { try await house.record([], of: person) }
            #expect(try await house.desk.own(person.subject).disclosures.isEmpty)
        }
    }

    @Test("holds no more than the recipient was named with when the person agreed", arguments: Engine.available)
    func widened(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.house.publish(
                changing: "\"documents\":[],\"fields\":[1,2,5],\"id\":\"courier\"",
                to: "\"documents\":[],\"fields\":[1,2,3,5],\"id\":\"courier\"")
            let reason = await house.refusal { try await house.record([.patronymic], of: person) }
            #expect(reason == .notAllowedWhenCollected)
            try await house.record([.givenName], of: person)
        }
    }

    @Test("by no other role than the one that answers for the data", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            for role: RoleID in ["reviewer", "support", "administrator", "marketer"] {
                let actor = Actor(role, person: SubjectID(from: .system), session: [1])
                let reason = await house.refusal {
                    try await house.desk.record(
                        [.givenName], to: "courier", for: .service, ofCase: person.number, by: actor)
                }
                #expect(reason == .notAllowed)
            }
        }
    }

    @Test("is told to the person within ten working days, by a message without data", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            let telling = try #require(try await house.desk.own(person.subject).tellings.first)
            #expect(telling.kind == .transfer && telling.recipient == nil && telling.term.amount == 10)
            #expect(telling.term.due == Day("2026-12-08") && telling.term.days.count == 10)
            #expect(telling.toldOn == nil)
            try await house.house.courier.round()
            let delivery = try #require(await house.house.outbox.deliveries.last)
            #expect(delivery.text.contains(person.number) && !delivery.text.contains("Айгерім"))
            #expect(try await house.desk.settle() == 1)
            #expect(try await house.desk.settle() == 0)
            let after = try #require(try await house.desk.own(person.subject).tellings.first)
            #expect(after.toldOn == Day("2026-11-24") && after.way == .message)
            #expect(try await house.desk.countOpen() == 0)
        }
    }

    @Test("is told even when the main consent is withdrawn: the law asks for it", arguments: Engine.available)
    func toldAfterWithdrawal(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            try await house.decide(.main, give: false, of: person)
            let before = await house.house.outbox.deliveries.count
            try await house.house.courier.round()
            #expect(await house.house.outbox.deliveries.count == before + 1)
        }
    }

    @Test(
        "is not told where the policy does not promise it, or an exception of the law holds",
        arguments: Engine.available)
    func notTold(engine: Engine) async throws {
        for change in [
            ("\"notifyOnTransfer\":true", "\"notifyOnTransfer\":false"),
            ("\"notifyOnTransfer\":true", "\"noticeException\":\"notary\",\"notifyOnTransfer\":true"),
        ] {
            try await DisclosureHouse.run(on: engine) { house in
                let person = try await house.person()
                try await house.house.publish(changing: change.0, to: change.1)
                try await house.record([.givenName], of: person)
                #expect(try await house.desk.own(person.subject).tellings.isEmpty)
            }
        }
    }

    @Test("goes with the person who is erased", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await DisclosureHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.record([.givenName], of: person)
            try await house.decide("courier", give: false, of: person)
            try await house.house.registrar.end(person.subject, by: .decline, session: person.session)
            for table in ["disclosure", "withdrawal", "telling"] { #expect(try await house.house.count(table) == 0) }
        }
    }
}
