import Access
import Consents
import Disclosures
import Documents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import TestKit
import Testing
import Vault

@testable import Restoring

/// What of a person was no more after the data were copied.
@Suite("After a restore of older data, what was destroyed")
struct ReplayLosingTests {
    private static let given = FieldNumber(2)

    private static func run(on engine: Engine, _ body: (TestHouse) async throws -> Void) async throws {
        try await TestHouse.run(
            on: engine,
            migrations: RightsSchema.migrations + DocumentsSchema.migrations + DisclosuresSchema.migrations,
            erasure: [RightsSchema.erase, DocumentsSchema.erase, DisclosuresSchema.erase], body)
    }

    private static func stream(_ octets: Bytes) -> AsyncStream<Bytes> {
        AsyncStream { stream in
            stream.yield(octets)
            stream.finish()
        }
    }

    private static func copy(_ tables: [String], in house: TestHouse) async throws {
        try await house.database.write { transaction in
            for table in tables {
                _ = try transaction.run(SQL(stringLiteral: "CREATE TABLE older_\(table) AS SELECT * FROM \(table)"))
            }
        }
    }

    private static func putBack(_ tables: [String], in house: TestHouse) async throws {
        try await house.database.write { transaction in
            for table in tables {
                _ = try transaction.run(SQL(stringLiteral: "DELETE FROM \(table)"))
                _ = try transaction.run(SQL(stringLiteral: "INSERT INTO \(table) SELECT * FROM older_\(table)"))
            }
        }
    }

    @Test("of documents is destroyed again, objects and all", arguments: Engine.available, [true, false])
    func documents(engine: Engine, byPerson: Bool) async throws {
        try await Self.run(on: engine) { house in
            try await withTemporaryFolder { folder in
                let room = try DocumentRoom(
                    house, folder: folder, maker: PageMaker { _, _, _ in throw TestHouseError.published },
                    interpreter: DocumentInterpreter { _, _ in DocumentReading() })
                let person = try await house.begin("Үлгіева", "Айгерім")
                var sent: [DocumentRow] = []
                for length in [1_000, 2_000] {
                    house.clock.advance(by: .seconds(1))
                    let octets = Bytes([0xFF, 0xD8, 0xFF, 0xE0]) + Bytes(repeating: 7, count: length)
                    sent.append(
                        try await room.intake.receive(
                            .init("identity_document", length: octets.count), of: person.subject,
                            session: person.session, Self.stream(octets)))
                }
                let tables = ["document", "blob_abandoned"]
                let size = try await ReplayTests.later(house).count
                try await Self.copy(tables, in: house)
                if byPerson {
                    try await room.intake.remove(sent[0].id, of: person.subject, session: person.session)
                } else {
                    #expect(try await room.sweep.destroyScans(of: person.subject) == 2)
                }
                let entries = Array(try await ReplayTests.later(house).dropFirst(size))
                #expect(entries.map(\.entry.act) == [byPerson ? "removeDocument" : "destroyDocument"])
                try await Self.putBack(tables, in: house)

                let outcome = try await ReplayTests.doAgain(entries, in: house)
                let count = byPerson ? 1 : 2
                #expect(outcome.documents == count && outcome.note == ["documents": "\(count)"])
                let left = try await house.gate.look { try DocumentStore($0).all(of: person.subject) }
                #expect(left.map(\.id) == (byPerson ? [sent[1].id] : []))
                #expect(try await house.count("blob_abandoned") == count)
                #expect(try await room.sweep.deleteAbandoned() == count)
                #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
                #expect(try await ReplayTests.audit(house) == [])
            }
        }
    }

    @Test("of a record is destroyed again, and the rest of it stays", arguments: Engine.available)
    func field(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.copy(["subject"], in: house)
            let (gate, size) = (house.gate, try await ReplayTests.later(house).count)
            let sealer = try await gate.sealer(for: person.subject)
            try await gate.perform { transaction in
                let permit = try gate.permitToWrite(
                    Ask(.destroyField, by: Actor(.sweep), on: person.subject, for: .rights), sealer: sealer,
                    in: transaction)
                try permit.destroy([Self.given], in: transaction)
            }
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            try await Self.putBack(["subject"], in: house)
            let before = try await gate.look { try SubjectStore($0).find(person.subject)?.fieldsHeld ?? [] }
            #expect(before.contains(Self.given))

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.fields == 1 && outcome.note == ["fields": "1"])
            let after = try await gate.look { try SubjectStore($0).find(person.subject)?.fieldsHeld ?? [] }
            #expect(after == before.filter { $0 != Self.given })
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test("as an accepted correction is lost is told, where the data do not know it", arguments: Engine.available)
    func correction(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let (gate, size) = (house.gate, try await ReplayTests.later(house).count)
            let sealer = try await gate.sealer(for: person.subject)
            try await gate.perform { transaction in
                let permit = try gate.permitToWrite(
                    Ask(
                        .acceptCorrection, by: .subject(person.subject, session: person.session), on: person.subject,
                        for: .rights, fields: [Self.given]), sealer: sealer, in: transaction)
                try permit.store([Self.given: "Дана"], in: transaction)
            }
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            let id = try #require(entries.first?.entry.id)
            try await house.database.write { _ = try $0.run("DELETE FROM own_entry WHERE id = \(id)") }
            #expect(try await ReplayTests.doAgain(entries, in: house).note == ["uncorrected": "1"])
        }
    }

    @Test("asks for nothing of whoever has no key here", arguments: Engine.available)
    func unmatched(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let (gate, size) = (house.gate, try await ReplayTests.later(house).count)
            let sealer = try await gate.sealer(for: person.subject)
            try await gate.perform { transaction in
                let permit = try gate.permitToWrite(
                    Ask(.destroyField, by: Actor(.sweep), on: person.subject, for: .rights), sealer: sealer,
                    in: transaction)
                try permit.destroy([Self.given], in: transaction)
            }
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            try await house.keys.destroy(person.subject)
            #expect(entries.count == 1)
            #expect(try await ReplayTests.replay(house).plan(entries).unmatched.isEmpty)
        }
    }
}
