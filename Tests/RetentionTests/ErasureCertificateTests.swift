import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Storage
import TestKit
import Testing

@Suite("The certificate of an erasure")
struct ErasureCertificateTests {
    private static let copies = Span.days(7)
    private static let place = Bytes("backups".utf8)

    /// Registers somebody and erases them, as they do not agree.
    private static func erased(in house: TestHouse) async throws -> Bytes {
        let person = try await house.begin("Үлгіева", "Айгерім")
        return try await house.gate.erase(
            Ask(.decline, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights),
            steps: [RegistrationSchema.erase])
    }

    private static func certificate(_ mark: Bytes, in house: TestHouse) async throws -> ErasureCertificate {
        let certificates = ErasureCertificates(
            gate: house.gate, ledger: LedgerReader(database: house.database), copies: copies
        ) { try await house.sequencer.sequence() }
        return try ErasureCertificate(file: try #require(try await certificates.certificate(of: mark)).encoded())
    }

    private static func finalise(in house: TestHouse) async throws -> Int {
        try await house.gate.finaliseErasures(keeping: copies)
    }

    @Test("tells when data and key were destroyed, proves it, and names nobody", arguments: Engine.available)
    func tells(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let mark = try await Self.erased(in: house)
            let certificate = try await Self.certificate(mark, in: house)
            #expect(certificate.check(key: house.sequencer.verifierKey) == .genuine)
            let (content, now) = (certificate.content, house.clock.now.description)
            #expect(content.erasedAt == now && content.keyDestroyedAt == now && content.act == "decline")
            #expect(content.keysTurnedAt == nil && content.finalAt == nil && content.keyCopiesDays == 7)
            let file = String(decoding: try certificate.encoded(), as: UTF8.self)
            #expect(!file.contains("Үлгіева") && !file.contains("example.kz"))
            let none = ErasureCertificates(
                gate: house.gate, ledger: LedgerReader(database: house.database), copies: Self.copies
            ) {}
            let strange = try await none.certificate(of: Bytes(repeating: 7, count: 32))
            #expect(strange == nil)
        }
    }

    @Test("calls it final once the epoch was turned and copies of the ring had their term", arguments: Engine.available)
    func final(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let mark = try await Self.erased(in: house)
            house.clock.advance(by: .days(30))
            // Nobody turned the epoch: an old key opens the copies still.
            #expect(try await Self.finalise(in: house) == 0)
            try await house.gate.turnEpochs()
            let turned = house.clock.now
            house.clock.advance(by: .seconds(7 * 86_400 - 1))
            #expect(try await Self.finalise(in: house) == 0)
            house.clock.advance(by: .seconds(1))
            #expect(try await Self.finalise(in: house) == 1)
            #expect(try await Self.finalise(in: house) == 0)
            let certificate = try await Self.certificate(mark, in: house)
            #expect(certificate.check(key: house.sequencer.verifierKey) == .genuine)
            #expect(certificate.content.keysTurnedAt == turned.description)
            #expect(certificate.content.finalAt == house.clock.now.description)
        }
    }

    @Test("is not final while a backup holds an older key ring", arguments: Engine.available)
    func copied(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let before = house.clock.now
            house.clock.advance(by: .seconds(60))
            _ = try await Self.erased(in: house)
            try await house.gate.turnEpochs()
            try await house.gate.noteKeyCopies(in: Self.place, oldest: before)
            house.clock.advance(by: .days(100))
            #expect(try await Self.finalise(in: house) == 0)
            try await house.gate.noteKeyCopies(in: Self.place, oldest: house.clock.now)
            #expect(try await Self.finalise(in: house) == 1)
        }
    }

    @Test("leaves those out who were erased after the epoch was turned", arguments: Engine.available)
    func later(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let first = try await Self.erased(in: house)
            try await house.gate.turnEpochs()
            let second = try await Self.erased(in: house)
            house.clock.advance(by: .days(8))
            #expect(try await Self.finalise(in: house) == 1)
            let certificates = [
                try await Self.certificate(first, in: house), try await Self.certificate(second, in: house),
            ]
            #expect(certificates.map { $0.content.finalAt != nil } == [true, false])
        }
    }

    @Test("that somebody changed is refused", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let (mark, other) = (try await Self.erased(in: house), try await Self.erased(in: house))
            try await house.gate.turnEpochs()
            house.clock.advance(by: .days(7))
            _ = try await Self.finalise(in: house)
            let certificate = try await Self.certificate(mark, in: house)
            let (key, text) = (house.sequencer.verifierKey, String(decoding: try certificate.encoded(), as: UTF8.self))
            func check(_ old: String, _ new: String) throws -> ProofFinding {
                try #require(text.contains(old))
                return try ErasureCertificate(file: Bytes(text.replacing(old, with: new).utf8)).check(key: key)
            }
            let content = certificate.content
            #expect(try check("\"mark\" : \"\(content.mark)\"", "\"mark\" : \"\(other.hex)\"") == .otherPerson)
            #expect(
                try check("\"finalAt\" : \"\(content.finalAt ?? "")\"", "\"finalAt\" : \"\(content.erasedAt)\"")
                    == .contentChanged)
            #expect(try check("\"act\" : \"decline\"", "\"act\" : \"expire\"") == .contentChanged)
            let second = try #require(try await Self.certificate(other, in: house).finality)
            let mixed = ErasureCertificate(
                content: content, entry: Bytes(certificate.entry.utf8), proof: certificate.proof, finality: second)
            #expect(mixed.check(key: key) == .contentChanged)
            let unproven = ErasureCertificate(
                content: content, entry: Bytes(certificate.entry.utf8), proof: certificate.proof,
                finality: ProvenEntry(entry: Bytes(try #require(certificate.finality).entry.utf8), proof: second.proof))
            #expect(unproven.check(key: key) == .notProven)
        }
    }
}
