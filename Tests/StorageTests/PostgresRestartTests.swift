import Foundation
import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("A PostgreSQL server", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresRestartTests {
    @Test("that was away and is back is used again, with all that was acknowledged")
    func restart() async throws {
        try await OwnServer.with { server in
            let database = PostgresDatabase(connectionString: server.connectionString, connections: 4)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            try await withThrowingTaskGroup { group in
                for number in 0..<8 {
                    group.addTask { try await database.write { try CounterTable.insert("n\(number)", in: $0) } }
                }
                try await group.waitForAll()
            }
            try await server.stop()
            let error = await #expect(throws: StorageError.self) { try await CounterTable.names(database) }
            #expect(error?.isUnavailable == true)
            try await server.start()
            let names = try await CounterTable.names(database)
            #expect(names.count == 8)
            try await database.write { try CounterTable.insert("after", in: $0) }
        }
    }
}
