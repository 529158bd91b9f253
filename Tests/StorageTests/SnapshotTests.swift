import Dispatch
import Storage
import TestKit
import Testing

@Suite("A read")
struct SnapshotTests {
    @Test("sees what was there when it began, and nothing that came meanwhile", arguments: Engine.available)
    func snapshot(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await database.write { try CounterTable.insert("a", in: $0) }
            let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
            let written = DispatchSemaphore(value: 0)
            async let counts = database.read { transaction in
                let before = try transaction.rows("SELECT name FROM counter").count
                beginning.finish()
                written.wait()
                return [before, try transaction.rows("SELECT name FROM counter").count]
            }
            for await _ in begun {}
            try await database.write { try CounterTable.insert("b", in: $0) }
            let during = try await CounterTable.names(database)
            written.signal()
            #expect(try await counts == [1, 1])
            #expect(during == ["a", "b"])
        }
    }

    @Test("runs beside others, and beside a write that is not done", arguments: Engine.available)
    func parallel(engine: Engine) async throws {
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
            let mayEnd = DispatchSemaphore(value: 0)
            async let write: Void = database.write { transaction in
                try CounterTable.insert("a", in: transaction)
                beginning.finish()
                mayEnd.wait()
            }
            for await _ in begun {}
            let seen = try await withThrowingTaskGroup { group in
                for _ in 0..<10 { group.addTask { try await CounterTable.names(database) } }
                return try await group.reduce(into: Set<[String]>()) { $0.insert($1) }
            }
            mayEnd.signal()
            try await write
            #expect(seen == [[]])
            let names = try await CounterTable.names(database)
            #expect(names == ["a"])
        }
    }
}
