import Foundation
import Storage
import TestKit
import Testing

@Suite("Every statement in the sources")
struct EveryStatementTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources").standardizedFileURL

    @Test("can be prepared", arguments: Engine.available)
    func prepared(engine: Engine) async throws {
        let all = try ["Core", "Processing"].flatMap {
            try WrittenStatement.all(under: Self.sources.appending(path: $0))
        }
        let definitions = all.filter(\.isDefinition).sorted { Self.rank($0) < Self.rank($1) }
        let statements = all.filter { !$0.isDefinition }
        #expect(definitions.count > 10)
        #expect(statements.count > 50)
        try await withPlace(engine) { place in
            let database = try place.open()
            for definition in definitions { try await database.execute(definition.text) }
            for statement in statements {
                do {
                    try await Self.prepare(statement, engine, database)
                } catch {
                    Issue.record("\(statement): \(error)")
                }
            }
        }
    }

    /// For the test that reads them with PostgreSQL's parser, Browser/test_scale.py.
    @Test("is told to whoever asks", .enabled(if: asker != nil))
    func told() throws {
        var told = ""
        for folder in ["Core", "Processing", "Drivers/Postgres"] {
            for statement in try WrittenStatement.all(under: Self.sources.appending(path: folder), endings: true) {
                let line = try JSONEncoder().encode([statement.description, statement.text])
                told += String(decoding: line, as: UTF8.self) + "\n"
            }
        }
        try told.write(toFile: try #require(Self.asker), atomically: true, encoding: .utf8)
    }

    private static let asker = ProcessInfo.processInfo.environment["SAQTA_STATEMENTS"]

    @Test("is found in the source, and one that does not fit the tables is noticed", arguments: Engine.available)
    func noticed(engine: Engine) async throws {
        let source = #"""
            // "SELECT 1 FROM comment"
            let name = "it \(thing("SELECT inner FROM nowhere")) is"
            rows("SELECT name FROM counter WHERE name = \(f("a", (1))) AND value > \(2)")
            row(
                """
                SELECT "nothing" FROM counter
                WHERE name = \(name)
                """)
            """#
        let statements = WrittenStatement.all(in: source, named: "Some.swift")
        #expect(statements.map(\.line) == [2, 3, 5])
        #expect(statements[1].text == "SELECT name FROM counter WHERE name = $1 AND value > $2")
        try await withDatabase(engine, migrations: CounterTable.migrations) { database in
            try await Self.prepare(statements[1], engine, database)
            for bad in [statements[0], statements[2]] {
                await #expect(throws: StorageError.self) { try await Self.prepare(bad, engine, database) }
            }
        }
    }

    /// Tables first, then new columns, then indexes.
    private static func rank(_ definition: WrittenStatement) -> Int {
        ["CREATE TABLE", "ALTER"].firstIndex { definition.text.hasPrefix($0) } ?? 2
    }

    private static func prepare(
        _ statement: WrittenStatement, _ engine: Engine, _ database: any Database
    ) async throws {
        switch engine {
        case .sqlite:
            _ = try await database.read { try $0.rows(statement.bound(after: "EXPLAIN ")) }
        case .postgres:
            try await database.write { transaction in
                _ = try transaction.run(SQL(stringLiteral: "PREPARE statement AS " + statement.text))
                _ = try transaction.run("DEALLOCATE statement")
            }
        }
    }
}
