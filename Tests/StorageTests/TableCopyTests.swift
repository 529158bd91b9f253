import Foundation
import Postgres
import Primitives
import SQLite
import Storage
import TestKit
import Testing

@Suite("A copy between SQLite and PostgreSQL", .enabled(if: Engine.available.contains(.postgres)))
struct TableCopyTests {
    private static let migrations = [
        Migration(
            "test.02", "things of every type",
            [
                """
                CREATE TABLE thing (
                    owner BLOB NOT NULL, name TEXT NOT NULL, value BIGINT, content BLOB, PRIMARY KEY (name, owner))
                """
            ])
    ]

    /// A file with `count` things, and an empty schema with the same table.
    private func withBoth(
        count: Int, _ body: (_ file: String, _ server: String, _ target: any Database) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "from.sqlite").path
            let source = try SQLiteDatabase(path: file, readers: 1)
            try await Migrator(Self.migrations).migrate(source, at: Instant(seconds: 0))
            try await source.write { transaction in
                for number in 0..<count {
                    // Names repeat, so that both columns of the key count; capitals sort before small letters.
                    let name = ["Ә", "a", "B", ""][number % 4]
                    try transaction.run(
                        """
                        INSERT INTO thing (owner, name, value, content)
                        VALUES (\(Bytes([UInt8(number / 256), UInt8(number % 256)])), \(name), \(number % 3 == 0 ? nil : number), \
                        \(number % 5 == 0 ? nil : Bytes(repeating: 0, count: number)))
                        """)
                }
            }
            try await withPlace(.postgres) { place in
                let target = try place.open()
                try await Migrator(Self.migrations).migrate(target, at: Instant(seconds: 0))
                try await body(file, place.connectionString, target)
            }
        }
    }

    private func copy(_ file: String, _ server: String) async throws -> Int {
        try await SQLiteFile(path: file).read { source in
            let tables = try SQLiteFile.shapes(in: source)
            return try PostgresDatabase.writeWaiting(server) { target in
                try TableCopy(from: source, to: target) { _, _ in }.run(tables)
            }
        }
    }

    private func things(_ database: any Database) async throws -> [[SQLValue]] {
        try await database.read { transaction in
            try transaction.rows("SELECT owner, name, value, content FROM thing ORDER BY name, owner").map(\.values)
        }
    }

    @Test("brings every row, in pages, with nulls and octets as they are", arguments: [0, 1, 200, 1_001])
    func whole(count: Int) async throws {
        try await withBoth(count: count) { file, server, target in
            #expect(try await copy(file, server) == count)
            let (copied, original) = (try await things(target), try await things(SQLiteFile(path: file)))
            #expect(copied == original)
            #expect(copied.count == count)
        }
    }

    /// What PostgreSQL holds, in a new file, with tables made in the transaction that fills them.
    private func copyBack(_ server: String, to file: String, during: () throws -> Void = {}) throws -> Int {
        try PostgresDatabase.readWaiting(server) { source in
            _ = try source.rows("SELECT number FROM migration")
            try during()
            return try SQLiteFile.makeWaiting(file) { target in
                try Migrator(Self.migrations).migrate(in: target, at: Instant(seconds: 0))
                return try TableCopy(from: source, to: target) { _, _ in }.run(SQLiteFile.shapes(in: target))
            }
        }
    }

    @Test("comes back into a new file as it was", arguments: [0, 1, 1_001])
    func andBack(count: Int) async throws {
        try await withBoth(count: count) { file, server, _ in
            _ = try await copy(file, server)
            #expect(try copyBack(server, to: file + "-back") == count)
            let (original, copied) = (
                try await things(SQLiteFile(path: file)), try await things(SQLiteFile(path: file + "-back"))
            )
            #expect(copied == original)
            #expect(throws: StorageError.self) { try copyBack(server, to: file + "-back") }
        }
    }

    @Test("is of the instant at which it began, whatever is written meanwhile")
    func ofOneInstant() async throws {
        try await withBoth(count: 300) { file, server, target in
            _ = try await copy(file, server)
            let copied = try copyBack(server, to: file + "-back") {
                try PostgresDatabase.writeWaiting(server) { transaction in
                    try transaction.run("DELETE FROM thing WHERE name = 'a'")
                    try transaction.run("INSERT INTO thing (owner, name) VALUES (\(Bytes([9, 9, 9])), 'later')")
                }
            }
            #expect(copied == 300)
            let (now, before) = (
                try await things(target), try await things(SQLiteFile(path: file + "-back"))
            )
            #expect(now.count == 226)
            let original = try await things(SQLiteFile(path: file))
            #expect(before == original)
        }
    }

    @Test("leaves nothing of a file that could not be filled, not even tables on PostgreSQL")
    func nothing() async throws {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "new.sqlite").path
            #expect(throws: StorageError.self) {
                try SQLiteFile.makeWaiting(file) { target in
                    try Migrator(Self.migrations).migrate(in: target, at: Instant(seconds: 0))
                    try target.run("INSERT INTO thing (name) VALUES ('no owner')")
                }
            }
            let tables = try SQLiteFile.readWaiting(file) { try SQLiteFile.shapes(in: $0) }
            #expect(tables == [])
            try await withPlace(.postgres) { place in
                #expect(throws: StorageError.self) {
                    try PostgresDatabase.writeWaiting(place.connectionString) { target in
                        try Migrator(Self.migrations).migrate(in: target, at: Instant(seconds: 0))
                        try target.run("INSERT INTO thing (name) VALUES ('no owner')")
                    }
                }
                let tables = try PostgresDatabase.readWaiting(place.connectionString) {
                    try PostgresDatabase.shapes(in: $0)
                }
                #expect(tables == [])
            }
        }
    }

    @Test("is refused where there are rows, and changes none")
    func notEmpty() async throws {
        try await withBoth(count: 3) { file, server, target in
            try await target.write { transaction in
                _ = try transaction.run("INSERT INTO thing (owner, name) VALUES (\(Bytes([1])), 'there')")
            }
            await #expect(throws: TableCopy.Refusal.notEmpty(table: "thing")) { try await copy(file, server) }
            #expect(try await things(target).count == 1)
        }
    }

    @Test("is refused between different schemas")
    func otherSchema() async throws {
        try await withBoth(count: 3) { file, server, target in
            try await Migrator([Migration("test.03", "more", ["CREATE TABLE more (id BIGINT PRIMARY KEY)"])])
                .migrate(target, at: Instant(seconds: 0))
            await #expect(throws: TableCopy.Refusal.otherSchema(["test.03"])) { try await copy(file, server) }
            #expect(try await things(target).isEmpty)
        }
    }

    @Test("reads the same of the tables as PostgreSQL says itself")
    func shapes() async throws {
        try await withBoth(count: 0) { file, _, target in
            let here = try await SQLiteFile(path: file).read { try SQLiteFile.shapes(in: $0) }
            let there = try await target.read { try PostgresDatabase.shapes(in: $0) }
            #expect(here == there)
            #expect(here.first { $0.name == "thing" }?.key == ["name", "owner"])
        }
    }
}
