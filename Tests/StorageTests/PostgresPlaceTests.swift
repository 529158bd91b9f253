import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("The place that a PostgreSQL connection leads to", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresPlaceTests {
    @Test("is told by cluster, database and schema")
    func told() async throws {
        try await withPlace(.postgres) { place in
            try await withPlace(.postgres) { other in
                let here = try await Self.open(place).place()
                #expect(here.isSame(as: try await Self.open(place).place()))
                let there = try await Self.open(other).place()
                #expect(!here.isSame(as: there))
                #expect(here.cluster == there.cluster)
                #expect(here.isPrivate)
                #expect(here.standbys == 0 && !here.waitsForStandby)
                #expect(here.version.hasPrefix("1"))
            }
        }
    }

    @Test("is refused where the schema is not there")
    func noSchema() async throws {
        let database = PostgresDatabase(
            connectionString: DatabasePlace.schema("nowhere", PostgresServer.connectionString ?? "").connectionString,
            connections: 1)
        await #expect(throws: StorageError.self) { try await database.place() }
    }

    @Test("holds a table once one was made there, not in another schema")
    func holds() async throws {
        try await withPlace(.postgres) { place in
            try await withPlace(.postgres) { other in
                try await Self.open(other).execute("CREATE TABLE migration (id BIGINT PRIMARY KEY)")
                #expect(try await !Self.open(place).holds(table: "migration"))
                #expect(try await Self.open(other).holds(table: "migration"))
            }
        }
    }

    @Test("has a table whose deleted rows are freed")
    func vacuum() async throws {
        try await withPlace(.postgres) { place in
            let database = Self.open(place)
            try await database.execute("CREATE TABLE gone (id BIGINT PRIMARY KEY)")
            try await database.vacuum("gone")
            let count = try await database.read { transaction in
                try transaction.row("SELECT vacuum_count FROM pg_stat_user_tables WHERE relid = 'gone'::regclass")?.int(
                    0)
            }
            #expect(count == 1)
        }
    }

    private static func open(_ place: DatabasePlace) -> PostgresDatabase {
        PostgresDatabase(connectionString: place.connectionString, connections: 2)
    }
}
