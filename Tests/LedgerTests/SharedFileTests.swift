import Ledger
import Primitives
import Storage
import TestKit
import Testing

@Suite("A checkpoint file that two sequencers share")
struct SharedFileTests {
    @Test("keeps the one that knows only yesterday from signing another today", arguments: Engine.available)
    func yesterday(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let (first, second) = (try house.sequencer(), try house.sequencer())
            try await house.append(20)
            try await first.sequence()
            let note = try #require(try await house.reader.checkpoint())
            let yesterday = try await TreeTables(of: house.database)
            try await house.append(20)
            try await second.sequence()
            let newest = try second.outsideNote()

            // The first never saw the tree of 40.
            try await yesterday.putBack(into: house.database)
            try await house.append(5)
            await #expect(throws: LedgerError.forked) { try await first.sequence() }
            #expect(first.isForked)
            #expect(try second.outsideNote() == newest)
            #expect(try await house.reader.checkpoint() == note)
        }
    }

    @Test("keeps the newest checkpoint whoever writes last", arguments: Engine.available)
    func newest(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencers = try (0..<4).map { _ in try house.sequencer(most: 3) }
            try await withThrowingTaskGroup { group in
                for sequencer in sequencers {
                    group.addTask {
                        for _ in 0..<10 {
                            try await house.append(5)
                            try await sequencer.sequence()
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await house.sequencer().sequence()
            let note = try #require(try sequencers[0].outsideNote())
            #expect(note.contains("\n200\n"))
            #expect(try await house.reader.checkpoint() == note)
        }
    }
}

/// The rows of the tree, as a backup has them.
struct TreeTables: Sendable {
    private static let tables: [(read: SQL, delete: SQL)] = [
        ("SELECT id, size, root, note FROM tree", "DELETE FROM tree"),
        ("SELECT level, number, content FROM tile", "DELETE FROM tile"),
        ("SELECT number, content FROM bundle", "DELETE FROM bundle"),
        ("SELECT id, number FROM leaf", "DELETE FROM leaf"),
    ]
    private let rows: [[Row]]

    init(of database: any Database) async throws {
        rows = try await database.read { transaction in try Self.tables.map { try transaction.rows($0.read) } }
    }

    func putBack(into database: any Database) async throws {
        try await database.write { [rows] transaction in
            for table in Self.tables { try transaction.run(table.delete) }
            for values in rows[0].map(\.values) {
                try transaction.run(
                    """
                    INSERT INTO tree (id, size, root, note)
                    VALUES (\(values[0]), \(values[1]), \(values[2]), \(values[3]))
                    """)
            }
            for values in rows[1].map(\.values) {
                try transaction.run(
                    "INSERT INTO tile (level, number, content) VALUES (\(values[0]), \(values[1]), \(values[2]))")
            }
            for values in rows[2].map(\.values) {
                try transaction.run("INSERT INTO bundle (number, content) VALUES (\(values[0]), \(values[1]))")
            }
            for values in rows[3].map(\.values) {
                try transaction.run("INSERT INTO leaf (id, number) VALUES (\(values[0]), \(values[1]))")
            }
        }
    }
}
