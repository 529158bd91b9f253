import Primitives

/// A numbered step of the schema, never edited after release; forward only.
package struct Migration: Sendable {
    /// Unique and ascending over all rooms: `2026-11-24.01`.
    package let number: String
    package let title: String
    /// Plain SQL for both engines; one statement each. Types: `BLOB` (bytes), `BIGINT` (int), `TEXT` (text).
    package let statements: [String]
    /// Where the rows of each table lie that it makes, by the table's name.
    package let placements: [String: Placement]

    package init(
        _ number: String, _ title: String, placing placements: [String: Placement] = [:], _ statements: [String]
    ) {
        self.number = number
        self.title = title
        self.placements = placements
        self.statements = statements
    }
}
