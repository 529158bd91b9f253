import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@testable import Documents

@Suite("The index of marks of documents, made anew")
struct MarkIndexTests {
    private typealias Rows = [[String]]

    private static let identify: @Sendable (DocumentReading) -> [DocumentIdentifier] = { reading in
        reading.values.map { DocumentIdentifier($0.field, $0.text) }
    }
    private static let interpreter = DocumentInterpreter(
        interpret: { _, _ in
            DocumentReading(values: [.init(21, "9963734", confidence: 90), .init(20, "20", confidence: 90)])
        }, identify: identify)

    private static func index(_ house: DocumentHouse) -> DocumentMarkIndex {
        DocumentMarkIndex(gate: house.house.gate, identify: identify, time: house.clock.source)
    }

    private static func rows(_ house: DocumentHouse) async throws -> Rows {
        try await house.house.database.read { transaction in
            try transaction.rows(
                """
                SELECT digest, subject_id, document, field, version FROM document_mark
                ORDER BY digest, subject_id, document
                """
            ).map { row in
                [try row.bytes(0).hex, try row.bytes(1).hex, try row.bytes(2).hex]
                    + [try row.int(3), try row.int(4)].map { "\($0)" }
            }
        }
    }

    /// Two persons with two documents each, all of which were read.
    private static func people(_ house: DocumentHouse) async throws -> [Person] {
        let people = [try await house.person(), try await house.person()]
        for person in people {
            try await house.send(Files.jpeg(10_000), by: person)
            try await house.send(Files.jpeg(20_000), by: person)
        }
        try await house.processing(.slicing, interpreter).work()
        return people
    }

    private static func change(_ house: DocumentHouse, _ statements: SQL...) async throws {
        try await house.house.database.write { transaction in
            for statement in statements { _ = try transaction.run(statement) }
        }
    }

    private static func acts(_ house: DocumentHouse, _ people: [Person]) async throws -> Int {
        var count = 0
        for person in people { count += try await house.house.gate.history(of: person.subject, limit: 100).count }
        return count
    }

    @Test("is left as it was where it is right", arguments: Engine.available)
    func right(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            _ = try await Self.people(house)
            let before = try await Self.rows(house)
            #expect(before.count == 8)
            let rebuilt = try await Self.index(house).rebuild()
            #expect(rebuilt.documents == 4 && rebuilt.entered == 0 && rebuilt.removed == 0)
            #expect(rebuilt.note == ["marked": "4"])
            #expect(try await Self.rows(house) == before)
        }
    }

    @Test("holds what was missing again, and no document is opened for it", arguments: Engine.available)
    func missing(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = try await Self.people(house)
            let (before, acts) = (try await Self.rows(house), try await Self.acts(house, people))
            try await Self.change(house, "DELETE FROM document_mark")
            #expect(try await Self.index(house).rebuild().note == ["marked": "4", "marks": "8"])
            #expect(try await Self.rows(house) == before)
            #expect(try await Self.acts(house, people) == acts)
        }
    }

    @Test(
        "holds no mark of somebody else’s document, and none that stands for something else",
        arguments: Engine.available)
    func strays(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = try await Self.people(house)
            let before = try await Self.rows(house)
            let stranger = SubjectID(from: .system)
            try await Self.change(
                house,
                """
                INSERT INTO document_mark (digest, subject_id, document, field, version, at)
                SELECT digest, \(stranger), document, field, version, at FROM document_mark
                WHERE subject_id = \(people[0].subject)
                """,
                """
                UPDATE document_mark SET digest = \(Bytes(repeating: 7, count: 32))
                WHERE subject_id = \(people[0].subject) AND field = 21
                """,
                "UPDATE document_mark SET field = 21 WHERE subject_id = \(people[1].subject) AND field = 20")
            let rebuilt = try await Self.index(house).rebuild()
            #expect(rebuilt.removed == 8 && rebuilt.entered == 4)
            #expect(try await Self.rows(house) == before)
        }
    }

    @Test("holds nothing of a document that was destroyed", arguments: Engine.available)
    func destroyed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = try await Self.people(house)
            let older = try await Self.rows(house)
            let document = try await house.house.gate.look { try DocumentStore($0).all(of: people[0].subject)[0] }
            try await house.intake().remove(document.id, of: people[0].subject, session: people[0].session)
            let before = try await Self.rows(house)
            #expect(before.count == older.count - 2)
            try await Self.change(
                house,
                """
                INSERT INTO document_mark (digest, subject_id, document, field, version, at)
                SELECT digest, subject_id, \(document.id), field, version, at FROM document_mark
                WHERE subject_id = \(people[0].subject)
                """)
            #expect(try await Self.index(house).rebuild().removed == 2)
            #expect(try await Self.rows(house) == before)
        }
    }

    @Test(
        "is made out of the readings where rows do not tell what their marks stand for, as an earlier programme left them",
        arguments: Engine.available, ["NULL", "'21:1'"])
    func unlabelled(engine: Engine, labels: String) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = try await Self.people(house)
            let (before, acts) = (try await Self.rows(house), try await Self.acts(house, people))
            try await Self.change(
                house, SQL(stringLiteral: "UPDATE document SET mark_labels = \(labels)"),
                """
                UPDATE document_mark SET digest = \(Bytes(repeating: 7, count: 32))
                WHERE subject_id = \(people[0].subject) AND field = 21
                """,
                "DELETE FROM document_mark WHERE subject_id = \(people[1].subject)")
            let rebuilt = try await Self.index(house).rebuild()
            #expect(rebuilt.removed == 2 && rebuilt.renewed == 4 && rebuilt.left == 0)
            #expect(try await Self.rows(house) == before)
            // Read once, and marked once: two entries for each document.
            #expect(try await Self.acts(house, people) == acts + 8)
            // From then on the rows tell it.
            #expect(try await Self.index(house).rebuild().note == ["marked": "4"])
        }
    }

    @Test("counts documents whose readings do not open, and does not end at them", arguments: Engine.available)
    func unreadable(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let people = try await Self.people(house)
            let before = try await Self.rows(house)
            let documents = try await house.documents(of: people[0])
            let sealer = try await house.house.gate.sealer(for: people[0].subject)
            // One that was changed, and one that an earlier programme wrote in another form.
            let strange = try sealer.seal(
                Bytes("[]".utf8), label: DocumentReading.label(documents[1].id), in: .documents)
            try await Self.change(
                house, "UPDATE document SET reading = \(Bytes(repeating: 7, count: 90)) WHERE id = \(documents[0].id)",
                "UPDATE document SET reading = \(strange) WHERE id = \(documents[1].id)",
                "UPDATE document SET mark_labels = NULL")
            let rebuilt = try await Self.index(house).rebuild()
            #expect(rebuilt.renewed == 2 && rebuilt.left == 2)
            // What stood in the index of them stands there.
            #expect(try await Self.rows(house) == before)
            let renewal = try await Self.index(house).renew(try house.house.gate.announceIndexVersion().number)
            #expect(renewal.renewed == 2 && renewal.left == 2)
        }
    }

    @Test(
        "of documents that were marked under a key that has ended is filled out of their readings",
        arguments: Engine.available)
    func olderCopy(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            _ = try await Self.people(house)
            let (before, index) = (try await Self.rows(house), Self.index(house))
            let version = try house.house.gate.announceIndexVersion().number
            try await house.house.gate.endIndexVersions()
            try await Self.change(house, "DELETE FROM document_mark")
            #expect(try await index.rebuild().entered == 8)
            #expect(try await Self.rows(house) == before)
            #expect(try await index.renew(version).renewed == 4)
            try await index.end(before: try house.house.gate.oldestIndexVersion())
            #expect(Set(try await Self.rows(house).map { $0[4] }) == ["\(version)"])
        }
    }

    @Test("is made under a newer key out of the readings, and then holds it alone", arguments: Engine.available)
    func renewed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            _ = try await Self.people(house)
            let before = try await Self.rows(house)
            let version = try house.house.gate.announceIndexVersion().number
            let index = Self.index(house)
            #expect(try await index.renew(version).renewed == 4)
            try await house.house.gate.endIndexVersions()
            try await index.end(before: version)
            let after = try await Self.rows(house)
            #expect(after.count == 8 && Set(after.map { $0[4] }) == ["\(version)"])
            #expect(Set(after.map { $0[0] }).isDisjoint(with: before.map { $0[0] }))
            #expect(try await index.renew(version).renewed == 0)
            // What documents hold beside it, under the key that has ended, is not entered again.
            #expect(try await index.rebuild().entered == 0)
            #expect(try await Self.rows(house) == after)
        }
    }
}
