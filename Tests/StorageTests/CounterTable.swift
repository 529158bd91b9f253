import Primitives
import Storage

/// A table of named numbers, for suites that need something to change.
enum CounterTable {
    static let migrations = [
        Migration("test.01", "counters", ["CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"])
    ]

    static func insert(_ name: String, _ value: Int = 0, in transaction: any Transaction) throws {
        try transaction.run("INSERT INTO counter (name, value) VALUES (\(name), \(value))")
    }

    static func names(_ database: any Database) async throws -> [String] {
        try await database.read { try $0.rows("SELECT name FROM counter ORDER BY name").map { try $0.text(0) } }
    }

    static func value(_ name: String, in transaction: any Transaction) throws -> Int64? {
        try transaction.row("SELECT value FROM counter WHERE name = \(name)")?.int(0)
    }
}

/// What a body throws by itself.
struct Changed: Error, Equatable {}
