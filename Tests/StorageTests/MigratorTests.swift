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
}
