import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A PostgreSQL server", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresRestartTests {
    private static let script = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../scripts/postgres.sh").standardizedFileURL.path

    @Test("that was away and is back is used again, with all that was acknowledged")
    func restart() async throws {
        try await withTemporaryFolder { folder in
            let server = { (order: String) in try await run("sh", Self.script, order, folder.path) }
            let database = PostgresDatabase(connectionString: try await server("start"), connections: 4)
            do {
                try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
                try await withThrowingTaskGroup { group in
                    for number in 0..<8 {
                        group.addTask { try await database.write { try CounterTable.insert("n\(number)", in: $0) } }
                    }
                    try await group.waitForAll()
                }
                _ = try await server("stop")
                let error = await #expect(throws: StorageError.self) { try await CounterTable.names(database) }
                #expect(error?.isUnavailable == true)
                _ = try await server("start")
                let names = try await CounterTable.names(database)
                #expect(names.count == 8)
                try await database.write { try CounterTable.insert("after", in: $0) }
            } catch {
                _ = try await server("stop")
                throw error
            }
            _ = try await server("stop")
        }
    }
}
