import Access
import Crypto
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Publication
import Storage
import TestKit
import Testing

@Suite("The certificate of a publication")
struct CertificateTests {
    private static func certificate(_ edition: Int, in house: PublicationHouse) async throws -> Certificate {
        let (database, sequencer) = (house.house.database, house.house.sequencer)
        let certificates = Certificates(gate: house.house.gate, ledger: LedgerReader(database: database)) {
            try await sequencer.sequence()
        }
        return try Certificate(file: try #require(try await certificates.certificate(of: edition)).encoded())
    }

    /// Puts edition 2 in force by one person alone, who waited a day and an hour.
    private static func publishAlone(_ house: PublicationHouse) async throws {
        let person = try await house.join("dana")
        try house.changeFolder()
        let proposal = try await house.propose(person)
        house.house.clock.advance(by: .seconds(25 * 3_600 - 30))
        _ = try await house.desk.publish(proposal.id, code: house.freshCode(of: person), by: person.actor)
    }

    @Test("names the two roles, the instants and the checksums, and no person", arguments: Engine.available)
    func twoPersons(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let (first, second, proposal) = try await house.proposedByOneOfTwo()
            let edition = try await house.desk.publish(
                proposal.id, code: house.freshCode(of: second), by: second.actor)
            let certificate = try await Self.certificate(2, in: house)
            let content = certificate.content
            #expect(certificate.check(key: house.house.sequencer.verifierKey) == .genuine)
            #expect(content.edition == 2 && content.sha256 == edition.hash.hex)
            #expect(content.inForceSince == edition.inForceSince.description)
            #expect(content.manner?.code == "two_persons" && content.singleHanded == nil)
            #expect(content.proposed?.role == .administrator && content.published.role == .administrator)
            #expect(content.proposed?.at == proposal.proposedAt.description && content.certifiedAt == nil)
            for text in content.texts {
                let octets = Bytes(edition.document.markdown(in: text.language).utf8)
                #expect(text.sha256 == Bytes(SHA256.hash(data: octets)).hex)
            }
            #expect(content.texts.map(\.language) == edition.document.languages)
            let file = String(decoding: try certificate.encoded(), as: UTF8.self)
            for secret in [first.person.description, second.person.description, "Ойдан", "Дана", "example.kz"] {
                #expect(!file.contains(secret))
            }
        }
    }

    @Test("of one person alone bears the mark, and the wait that was kept", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            try await Self.publishAlone(house)
            let certificate = try await Self.certificate(2, in: house)
            #expect(certificate.check(key: house.house.sequencer.verifierKey) == .genuine)
            let mark = try #require(certificate.content.singleHanded)
            #expect(mark.words == .singleHanded && mark.waitSeconds == 86_400 && mark.keptSeconds == 90_000)
            #expect(try LedgerEntry(canonical: Bytes(certificate.entry.utf8)).isSingleHanded)
        }
    }

    @Test("of the first edition says that no person published it", arguments: Engine.available)
    func first(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            let content = try await Self.certificate(1, in: house).content
            #expect(content.proposed == nil && content.published.role == nil && content.singleHanded == nil)
            let none = Certificates(
                gate: house.house.gate, ledger: LedgerReader(database: house.house.database)
            ) {}
            #expect(try await none.certificate(of: 2) == nil)
        }
    }

    @Test("that somebody changed is refused, and says what does not fit", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            try await Self.publishAlone(house)
            let certificate = try await Self.certificate(2, in: house)
            let (key, content) = (house.house.sequencer.verifierKey, certificate.content)
            let text = String(decoding: try certificate.encoded(), as: UTF8.self)
            let mark = try #require(text.firstRange(of: /,\n *"singleHanded" : \{[^}]*\{[^}]*\}[^}]*\}/))
            let other = try await Self.certificate(1, in: house)
            for (file, finding) in [
                (text.replacingCharacters(in: mark, with: ""), ProofFinding.otherManner),
                (text.replacing("single_handed\",", with: "two_persons\","), .otherManner),
                (text.replacing("\"edition\" : 2", with: "\"edition\" : 3"), .otherEdition),
                (text.replacing("\"\(content.sha256)\"", with: "\"\(other.content.sha256)\""), .otherEdition),
                (text.replacing(content.texts[0].sha256, with: other.content.sha256), .contentChanged),
                (text.replacing("\"keptSeconds\" : 90000", with: "\"keptSeconds\" : 900000"), .contentChanged),
                (text.replacing("Sole proprietor", with: "Company"), .contentChanged),
                (text.replacing("tlog-proof@v1", with: "tlog-proof@v2"), .notProven),
                (text.replacing("certificate-file-1", with: "certificate-file-2"), .unreadable),
            ] {
                #expect(file != text, "\(finding)")
                #expect(try Certificate(file: Bytes(file.utf8)).check(key: key) == finding)
            }
            let stranger = try CheckpointSigner(origin: "test.example/ledger", seed: Bytes(repeating: 1, count: 32))
            #expect(certificate.check(key: stranger.verifier.text) == .notProven)
            // Another edition's entry and proof under this content.
            let mixed = Certificate(content: content, entry: Bytes(other.entry.utf8), proof: other.proof)
            #expect(mixed.check(key: key) == .otherEdition)
        }
    }

    @Test("that an accident befell is none, or says what it said, 2,000 times")
    func mutated() async throws {
        try await PublicationHouse.run(on: .sqlite) { house in
            try await Self.publishAlone(house)
            let certificate = try await Self.certificate(2, in: house)
            let (file, key) = (try certificate.encoded(), house.house.sequencer.verifierKey)
            for seed: UInt64 in 0..<2_000 {
                var dice = Dice(seed: seed)
                guard let changed = try? Certificate(file: dice.mutated(file)), changed.check(key: key) == .genuine
                else { continue }
                if changed.content != certificate.content || changed.entry != certificate.entry {
                    Issue.record("seed \(seed)")
                }
            }
        }
    }

    @Test("of an edition from before there were any is made by the next start, once", arguments: Engine.available)
    func earlier(engine: Engine) async throws {
        try await PublicationHouse.run(on: engine) { house in
            try await Self.publishAlone(house)
            try await house.house.database.write { transaction in
                _ = try transaction.run("UPDATE edition SET certificate = NULL, entry = NULL")
            }
            let entries = try await house.entries().count
            house.house.clock.advance(by: .days(3))
            try await Certificates.certifyEarlier(through: house.house.gate)
            try await Certificates.certifyEarlier(through: house.house.gate)
            #expect(try await house.entries().count == entries + 2)
            for number in [1, 2] {
                let certificate = try await Self.certificate(number, in: house)
                #expect(certificate.check(key: house.house.sequencer.verifierKey) == .genuine)
                #expect(certificate.content.certifiedAt == house.house.clock.now.description)
            }
            let alone = try await Self.certificate(2, in: house).content
            #expect(alone.singleHanded?.keptSeconds == 90_000 && alone.proposed?.role == .administrator)
            #expect(alone.published.role == .administrator)
        }
    }
}
