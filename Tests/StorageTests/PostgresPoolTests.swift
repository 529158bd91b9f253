import Dispatch
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("The pool of PostgreSQL connections", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresPoolTests {
    /// Runs `body` while the only connection is busy.
    private func whileBusy(
        waiters: Int, patience: Duration, _ body: @escaping @Sendable (PostgresDatabase) async throws -> Void
    ) async throws {
        try await withPlace(.postgres) { place in
            var limits = PostgresLimits()
            limits.free = patience
            let database = PostgresDatabase(
                connectionString: place.connectionString, connections: 1, waiters: waiters, limits: limits)
            let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
            let mayEnd = DispatchSemaphore(value: 0)
            async let first: Void = database.write { transaction in
                beginning.finish()
                mayEnd.wait()
                _ = try transaction.run("CREATE TABLE done (id BIGINT PRIMARY KEY)")
            }
            for await _ in begun {}
            do {
                try await body(database)
            } catch {
                mayEnd.signal()
                throw error
            }
            mayEnd.signal()
            try await first
            #expect(try await database.read { try $0.rows("SELECT id FROM done").count } == 0)
        }
    }

    @Test("lets nobody wait longer than it is patient")
    func patience() async throws {
        try await whileBusy(waiters: 10, patience: .milliseconds(50)) { database in
            let error = await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT 1") } }
            #expect(error?.isUnavailable == true)
        }
    }

    @Test("refuses at once who would be one too many to wait")
    func waiters() async throws {
        try await whileBusy(waiters: 0, patience: .seconds(3_600)) { database in
            let error = await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT 1") } }
            #expect(error?.isUnavailable == true)
        }
    }

    @Test("serves everybody through few connections")
    func few() async throws {
        try await withPlace(.postgres) { place in
            let database = PostgresDatabase(connectionString: place.connectionString, connections: 2)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await withThrowingTaskGroup { group in
                for number in 0..<200 {
                    group.addTask { try await database.write { try CounterTable.insert("n\(number)", in: $0) } }
                }
                try await group.waitForAll()
            }
            let names = try await CounterTable.names(database)
            #expect(names.count == 200)
        }
    }

    @Test("is unavailable, not stuck, where no server listens")
    func nobody() async throws {
        let database = PostgresDatabase(connectionString: "host=127.0.0.1 port=1 dbname=none", connections: 1)
        for _ in 0..<2 {
            let error = await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT 1") } }
            #expect(error?.isUnavailable == true)
        }
    }

    @Test(
        "does not tell the password in a connection string that cannot be read",
        arguments: ["host=127.0.0.1 password=x marker-7731", "postgres://u:marker-7731@127.0.0.1:port:1/x?y"])
    func password(connectionString: String) async throws {
        let database = PostgresDatabase(connectionString: connectionString, connections: 1)
        let error = await #expect(throws: StorageError.self) { try await database.read { try $0.rows("SELECT 1") } }
        #expect(error?.isUnavailable == true)
        #expect(!String(reflecting: error).contains("7731"))
    }
}
