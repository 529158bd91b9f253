import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite(
    "A PostgreSQL server that led", .enabled(if: Engine.available.contains(.postgres)), .timeLimit(.minutes(3)))
struct PostgresLeaderTests {
    @Test("and hung while another took over is read no more when it wakes")
    func wakes() async throws {
        try await OwnServer.with { old in
            try await old.withStandby { new in
                var limits = PostgresLimits()
                limits.connect = .seconds(2)
                limits.statement = .seconds(1)
                limits.commit = .seconds(5)
                let database = PostgresDatabase(
                    connectionString: Self.both(old, new), connections: 2, limits: limits)
                try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
                try await database.write { try CounterTable.insert("before", in: $0) }
                // Both connections lead to the old one.
                #expect(try await Self.readTogether(database) == [["before"], ["before"]])
                old.hang()
                try await new.order("SELECT pg_promote()")
                try await Self.patiently { try await database.write { try CounterTable.insert("later", in: $0) } }
                old.wake()
                // One of both is still open to the old one, which believes that it leads.
                #expect(try await Self.readTogether(database) == [["before", "later"], ["before", "later"]])
                // Nor does another process take the first that says so.
                let other = PostgresDatabase(connectionString: Self.both(old, new), connections: 1, limits: limits)
                #expect(try await CounterTable.names(other) == ["before", "later"])

                try await new.stop()
                for _ in 0..<3 {
                    let error = await #expect(throws: StorageError.self) { try await CounterTable.names(database) }
                    #expect(error?.isUnavailable == true)
                }
            }
        }
    }

    @Test("after it, and follows now, is not read, whatever the connection string allows")
    func follower() async throws {
        try await OwnServer.with { leader in
            try await leader.withStandby { standby in
                let database = PostgresDatabase(
                    connectionString: "\(standby.connectionString) target_session_attrs=any", connections: 1)
                let error = await #expect(throws: StorageError.self) {
                    try await database.read { try $0.rows("SELECT 1") }
                }
                #expect(error?.isUnavailable == true)
                try await standby.order("SELECT pg_promote()")
                #expect(try await database.read { try $0.rows("SELECT 1").count } == 1)
            }
        }
    }

    /// A connection string with both, the old one first.
    private static func both(_ old: OwnServer, _ new: OwnServer) -> String {
        let ports = [old, new].map { $0.connectionString.split(separator: " ")[1].dropFirst("port=".count) }
        return "host=127.0.0.1,127.0.0.1 port=\(ports[0]),\(ports[1]) user=saqta dbname=postgres"
    }

    /// What two read at the same time, each on a connection of its own.
    private static func readTogether(_ database: PostgresDatabase) async throws -> [[String]] {
        try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<2 {
                group.addTask {
                    try await database.read { transaction in
                        _ = try transaction.rows("SELECT 1 FROM pg_sleep(0.5)")
                        return try transaction.rows("SELECT name FROM counter ORDER BY name").map { try $0.text(0) }
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Again until the one that leads now was found.
    private static func patiently(_ work: () async throws -> Void) async throws {
        for _ in 0..<10 {
            do {
                return try await work()
            } catch let error as StorageError where error.isUnavailable {}
        }
        try await work()
    }
}
