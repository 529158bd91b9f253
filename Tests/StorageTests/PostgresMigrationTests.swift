import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A migration on PostgreSQL", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresMigrationTests {
    @Test("may take longer than other statements, and those that come meanwhile wait for it")
    func slow() async throws {
        let migrations = [
            Migration("test.01", "first", ["CREATE TABLE one (id BIGINT PRIMARY KEY)", "SELECT pg_sleep(1.5)"]),
            Migration("test.02", "second", ["ALTER TABLE one ADD COLUMN word TEXT"]),
        ]
        try await withPlace(.postgres) { place in
            var limits = PostgresLimits()
            limits.statement = .milliseconds(500)
            let done = try await withThrowingTaskGroup { group in
                for _ in 0..<3 {
                    let database = PostgresDatabase(
                        connectionString: place.connectionString, connections: 1, limits: limits)
                    group.addTask {
                        let done = try await Migrator(migrations).migrate(database, at: Instant(seconds: 1))
                        // The limits are those of acts again.
                        let error = await #expect(throws: StorageError.self) {
                            try await database.read { try $0.rows("SELECT 1 FROM pg_sleep(2)") }
                        }
                        #expect(error?.isUnavailable == true)
                        return done
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(done.sorted() == ["test.01", "test.02"])
        }
    }
}
