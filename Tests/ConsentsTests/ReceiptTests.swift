import Consents
import Crypto
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import TestKit
import Testing

@Suite("A receipt")
struct ReceiptTests {
    private static func receipt(
        in house: TestHouse, of person: Person, address: String? = "Almaty"
    ) async throws -> Receipt {
        let receipts = Receipts(
            gate: house.gate, ledger: LedgerReader(database: house.database), operatorAddress: address,
            documentsHeld: { _, _ in ["identity_document"] }, time: house.clock.source,
            nextCheckpoint: { try await house.sequencer.sequence() })
        return try await receipts.receipt(
            of: person.subject, record: person.number, language: .kk, session: person.session)
    }

    @Test("verifies without the server, to the ledger's key alone", arguments: Engine.available)
    func genuine(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let receipt = try await Self.receipt(in: house, of: person)
            let file = try Receipt(file: receipt.encoded())
            #expect(file.check(key: house.sequencer.verifierKey) == .genuine)
            let other = try CheckpointSigner(origin: "test.example/ledger", seed: Bytes(repeating: 1, count: 32))
            #expect(file.check(key: other.verifier.text) == .notProven)
            #expect(file.content.consents.contains { $0.text.contains("Үлгіева") })
        }
    }

    @Test("says in words that the operator's address is not set yet")
    func noAddress() async throws {
        try await TestHouse.run(on: .sqlite) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let with = try await Self.receipt(in: house, of: person)
            #expect(with.content.controller.address == "Almaty")
            let without = try await Self.receipt(in: house, of: person, address: nil)
            #expect(without.content.controller.address == "пошталық мекенжай әлі көрсетілмеген")
            #expect(try without.encoded().count > 0 && without.check(key: house.sequencer.verifierKey) == .genuine)
        }
    }

    @Test("names who receives data with the person's consent, and nobody else", arguments: Engine.available)
    func recipients(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let required = house.edition.document.recipients.filter(\.required)
            let without = try await Self.receipt(in: house, of: try await house.begin("Үлгіева", "Айгерім"))
            #expect(without.content.recipients.map(\.name) == required.map { $0.name[.kk] })
            let courier = try #require(house.edition.document.recipients.first { !$0.required })
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["courier"])
            let with = try #require(try await Self.receipt(in: house, of: person).content.recipients.last)
            #expect(with.name == courier.name[.kk] && with.country == "KZ")
            #expect(with.data == ["family_name", "given_name", "telephone"])
        }
    }

    @Test("keeps what was withdrawn since, as given and as withdrawn, in that order", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["courier"])
            let given = house.clock.now
            house.clock.advance(by: .days(1))
            let desk = ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source)
            try await desk.decide(
                "courier", give: false, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
                session: person.session)
            let receipt = try await Self.receipt(in: house, of: person)
            #expect(receipt.check(key: house.sequencer.verifierKey) == .genuine)
            let courier = receipt.content.consents.filter { $0.id == "courier" }
            #expect(courier.map(\.state) == ["given", "withdrawn"] && courier.map(\.manner) == ["form", "account"])
            #expect(courier.map(\.givenAt) == [given, house.clock.now].map(\.description))
            #expect(courier[0].endsAt != nil && courier[1].endsAt == nil)
            #expect(receipt.content.consents.first { $0.id == "main" }?.state == "given")
            // Whoever got data by it alone is no recipient any more.
            let required = house.edition.document.recipients.filter(\.required)
            #expect(receipt.content.recipients.map(\.name) == required.map { $0.name[.kk] })
        }
    }

    @Test("says of each consent what it covered, and nothing of another", arguments: Engine.available)
    func scopes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising", "publication"])
            let consents = try await Self.receipt(in: house, of: person).content.consents
            let advertising = try #require(consents.first { $0.id == "advertising.sms" })
            #expect(advertising.purposes == ["advertising"] && advertising.scope?.data == ["telephone"])
            #expect(advertising.channel == "sms" && advertising.manner == "form" && advertising.endsAt != nil)
            #expect(advertising.scope?.documents == [] && advertising.scope?.countries == [])
            #expect(advertising.scope?.recipients.allSatisfy { $0.purposes == ["advertising"] } == true)
            #expect(advertising.scope?.recipients.count == 2 && advertising.scope?.publication == nil)
            let publication = try #require(consents.first { $0.id == "publication" })
            #expect(publication.scope?.data == ["family_name", "given_name"])
            #expect(publication.scope?.publication == "www.cantra.kz" && publication.scope?.recipients == [])
            let main = try #require(consents.first { $0.id == "main" })
            #expect(main.purposes == ["service", "identification", "contact"])
            #expect(main.scope?.term == house.edition.document.consentTerm.text[.kk])
            for consent in consents {
                let titles = house.edition.document.purposes.filter { consent.text.contains($0.description[.kk]) }
                #expect(titles.map(\.id.rawValue) == consent.purposes, "\(consent.id)")
            }
        }
    }

    @Test("holds the hash of the edition that was agreed to, though another is in force", arguments: Engine.available)
    func agreedEdition(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.publishNextEdition()
            let content = try await Self.receipt(in: house, of: person).content
            #expect(content.policy.edition == 2 && content.consents.map(\.edition) == [1])
            #expect(content.consents.map(\.editionSHA256) == [house.edition.hash.hex])
            #expect(content.policy.sha256 != house.edition.hash.hex)
            #expect(content.documents == ["identity_document"])
        }
    }

    @Test("of an earlier programme, which names less, is still genuine")
    func earlier() async throws {
        try await TestHouse.run(on: .sqlite) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let receipt = try await Self.receipt(in: house, of: person)
            var object = try #require(
                try JSONSerialization.jsonObject(with: Data(receipt.content.canonical())) as? [String: Any])
            let newer = try #require(object["documents"] as? [String])
            object["documents"] = nil
            for (list, key) in [("consents", "editionSHA256"), ("consents", "scope"), ("recipients", "data")] {
                var items = try #require(object[list] as? [[String: Any]])
                for index in items.indices { items[index][key] = nil }
                object[list] = items
            }
            #expect(newer == ["identity_document"])
            let old = Bytes(
                try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes]))
            #expect(try ReceiptContent(canonical: old).canonical() == old)
        }
    }

    @Test("holds the words that were shown, also those of an earlier programme", arguments: Engine.available)
    func oldWords(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let before = try Receipt(file: try await Self.receipt(in: house, of: person).encoded())
            let shown = """
                Дербес деректерді жинауға және өңдеуге келісім

                Үшінші тұлғаларға беру
                – Пошта провайдері (KZ): электрондық пошта мекенжайы; телефон нөмірі. Кодтарды жеткізеді.

                """
            let digest = Bytes(SHA256.hash(data: Bytes(shown.utf8)))
            let sealer = try await house.gate.sealer(for: person.subject)
            try await house.gate.perform { transaction in
                let permit = try house.gate.permitToWrite(
                    Ask(
                        .consent, by: .subject(person.subject, session: person.session), on: person.subject,
                        for: .rights), sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision("main", isGiven: true, language: .kk, shown: ShownText(shown)),
                    in: transaction)
            }
            try await house.publishNextEdition()
            let receipt = try Receipt(file: try await Self.receipt(in: house, of: person).encoded())
            #expect(receipt.content.consents.last?.text == shown)
            #expect(receipt.content.consents.last?.textSHA256 == digest.hex)
            #expect(receipt.check(key: house.sequencer.verifierKey) == .genuine)
            #expect(before.check(key: house.sequencer.verifierKey) == .genuine)
        }
    }

    @Test("of another form, or about somebody else, is none")
    func others() async throws {
        try await TestHouse.run(on: .sqlite) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let text = String(decoding: try await Self.receipt(in: house, of: person).encoded(), as: UTF8.self)
            for (old, new, finding) in [
                ("saqta-receipt-file-1", "saqta-receipt-file-2", ProofFinding.unreadable),
                (person.subject.description, SubjectID(from: .system).description, .otherPerson),
                ("Үлгіева", "Үлгінова", .contentChanged),
                ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2", .notProven),
            ] {
                let changed = try Receipt(file: Bytes(text.replacing(old, with: new).utf8))
                #expect(changed.check(key: house.sequencer.verifierKey) == finding)
            }
        }
    }

    @Test("that an accident befell is no receipt, or says what it said, 2,000 times")
    func mutated() async throws {
        try await TestHouse.run(on: .sqlite) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let receipt = try await Self.receipt(in: house, of: person)
            let (file, key) = (try receipt.encoded(), house.sequencer.verifierKey)
            for seed: UInt64 in 0..<2_000 {
                var dice = Dice(seed: seed)
                guard let changed = try? Receipt(file: dice.mutated(file)), changed.check(key: key) == .genuine else {
                    continue
                }
                let isSame =
                    changed.content == receipt.content && changed.entry == receipt.entry
                    && changed.subject.lowercased() == receipt.subject && changed.format == receipt.format
                if !isSame { Issue.record("seed \(seed)") }
            }
        }
    }

    @Test(
        "is not looked for in what is no file of ours", arguments: ["", "{}", "[]", "null", "\u{0}", "{\"format\":1}"])
    func nothing(text: String) {
        #expect(throws: (any Error).self) { try Receipt(file: Bytes(text.utf8)) }
        #expect(throws: (any Error).self) { try Receipt(file: Bytes(repeating: 0x5B, count: 250_000)) }
    }
}
