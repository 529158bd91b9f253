import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A PostgreSQL server that only follows", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresFollowerTests {
    @Test("is left for the one that leads, and what was asked is done there")
    func failOver() async throws {
        try await withPlace(.postgres) { place in
            let server = place.connectionString
            let database = PostgresDatabase(
                connectionString: "\(server) target_session_attrs=read-write", connections: 1)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            // As on a server that has just been made a follower under an open connection.
            try await database.write { _ = try $0.run("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY") }
            try await database.write { try CounterTable.insert("after", in: $0) }
            #expect(try await CounterTable.names(database) == ["after"])
        }
    }

    @Test("and has nobody to follow takes nothing, and says so")
    func nobodyLeads() async throws {
        try await withPlace(.postgres) { place in
            let owner = PostgresDatabase(connectionString: place.connectionString, connections: 1)
            try await Migrator(CounterTable.migrations).migrate(owner, at: Instant(seconds: 0))
            let reading = place.connectionString.replacing(
                "options='", with: "options='-c default_transaction_read_only=on ")
            let database = PostgresDatabase(connectionString: reading, connections: 1)
            let error = await #expect(throws: StorageError.self) {
                try await database.write { try CounterTable.insert("after", in: $0) }
            }
            #expect(error?.isUnavailable == true)
            #expect(try await CounterTable.names(owner).isEmpty)
        }
    }
}
