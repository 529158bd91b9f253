import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A PostgreSQL server that hangs", .enabled(if: Engine.available.contains(.postgres)), .timeLimit(.minutes(3)))
struct PostgresHangTests {
    private static let limits = {
        var limits = PostgresLimits()
        limits.connect = .seconds(2)
        limits.statement = .seconds(1)
        limits.commit = .seconds(1)
        return limits
    }()

    /// Runs `body` with a server of its own, and a database on it that soon gives up.
    private func with(
        _ body: (OwnServer, PostgresDatabase) async throws -> Void
    ) async throws {
        try await OwnServer.with { server in
            let database = PostgresDatabase(
                connectionString: server.connectionString, connections: 1, limits: Self.limits)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await body(server, database)
        }
    }

    /// Far more than all limits together, and far less than for ever.
    private func expectUnavailable(_ work: () async throws -> Void) async throws {
        let began = ContinuousClock.now
        let error = await #expect(throws: StorageError.self) { try await work() }
        #expect(error?.isUnavailable == true)
        #expect(ContinuousClock.now - began < .seconds(30))
    }

    @Test("is given up by the next act, and takes acts again when it wakes")
    func before() async throws {
        try await with { server, database in
            server.hang()
            try await expectUnavailable { try await database.write { try CounterTable.insert("lost", in: $0) } }
            // A connection is opened now, to a server that does not greet.
            try await expectUnavailable { _ = try await CounterTable.names(database) }
            server.wake()
            try await database.write { try CounterTable.insert("after", in: $0) }
            #expect(try await CounterTable.names(database) == ["after"])
        }
    }

    @Test("in the middle of an act is given up, and nothing of the act stays")
    func within() async throws {
        try await with { server, database in
            let runs = RunCount()
            try await expectUnavailable {
                try await database.write { transaction in
                    _ = runs.next()
                    try CounterTable.insert("lost", in: transaction)
                    server.hang()
                    try CounterTable.insert("lost too", in: transaction)
                }
            }
            // The second time no connection came to be.
            #expect(runs.value == 1)
            server.wake()
            // On a table that is locked as long as the act that was given up is not over.
            try await database.write { _ = try $0.run("LOCK TABLE counter") }
            #expect(try await CounterTable.names(database) == [])
        }
    }

    @Test("in a commit leaves its outcome unknown, and the act is not run again")
    func committing() async throws {
        try await with { server, database in
            let runs = RunCount()
            await #expect(throws: StorageError.unknownOutcome) {
                try await database.write { transaction in
                    _ = runs.next()
                    try CounterTable.insert("unknown", in: transaction)
                    server.hang()
                }
            }
            #expect(runs.value == 1)
            server.wake()
            try await database.write { _ = try $0.run("LOCK TABLE counter") }
            // The server had got the word, and does as it was told.
            #expect(try await CounterTable.names(database) == ["unknown"])
        }
    }

    @Test("hangs for one statement only, which costs the act and no connection")
    func slow() async throws {
        try await with { _, database in
            let process = { try await database.read { try $0.row("SELECT pg_backend_pid()")?.int(0) } }
            let before = try await process()
            try await expectUnavailable {
                _ = try await database.read { try $0.rows("SELECT 1 FROM pg_sleep(60)") }
            }
            #expect(try await process() == before)
        }
    }
}
