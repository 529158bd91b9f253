import Primitives
import Storage

/// The table of what programmes may send again.
package enum ClientsSchema {
    /// `idempotency` is kept for a week.
    ///
    /// Erasure rule: the row stays without the person, so that sending the same again registers nobody anew; what was sent
    /// is in it as a keyed digest only.
    package static let migrations = [
        Migration(
            "2026-11-28.70", "clients: requests that may be sent again",
            placing: ["idempotency": .byDigest()],
            [
                """
                CREATE TABLE idempotency (
                    digest BLOB PRIMARY KEY, content BLOB NOT NULL, subject_id BLOB, number TEXT, language TEXT NOT NULL,
                    at BIGINT NOT NULL)
                """,
                "CREATE INDEX idempotency_by_subject ON idempotency (subject_id)",
                "CREATE INDEX idempotency_by_time ON idempotency (at)",
            ])
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.send("UPDATE idempotency SET subject_id = NULL, number = NULL WHERE subject_id = \(subject)")
    }

    /// Deletes what is older than a week.
    package static func sweep(at now: Instant, in transaction: any Transaction) throws {
        try transaction.send("DELETE FROM idempotency WHERE at < \(now - .days(7))")
    }
}
