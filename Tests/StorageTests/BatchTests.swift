import Primitives
import Storage
import TestKit
import Testing

@Suite("Statements that are run together")
struct BatchTests {
    @Test("answer in their order how many rows each changed", arguments: Engine.available)
    func changes(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let changes = try await database.write { transaction in
                // More than a socket takes in at once.
                let text = String(repeating: "x", count: 10_000)
                let inserted = try transaction.run((0..<600).map { Self.insert("\($0) \(text)") })
                #expect(inserted == [Int](repeating: 1, count: 600))
                #expect(try transaction.run([SQL]()) == [])
                return try transaction.run([
                    "UPDATE counter SET value = 1", "DELETE FROM counter WHERE name = 'nobody'",
                    "DELETE FROM counter WHERE name LIKE '1 %'",
                ])
            }
            #expect(changes == [600, 0, 1])
            #expect(try await CounterTable.names(database).count == 599)
        }
    }

    @Test("fail like the first that fails, and leave nothing", arguments: Engine.available)
    func failing(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let error = await #expect(throws: StorageError.self) {
                try await database.write { _ = try $0.run(["a", "b", "a", "c"].map(Self.insert)) }
            }
            guard case .constraint = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(try await CounterTable.names(database) == [])
            // The connection is as good as before.
            try await database.write { _ = try $0.run(["a", "b"].map(Self.insert)) }
            #expect(try await CounterTable.names(database) == ["a", "b"])
        }
    }

    private static func insert(_ name: String) -> SQL {
        "INSERT INTO counter (name, value) VALUES (\(name), 0)"
    }
}
