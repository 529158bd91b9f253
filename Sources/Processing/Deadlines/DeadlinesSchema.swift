import Primitives
import Storage

/// The table of the versions of the calendar.
package enum DeadlinesSchema {
    /// Reference: `calendar_version`, a row for each version, whole; nothing in it is personal.
    package static let migrations = [
        Migration(
            "2026-11-29.10", "deadlines: the versions of the calendar", placing: ["calendar_version": .reference],
            [
                """
                CREATE TABLE calendar_version (
                    number BIGINT PRIMARY KEY, hash BLOB NOT NULL, since BIGINT NOT NULL, law BLOB NOT NULL, moves BLOB NOT NULL)
                """
            ])
    ]
}
