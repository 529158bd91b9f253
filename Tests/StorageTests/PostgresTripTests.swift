import Postgres
import Primitives
import Storage
import TestKit
import Testing

@Suite("The way to a PostgreSQL server", .enabled(if: Engine.available.contains(.postgres)))
struct PostgresTripTests {
    private static func insert(_ name: String) -> SQL { "INSERT INTO counter (name, value) VALUES (\(name), 0)" }

    private func withLine(_ body: (CountedLine, any Database) async throws -> Void) async throws {
        try await withPlace(.postgres) { place in
            try await Migrator(CounterTable.migrations).migrate(try place.open(), at: Instant(seconds: 0))
            try await CountedLine.run(to: place.connectionString) { line in
                let database = line.open()
                // Connects.
                _ = try await CounterTable.names(database)
                try await body(line, database)
            }
        }
    }

    @Test("is gone twice by a write that asks nothing: to prove the connection, and to commit")
    func writing() async throws {
        try await withLine { line, database in
            // The end of the read before goes along.
            let count = try await line.count {
                try await database.write { transaction in
                    for number in 0..<50 { try transaction.send(Self.insert("\(number)")) }
                }
            }
            #expect(count == CountedLine.Count(trips: 2, statements: 52))
        }
    }

    @Test("is gone once by what is asked together, and what follows goes with the commit")
    func asking() async throws {
        try await withLine { line, database in
            let count = try await line.count {
                try await database.write { transaction in
                    let asked = try (0..<5).map { try transaction.ask("SELECT \($0)") }
                    for (number, asked) in asked.enumerated() { #expect(try asked.row()?.int(0) == Int64(number)) }
                    for number in 0..<5 { try transaction.send(Self.insert("\(number)")) }
                }
            }
            #expect(count == CountedLine.Count(trips: 2, statements: 12))
            // The end of a read is not awaited.
            let read = try await line.count {
                _ = try await database.read { try $0.rows("SELECT 1") }
                _ = try await database.read { try $0.rows("SELECT 1") }
            }
            #expect((3...4).contains(read.trips))
        }
    }

    @Test("that breaks at a statement sent with the commit is gone again: the server has told that it did not commit")
    func broken() async throws {
        try await withDatabase(.postgres, migrations: CounterTable.migrations) { database in
            let runs = RunCount()
            try await database.write { transaction in
                let run = runs.next()
                _ = try transaction.rows("SELECT 1")
                try transaction.send(Self.insert("a"))
                if run == 1 { try transaction.send("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            #expect(runs.value == 2)
            #expect(try await CounterTable.names(database) == ["a"])
        }
    }

    @Test("leaves a connection that has broken since by itself, whatever a write has to say")
    func replaced() async throws {
        try await withPlace(.postgres) { place in
            let database = PostgresDatabase(connectionString: place.connectionString, connections: 1)
            try await Migrator(CounterTable.migrations).migrate(database, at: Instant(seconds: 0))
            let process = try await database.read { try $0.row("SELECT pg_backend_pid()")?.int(0) } ?? 0
            try await place.open().write { _ = try $0.rows("SELECT pg_terminate_backend(\(process)::integer)") }
            try await database.write { try $0.send(Self.insert("a")) }
            #expect(try await CounterTable.names(database) == ["a"])
        }
    }
}
