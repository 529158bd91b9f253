import Primitives
import Storage
import TestKit
import Testing

@Suite("Statements that may wait for others")
struct WaitingStatementTests {
    private static func insert(_ name: String) -> SQL { "INSERT INTO counter (name, value) VALUES (\(name), 0)" }

    @Test("are done in their order, with those between them whose answer is awaited", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await database.write { transaction in
                let count: SQL = "SELECT count(*) FROM counter"
                let before = try transaction.ask(count)
                // More than may wait at once.
                for number in 0..<300 { try transaction.send(Self.insert("\(number)")) }
                let between = try transaction.ask(count)
                try transaction.send(Self.insert("last"))
                #expect(try transaction.run("UPDATE counter SET value = 1") == 301)
                #expect(try [before, between].map { try $0.row()?.int(0) } == [0, 300])
                try transaction.send("DELETE FROM counter WHERE name <> 'last'")
            }
            #expect(try await CounterTable.names(database) == ["last"])
        }
    }

    @Test("and fail are told of before the commit, whoever has asked since", arguments: Engine.available)
    func failing(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            for isAwaited in [false, true] {
                let error = await #expect(throws: StorageError.self) {
                    try await database.write { transaction in
                        for name in ["a", "b", "a", "c"] { try transaction.send(Self.insert(name)) }
                        if isAwaited { _ = try transaction.rows("SELECT 1") }
                    }
                }
                guard case .constraint = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
                #expect(try await CounterTable.names(database) == [])
            }
            // The connection is as good as before.
            try await database.write { try $0.send(Self.insert("a")) }
            #expect(try await CounterTable.names(database) == ["a"])
        }
    }

    @Test("may prove wrong what was taken for certain: nothing stays then", arguments: Engine.available)
    func ensured(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            for name in ["a", "b"] {
                let changes = {
                    try await database.write { transaction in
                        try transaction.send(Self.insert("a"))
                        let updated = try transaction.ask(
                            "UPDATE counter SET value = 1 WHERE name = \(name) RETURNING value")
                        try transaction.ensure { if try updated.row() == nil { throw Changed() } }
                        try transaction.send(Self.insert("c"))
                    }
                }
                if name == "a" {
                    try await changes()
                    try await database.write { _ = try $0.run("DELETE FROM counter") }
                } else {
                    await #expect(throws: Changed.self) { try await changes() }
                }
            }
            #expect(try await CounterTable.names(database) == [])
        }
    }

    @Test("wait for the commit too when the body asks nothing", arguments: Engine.available)
    func unasked(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let asked = try await database.write { transaction in
                try transaction.send(Self.insert("a"))
                _ = try transaction.ask("SELECT 1")
                return 1
            }
            #expect(asked == 1)
            #expect(try await CounterTable.names(database) == ["a"])
        }
    }
}
