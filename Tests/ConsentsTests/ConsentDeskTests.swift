import Consents
import Crypto
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("A consent given channel by channel")
struct ConsentDeskTests {
    private static func desk(_ house: TestHouse) -> ConsentDesk {
        ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source)
    }

    private static func decide(_ id: ConsentID, give: Bool, of person: Person, in house: TestHouse) async throws {
        try await desk(house).decide(
            id, give: give, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
            session: person.session)
    }

    /// What the mailer asks before it opens an address.
    private static func ask(_ person: Person, _ channel: ConsentChannel?, _ field: FieldNumber) -> Ask {
        Ask(
            .sendMailing, by: Actor(.mailer), on: person.subject, for: .advertising, fields: [field], channel: channel)
    }

    private static func refusal(_ ask: Ask, in house: TestHouse) async throws -> GateRefusal.Reason? {
        do {
            _ = try await house.gate.read(ask)
            return nil
        } catch let refusal as GateRefusal {
            return refusal.reason
        }
    }

    @Test("opens the address of its own channel, and none without a channel", arguments: Engine.available)
    func channels(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising.sms"])
            #expect(try await Self.refusal(Self.ask(person, .sms, .telephone), in: house) == nil)
            for (channel, field) in [
                (ConsentChannel.email, FieldNumber.email), (.call, .telephone), (.sms, .email), (.email, .telephone),
            ] {
                #expect(try await Self.refusal(Self.ask(person, channel, field), in: house) == .noConsent)
            }
            #expect(try await Self.refusal(Self.ask(person, nil, .telephone), in: house) == .noConsent)
        }
    }

    @Test("given to all channels before there were any stands for none", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let sealer = try await house.gate.sealer(for: person.subject)
            try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(
                    Ask(
                        .consent, by: .subject(person.subject, session: person.session), on: person.subject,
                        for: .rights), sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(
                        "advertising", isGiven: true, language: .kk, shown: ShownText("text")), in: transaction)
            }
            for channel in ConsentChannel.allCases {
                #expect(try await Self.refusal(Self.ask(person, channel, .telephone), in: house) == .noConsent)
            }
            #expect(try await Self.desk(house).standing(of: person.subject)["advertising"] != nil)
            // It is the person's to take back all the same.
            try await Self.decide("advertising", give: false, of: person, in: house)
        }
    }

    @Test("that is withdrawn stops what waits to go by that channel, and nothing else", arguments: Engine.available)
    func queued(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            let sealer = try await house.gate.sealer(for: person.subject)
            let now = house.clock.now
            let ids = (0..<3).map { _ in Identifier<MessageRow>(from: .system) }
            try await house.gate.perform { transaction in
                let queue = MessageQueue(transaction)
                try queue.add(.offer, by: .email, language: .kk, sealer: sealer, id: ids[0], at: now)
                try queue.add(.offer, by: .sms, language: .kk, sealer: sealer, id: ids[1], at: now)
                try queue.add(.received, by: .email, language: .kk, sealer: sealer, id: ids[2], at: now)
            }
            try await Self.decide("advertising.email", give: false, of: person, in: house)
            let rows = try await house.gate.look { try MessageQueue($0).newest(of: person.subject, limit: 9) }
            func state(_ index: Int) -> MessageRow.State? { rows.first { $0.id == ids[index] }?.state }
            #expect(state(0) == .dropped && state(1) == .queued && state(2) == .queued)
            #expect(try await Self.refusal(Self.ask(person, .email, .email), in: house) == .noConsent)
            #expect(try await Self.refusal(Self.ask(person, .sms, .telephone), in: house) == nil)
        }
    }

    @Test("that ends while a message waits is asked for when the message goes", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising"])
            let sealer = try await house.gate.sealer(for: person.subject)
            house.clock.advance(by: house.edition.document.consentTerm.atMost.span)
            house.clock.advance(by: .seconds(1))
            let (now, id) = (house.clock.now, Identifier<MessageRow>(from: .system))
            try await house.gate.perform { transaction in
                try MessageQueue(transaction).add(.offer, by: .sms, language: .kk, sealer: sealer, id: id, at: now)
            }
            try await house.courier.round()
            let row = try await house.gate.look { try MessageQueue($0).newest(of: person.subject, limit: 1).first }
            #expect(row?.state == .dropped && row?.problem == "no_consent")
        }
    }

    @Test("ends by itself at the end of its term, to the microsecond", arguments: Engine.available)
    func term(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising.sms"])
            let given = try #require(try await Self.desk(house).standing(of: person.subject)["advertising.sms"])
            #expect(given.until == given.since + .days(1_095))
            house.clock.set(given.since + .days(1_095) - Span(microseconds: 1))
            #expect(try await Self.refusal(Self.ask(person, .sms, .telephone), in: house) == nil)
            house.clock.advance(by: Span(microseconds: 1))
            #expect(try await Self.refusal(Self.ask(person, .sms, .telephone), in: house) == .noConsent)
            #expect(try await Self.desk(house).standing(of: person.subject).isEmpty)
            try await Self.decide("advertising.sms", give: true, of: person, in: house)
            let rows = try await Self.desk(house).history(of: person.subject).filter { $0.consent == "advertising.sms" }
            #expect(rows.map(\.isGiven) == [true, true])
        }
    }

    @Test("of an earlier programme, which kept no end, ends by the term of its edition", arguments: Engine.available)
    func earlier(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["courier"])
            try await house.database.write { transaction in
                _ = try transaction.run("UPDATE consent SET ends_at = NULL, manner = NULL")
            }
            let since = try #require(try await Self.desk(house).standing(of: person.subject)["courier"]).since
            house.clock.set(since + .seconds(1_095 * 86_400 - 1))
            #expect(try await Self.desk(house).standing(of: person.subject)["courier"] != nil)
            house.clock.advance(by: .seconds(1))
            #expect(try await Self.desk(house).standing(of: person.subject)["courier"] == nil)
        }
    }

    @Test("has a history that only grows, with each text and how it was given", arguments: Engine.available)
    func history(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising.email"])
            for give in [false, true, false] {
                house.clock.advance(by: .hours(1))
                try await Self.decide("advertising.email", give: give, of: person, in: house)
            }
            let rows = try await Self.desk(house).history(of: person.subject).filter { $0.consent != .main }
            #expect(rows.map(\.isGiven) == [true, false, true, false])
            #expect(rows.map(\.manner) == [.form, .account, .account, .account])
            #expect(rows.map { $0.endsAt != nil } == [true, false, true, false])
            for row in rows {
                let shown = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
                let text = shown.text.reveal()
                #expect(Bytes(SHA256.hash(data: Bytes(text.utf8))) == row.textHash)
                #expect(text.contains("электрондық пошта арқылы") && text.contains("Үлгіева Айгерім"))
            }
            let other = try await house.begin("Бекзатова", "Дана")
            await #expect(throws: ConsentRefusal.unknown) {
                _ = try await Self.desk(house).shown(rows[0].id, of: other.subject, session: other.session)
            }
        }
    }
}
