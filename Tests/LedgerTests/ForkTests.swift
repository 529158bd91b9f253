import Foundation
import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("What was signed")
struct ForkTests {
    @Test("is continued by a sequencer that wakes with an older state", arguments: Engine.available)
    func older(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sleeper = try house.sequencer("sleeper")
            try await house.append(300)
            try await sleeper.sequence()
            let other = try house.sequencer("other")
            for _ in 0..<3 {
                try await house.append(100)
                try await other.sequence()
            }
            try await house.append(1)
            let checkpoint = try await sleeper.sequence()
            #expect(checkpoint?.size == 601)
            #expect(!sleeper.isForked)
        }
    }

    @Test("is never contradicted: a database put back from yesterday gets no signature", arguments: Engine.available)
    func yesterday(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(10)
            try await house.sequencer().sequence()
            let backup = try await house.backup()
            try await house.append(5)
            let sequencer = try house.sequencer()
            let signed = try #require(try await sequencer.sequence())
            try await house.putBack(backup)
            try await house.append(9)
            let note = try await house.reader.checkpoint()

            for doubtful in [sequencer, try house.sequencer()] {
                await #expect(throws: LedgerError.forked) { try await doubtful.sequence() }
                #expect(doubtful.isForked)
                await #expect(throws: LedgerError.forked) { try await doubtful.sequence() }
            }
            let later = try await house.reader.checkpoint()
            let entries = try await house.sequenced()
            #expect(later == note)
            #expect(entries.count == 10)
            let file = try String(contentsOfFile: house.path("checkpoint"), encoding: .utf8)
            #expect(try Checkpoint(text: SignedNote(parsing: file).text) == signed)
        }
    }

    @Test("is never contradicted: nor does one that grew past it", arguments: Engine.available)
    func grown(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(10)
            try await house.sequencer().sequence()
            let backup = try await house.backup()
            try await house.append(5)
            try await house.sequencer().sequence()
            try await house.putBack(backup)
            try await house.append(20)
            try await house.sequencer("a file that was lost").sequence()

            let sequencer = try house.sequencer()
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
            #expect(sequencer.isForked)
        }
    }

    @Test(
        "is never contradicted: a tree changed in its tiles, its root or its bundle gets no signature",
        arguments: Engine.available,
        [
            "UPDATE tile SET content = (SELECT content FROM tile WHERE level = 0 AND number = 0) WHERE level = 0 AND number = 1",
            "UPDATE tree SET root = (SELECT id FROM leaf WHERE number = 0)",
            "UPDATE tree SET size = 299",
            "DELETE FROM tile WHERE level = 1",
            "DELETE FROM bundle WHERE number = 1",
            "DELETE FROM tree",
        ])
    func changed(engine: Engine, tampering: String) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(300)
            let sequencer = try house.sequencer()
            try await sequencer.sequence()
            let file = try Data(contentsOf: URL(filePath: house.path("checkpoint")))
            try await house.database.execute(tampering)
            try await house.append(1)
            for doubtful in [sequencer, try house.sequencer()] {
                await #expect(throws: LedgerError.forked) { try await doubtful.sequence() }
                #expect(doubtful.isForked)
            }
            #expect(try Data(contentsOf: URL(filePath: house.path("checkpoint"))) == file)
        }
    }

    @Test("is held against the database by its own note, where the file was lost", arguments: Engine.available)
    func lostFile(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(3)
            try await house.sequencer().sequence()
            let note = try #require(try await house.reader.checkpoint())
            try await house.database.write { transaction in
                _ = try transaction.run("UPDATE tree SET note = \(note.replacing("\n3\n", with: "\n2\n"))")
            }
            try await house.append(1)
            let sequencer = try house.sequencer("new")
            await #expect(throws: LedgerError.forked) { try await sequencer.sequence() }
        }
    }
}

extension LedgerHouse {
    /// The rows of the ledger's tables as they are now.
    func backup() async throws -> [String: [Row]] {
        try await database.read { transaction in
            var backup: [String: [Row]] = [:]
            backup["tree"] = try transaction.rows("SELECT id, size, root, note, origin, cosigned FROM tree")
            backup["tile"] = try transaction.rows("SELECT level, number, content FROM tile")
            backup["bundle"] = try transaction.rows("SELECT number, content FROM bundle")
            backup["leaf"] = try transaction.rows("SELECT id, number FROM leaf")
            backup["own_entry"] = try transaction.rows("SELECT subject_id, id, entry, at FROM own_entry")
            backup["log_witness"] = try transaction.rows("SELECT name, size, cosigned_at, fault FROM log_witness")
            backup["record"] = try transaction.rows("SELECT id, revision, sealed FROM record")
            return backup
        }
    }

    /// Puts the rows of a backup in place of those that are there, as one who restores a file does.
    func putBack(_ backup: [String: [Row]]) async throws {
        try await database.write { transaction in
            _ = try transaction.run("DELETE FROM pending_entry")
            for (table, rows) in backup {
                _ = try transaction.run(SQL(stringLiteral: "DELETE FROM \(table)"))
                for row in rows {
                    // Every column of the table, in its order.
                    var statement = SQL(stringLiteral: "INSERT INTO \(table) VALUES (")
                    for (index, value) in row.values.enumerated() {
                        statement = index == 0 ? statement + "\(value)" : statement + ", \(value)"
                    }
                    _ = try transaction.run(statement + ")")
                }
            }
        }
    }
}
