import Foundation
import Postgres
import Primitives
import SQLite
import Storage

/// Runs `body` on a fresh database of `engine` with the schema of `migrations`, and removes it afterwards.
@discardableResult
package func withDatabase<Answer>(
    _ engine: Engine, migrations: [Migration] = [], _ body: (any Database) async throws -> Answer
) async throws -> Answer {
    try await withPlace(engine) { place in
        let database = try place.open()
        try await Migrator(migrations).migrate(database, at: Instant(seconds: 0))
        return try await body(database)
    }
}

/// Runs `body` with a fresh empty place for a database, which it may open several times, and removes it afterwards.
@discardableResult
package func withPlace<Answer>(
    _ engine: Engine, _ body: (DatabasePlace) async throws -> Answer
) async throws -> Answer {
    switch engine {
    case .sqlite:
        return try await withTemporaryFolder { folder in
            try await body(.file(folder.appending(path: "test.sqlite").path))
        }
    case .postgres:
        guard let server = PostgresServer.connectionString else { throw TestKitError.noPostgresServer }
        let schema = "test_" + Randomness.system.bytes(8).hex
        let owner = PostgresDatabase(connectionString: server, connections: 1)
        try await owner.execute("CREATE SCHEMA \(schema)")
        let answer: Answer
        do {
            answer = try await body(.schema(schema, server))
        } catch {
            try await owner.execute("DROP SCHEMA \(schema) CASCADE")
            throw error
        }
        try await owner.execute("DROP SCHEMA \(schema) CASCADE")
        return answer
    }
}

/// Runs `body` with a fresh folder, and removes it afterwards.
@discardableResult
package func withTemporaryFolder<Answer>(_ body: (URL) async throws -> Answer) async throws -> Answer {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "saqta-test-" + Randomness.system.bytes(8).hex, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

/// Where a database of a test is.
package enum DatabasePlace: Sendable {
    /// The path of an SQLite file.
    case file(String)
    /// The name of a schema, and the connection string of its server.
    case schema(String, String)

    /// Another instance over the same data, as another process would have.
    package func open() throws -> any Database {
        switch self {
        case .file(let path): try SQLiteDatabase(path: path, readers: 4)
        case .schema: PostgresDatabase(connectionString: connectionString, connections: 8)
        }
    }

    /// The connection string that leads to the schema; empty for a file.
    package var connectionString: String {
        guard case .schema(let schema, let server) = self else { return "" }
        guard server.contains("://") else { return "\(server) options='-c search_path=\(schema)'" }
        return server + (server.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)"
    }
}

extension Database {
    /// Runs a statement without values that a test made up from names.
    package func execute(_ statement: String) async throws {
        try await write { transaction in _ = try transaction.run(SQL(stringLiteral: statement)) }
    }
}
