import Primitives

/// A numbered step of the schema, never edited after release; forward only.
package struct Migration: Sendable {
    /// Unique and ascending over all rooms: `2026-11-24.01`.
    package let number: String
    package let title: String
    /// Plain SQL for both engines; one statement each. Types: `BLOB` (bytes), `BIGINT` (int), `TEXT` (text).
    package let statements: [String]

    package init(_ number: String, _ title: String, _ statements: [String]) {
        self.number = number
        self.title = title
        self.statements = statements
    }
}
