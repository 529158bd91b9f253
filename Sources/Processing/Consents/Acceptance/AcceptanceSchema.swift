import Primitives
import Storage

/// The tables of how often the public pages were begun to be used.
package enum AcceptanceSchema {
    /// Nothing in them is about a person: an edition, a day, a language and a number.
    package static let migrations = [
        Migration(
            "2026-12-04.30", "acceptance: visits by edition, day and language",
            placing: ["acceptance": .coordinator, "acceptance_hour": .coordinator],
            [
                """
                CREATE TABLE acceptance (
                    edition BIGINT NOT NULL, day BIGINT NOT NULL, language TEXT NOT NULL, visits BIGINT NOT NULL,
                    recorded BIGINT NOT NULL, PRIMARY KEY (edition, day, language))
                """,
                "CREATE TABLE acceptance_hour (hour BIGINT PRIMARY KEY)",
            ])
    ]
}
