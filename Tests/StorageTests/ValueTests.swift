import Primitives
import Storage
import TestKit
import Testing

@Suite("Values")
struct ValueTests {
    static let table = [
        Migration(
            "test.01", "things",
            ["CREATE TABLE thing (id BIGINT PRIMARY KEY, number BIGINT, text TEXT, bytes BLOB)"])
    ]

    static let values: [SQLValue] = [
        .int(0), .int(-1), .int(.max), .int(.min), .int(255), .int(-32_769),
        .text(""), .text("Әлия Қасымқызы, ұлы, һәм – ‘Ғ’"), .text("a'b\"c$1?2\\"), .text("🙂"),
        .bytes([]), .bytes([0]), .bytes([0, 1, 0, 255, 0]), .bytes(Bytes(repeating: 0, count: 100_000)),
        .bytes(Bytes(0...255)),
    ]

    @Test("come back from a column as they went in", arguments: Engine.available, values)
    func columns(engine: Engine, value: SQLValue) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            try await database.write { transaction in
                switch value {
                case .null: break
                case .int: try transaction.run("INSERT INTO thing (id, number) VALUES (1, \(value))")
                case .text: try transaction.run("INSERT INTO thing (id, text) VALUES (1, \(value))")
                case .bytes: try transaction.run("INSERT INTO thing (id, bytes) VALUES (1, \(value))")
                }
            }
            let row = try #require(
                try await database.read { try $0.row("SELECT number, text, bytes FROM thing WHERE id = 1") })
            #expect(row.values.filter { $0 != .null } == [value])
            #expect(row.values.count == 3)
        }
    }

    @Test("may be null in every column", arguments: Engine.available)
    func nulls(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let row = try await database.write { transaction in
                let (number, text, bytes): (Int?, String?, Bytes?) = (nil, nil, nil)
                try transaction.run(
                    "INSERT INTO thing (id, number, text, bytes) VALUES (1, \(number), \(text), \(bytes))")
                return try transaction.row("SELECT number, text, bytes FROM thing")
            }
            #expect(row?.values == [.null, .null, .null])
        }
    }

    @Test("of sums, counts and comparisons are whole numbers", arguments: Engine.available)
    func computed(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let row = try await database.write { transaction in
                for (id, number) in [(1, 90_000_000_000), (2, -120_000), (3, 0)] {
                    try transaction.run("INSERT INTO thing (id, number) VALUES (\(id), \(number))")
                }
                return try transaction.row(
                    """
                    SELECT count(*), sum(number), min(number), max(id), EXISTS (SELECT 1 FROM thing WHERE id = \(2)),
                        (SELECT sum(number) FROM thing WHERE id = \(2)), (SELECT sum(number) FROM thing WHERE id = \(3))
                    FROM thing
                    """)
            }
            #expect(
                row?.values == [
                    .int(3), .int(89_999_880_000), .int(-120_000), .int(3), .int(1), .int(-120_000), .int(0),
                ])
        }
    }

    @Test("of text are sorted by their octets", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let sorted = try await database.write { transaction in
                for (id, text) in ["ә", "a", "Я", "B", "_", "я", "A"].enumerated() {
                    try transaction.run("INSERT INTO thing (id, text) VALUES (\(id), \(text))")
                }
                return try transaction.rows("SELECT text FROM thing ORDER BY text").map { try $0.text(0) }
            }
            #expect(sorted == ["A", "B", "_", "a", "Я", "я", "ә"])
        }
    }

    @Test("of text never hold U+0000", arguments: Engine.available)
    func nul(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            await #expect(throws: StorageError.unexpected("a text holds U+0000")) {
                try await database.write { try $0.run("INSERT INTO thing (id, text) VALUES (1, \("a\0b"))") }
            }
        }
    }

    @Test("may stand several times and out of order in a statement", arguments: Engine.available)
    func numbering(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.table) { database in
            let row = try await database.write { transaction in
                try transaction.run("INSERT INTO thing (id, text) VALUES (\(7), \("it's $1")), (8, 'costs $2')")
                let statement: SQL = "SELECT text, '$1' FROM thing WHERE id = \(8)"
                return try transaction.row(statement + "AND id < \(9) AND text <> \("x")")
            }
            #expect(row?.values == [.text("costs $2"), .text("$1")])
        }
    }
}
