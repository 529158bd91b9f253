import Primitives
import Storage

/// The tables of what was handed to others, who is to be told, and what withdrawals ask of staff.
package enum DisclosuresSchema {
    /// Erasure rule: the person's rows are deleted; the ledger keeps what was done, without the person.
    package static let migrations = [
        Migration(
            "2026-12-04.20", "disclosures: transfers, withdrawals, and who is to be told",
            placing: ["disclosure": .bySubject(), "withdrawal": .bySubject(), "telling": .bySubject()],
            [
                """
                CREATE TABLE disclosure (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, case_id TEXT NOT NULL, recipient TEXT NOT NULL,
                    fields TEXT NOT NULL, purpose TEXT NOT NULL, edition BIGINT NOT NULL, consent TEXT,
                    at BIGINT NOT NULL, PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX disclosure_by_time ON disclosure (at)",
                """
                CREATE TABLE withdrawal (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, case_id TEXT NOT NULL, consent TEXT NOT NULL,
                    edition BIGINT NOT NULL, at BIGINT NOT NULL, term TEXT NOT NULL, calendar BIGINT NOT NULL,
                    due BIGINT NOT NULL, state TEXT NOT NULL, closed_at BIGINT, ground TEXT, obligation BLOB,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX withdrawal_by_state ON withdrawal (state, due)",
                """
                CREATE TABLE telling (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, case_id TEXT NOT NULL, kind TEXT NOT NULL,
                    about BLOB NOT NULL, recipient TEXT, at BIGINT NOT NULL, term TEXT NOT NULL,
                    calendar BIGINT NOT NULL, due BIGINT NOT NULL, told_on BIGINT, way TEXT, closed_at BIGINT,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX telling_by_state ON telling (told_on, due)",
            ]),
        Migration(
            "2026-12-20.1", "disclosures: for which order or obligation a withdrawal was refused",
            [
                "ALTER TABLE withdrawal ADD COLUMN order_number BIGINT",
                "ALTER TABLE withdrawal ADD COLUMN outside BIGINT",
            ]),
        Migration(
            "2026-12-20.2", "disclosures: when a person ends whose withdrawal was answered",
            ["ALTER TABLE withdrawal ADD COLUMN erases_at BIGINT"]),
        Migration(
            "2026-12-24.20", "disclosures: when a refused withdrawal came back, since its order had ended",
            ["ALTER TABLE withdrawal ADD COLUMN reopened_at BIGINT"]),
        Migration(
            "2026-12-25.40", "disclosures: until when a law keeps what a withdrawal leaves",
            ["ALTER TABLE withdrawal ADD COLUMN keep_until BIGINT"]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        for statement: SQL in [
            "DELETE FROM disclosure WHERE subject_id = \(subject)",
            "DELETE FROM withdrawal WHERE subject_id = \(subject)", "DELETE FROM telling WHERE subject_id = \(subject)",
        ] { try transaction.run(statement) }
    }
}
