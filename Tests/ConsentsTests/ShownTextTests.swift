import Consents
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("The text of a consent")
struct ShownTextTests {
    private static func desk(_ house: TestHouse) -> ConsentDesk {
        ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source)
    }

    @Test(
        "is kept once for all who are shown the same words, and without any of their names", arguments: Engine.available
    )
    func once(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let first = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let second = try await house.register("Үлгіев", "Бекзат", email: "bekzat@example.kz")
            let wordings = try await house.gate.look { transaction in
                try transaction.rows("SELECT text FROM consent_wording").map { try $0.text(0) }
            }
            #expect(wordings.count == 1)
            #expect(wordings.allSatisfy { !$0.contains("Үлгіев") && $0.contains(ShownText.gap) })
            for (person, name) in [(first, "Үлгіева Айгерім"), (second, "Үлгіев Бекзат")] {
                let row = try #require(try await Self.desk(house).history(of: person.subject).first)
                let shown = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
                let item = try #require(house.edition.document.mainConsent)
                let asked = Self.desk(house).wording(house.edition, in: row.language, for: .person)
                    .items(of: item, personName: name).plainText
                #expect(shown.text.reveal().hasPrefix(asked))
            }
        }
    }

    @Test(
        "is not given for another one when somebody has changed the words in the database", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.gate.perform { transaction in
                try transaction.run("UPDATE consent_wording SET text = \("Басқа сөздер: " + ShownText.gap)")
            }
            let row = try #require(try await Self.desk(house).history(of: person.subject).first)
            await #expect(throws: (any Error).self) {
                _ = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
            }
        }
    }

    @Test("is still given where it was sealed whole, by an earlier programme", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let row = try #require(try await Self.desk(house).history(of: person.subject).first)
            let sealer = try await house.gate.sealer(for: person.subject)
            let sealed = try sealer.seal(Bytes("Келісемін".utf8), label: "consent \(row.id)", in: .record)
            try await house.gate.perform { transaction in
                try transaction.run(
                    "UPDATE consent SET text = \(sealed), wording = NULL WHERE subject_id = \(person.subject)")
            }
            let shown = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
            #expect(shown.text.reveal() == "Келісемін")
        }
    }

    @Test("is kept by the next transaction when the one that brought it came to nothing", arguments: Engine.available)
    func rolledBack(engine: Engine) async throws {
        struct Nothing: Error {}
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let sealer = try await house.gate.sealer(for: person.subject)
            let ask = Ask(
                .consent, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights)
            let shown = ShownText(wording: "Мен, \(ShownText.gap), келісемін", filler: "Үлгіева Айгерім")
            for comesToNothing in [true, false] {
                do {
                    try await house.gate.perform { transaction in
                        let permit = try house.gate.permitToWrite(ask, sealer: sealer, in: transaction)
                        try permit.store(
                            ConsentDecision("main", isGiven: true, language: .kk, shown: shown), in: transaction)
                        if comesToNothing { throw Nothing() }
                    }
                } catch is Nothing {}
            }
            let row = try #require(try await Self.desk(house).history(of: person.subject).last)
            let opened = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
            #expect(opened.text.reveal() == "Мен, Үлгіева Айгерім, келісемін")
        }
    }

    @Test("that is lost stops no other page than its own", arguments: Engine.available)
    func lost(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await house.gate.perform { try $0.run("DELETE FROM consent_wording") }
            let row = try #require(try await Self.desk(house).history(of: person.subject).first)
            await #expect(throws: (any Error).self) {
                _ = try await Self.desk(house).shown(row.id, of: person.subject, session: person.session)
            }
            // Who agrees a minute later agrees to words that are there again.
            house.clock.advance(by: .minutes(1))
            let second = try await house.register("Үлгіев", "Бекзат", email: "bekzat@example.kz")
            let later = try #require(try await Self.desk(house).history(of: second.subject).first)
            let shown = try await Self.desk(house).shown(later.id, of: second.subject, session: second.session)
            #expect(shown.text.reveal().contains("Үлгіев Бекзат"))
        }
    }
}
