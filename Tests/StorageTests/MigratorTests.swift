import Primitives
import Storage
import TestKit
import Testing

@Suite("The migrator")
struct MigratorTests {
    static let migrations = [
        Migration(
            "test.02", "second", ["ALTER TABLE one ADD COLUMN word TEXT", "CREATE INDEX one_word ON one (word)"]),
        Migration("test.01", "first", ["CREATE TABLE one (id BLOB PRIMARY KEY)"]),
    ]

    @Test("runs each step once, in the order of their numbers", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let migrator = Migrator(Self.migrations)
            #expect(try await migrator.migrate(database, at: Instant(seconds: 1)) == ["test.01", "test.02"])
            #expect(try await migrator.migrate(database, at: Instant(seconds: 2)) == [])
            let rows = try await database.read { try $0.rows("SELECT number, at FROM migration ORDER BY number") }
            #expect(
                rows.map(\.values) == [
                    [.text("test.01"), .int(1_000_000)], [.text("test.02"), .int(1_000_000)],
                ])
        }
    }

    @Test("may be run by several at once", arguments: Engine.available)
    func together(engine: Engine) async throws {
        try await withPlace(engine) { place in
            let done = try await withThrowingTaskGroup { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await Migrator(Self.migrations).migrate(try place.open(), at: Instant(seconds: 1))
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(done.sorted() == ["test.01", "test.02"])
            let database = try place.open()
            _ = try await database.write { try $0.run("INSERT INTO one (id, word) VALUES (\(Bytes([1])), 'a')") }
        }
    }

    @Test("leaves nothing of a step that fails", arguments: Engine.available)
    func failing(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let broken = Migration("test.03", "broken", ["CREATE TABLE two (id BLOB PRIMARY KEY)", "CREATE NONSENSE"])
            await #expect(throws: StorageError.self) {
                try await Migrator(Self.migrations + [broken]).migrate(database, at: Instant(seconds: 1))
            }
            let numbers = try await database.read {
                try $0.rows("SELECT number FROM migration ORDER BY number").map { try $0.text(0) }
            }
            #expect(numbers == ["test.01", "test.02"])
            await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT id FROM two") } }
        }
    }

    @Test("works in a transaction of others, and leaves nothing when that ends badly", arguments: Engine.available)
    func inside(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let migrator = Migrator(Self.migrations)
            await #expect(throws: StorageError.self) {
                try await database.write { transaction in
                    try migrator.migrate(in: transaction, at: Instant(seconds: 1))
                    throw StorageError.unexpected("planted")
                }
            }
            let lacking = try await database.read { try migrator.differences(in: $0) }
            #expect(lacking.missing == ["test.01", "test.02"])
            let done = try await database.write { transaction in
                let done = try migrator.migrate(in: transaction, at: Instant(seconds: 1))
                try transaction.run("INSERT INTO one (id, word) VALUES (\(Bytes([1])), 'a')")
                return done
            }
            #expect(done == ["test.01", "test.02"])
            #expect(try await migrator.migrate(database, at: Instant(seconds: 2)) == [])
        }
    }

    @Test("tells what a database lacks, and what it does not know itself", arguments: Engine.available)
    func differences(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.migrations) { database in
            let more = Migration("test.03", "third", ["CREATE TABLE two (id BLOB PRIMARY KEY)"])
            let same = try await database.read { try Migrator(Self.migrations).differences(in: $0) }
            #expect(same.missing.isEmpty && same.unknown.isEmpty)
            let newer = try await database.read { try Migrator(Self.migrations + [more]).differences(in: $0) }
            #expect(newer.missing == ["test.03"] && newer.unknown.isEmpty)
            let older = try await database.read { try Migrator(Array(Self.migrations.suffix(1))).differences(in: $0) }
            #expect(older.missing.isEmpty && older.unknown == ["test.02"])
        }
    }
}
