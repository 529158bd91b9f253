import Primitives

/// A row that is written anew to see whether the engine takes anything now.
package enum Pulse {
    /// Holds no personal data.
    package static let migrations = [
        Migration(
            "2026-11-26.90", "storage: a row to see whether it can be written",
            placing: ["pulse": .coordinatorLoosely],
            ["CREATE TABLE pulse (id BIGINT PRIMARY KEY, at BIGINT NOT NULL)"])
    ]

    /// Ends once the row is durable.
    /// - Throws: what the engine says when it takes nothing.
    package static func beat(_ database: any Database, at now: Instant) async throws {
        try await database.write { transaction in
            try transaction.send(
                "INSERT INTO pulse (id, at) VALUES (1, \(now)) ON CONFLICT (id) DO UPDATE SET at = excluded.at")
        }
    }
}
