import Primitives
import Storage

/// The tables of what people ask about their own data.
package enum RightsSchema {
    /// Erasure rules: `subject_request`, `subject_block`, `outside_request` and `prepared_erasure` are deleted; the ledger keeps that there were some.
    package static let migrations = [
        Migration(
            "2026-12-05.10", "rights: requests and blocks",
            placing: ["subject_request": .bySubject(), "subject_block": .bySubject()],
            [
                """
                CREATE TABLE subject_request (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, number BIGINT NOT NULL, case_id TEXT NOT NULL, kind TEXT NOT NULL,
                    state TEXT NOT NULL, way TEXT NOT NULL, received BIGINT NOT NULL, created_at BIGINT NOT NULL, due BIGINT,
                    term TEXT, calendar BIGINT, words BLOB, answer BLOB, ground TEXT, closed_at BIGINT,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX subject_request_by_due ON subject_request (state, due)",
                """
                CREATE TABLE subject_block (
                    subject_id BLOB PRIMARY KEY, since BIGINT NOT NULL, own BIGINT NOT NULL)
                """,
            ]),
        Migration(
            "2026-12-07.10", "rights: requests without an account",
            placing: ["outside_request": .bySubject()],
            [
                """
                CREATE TABLE outside_request (
                    subject_id BLOB PRIMARY KEY, id BLOB NOT NULL, number TEXT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL,
                    channel TEXT NOT NULL, created_at BIGINT NOT NULL, received BIGINT, due BIGINT, term TEXT, calendar BIGINT,
                    words BLOB NOT NULL, ends_at BIGINT)
                """,
                "CREATE INDEX outside_request_by_due ON outside_request (state, due)",
                "CREATE INDEX outside_request_by_end ON outside_request (ends_at)",
            ]),
        Migration(
            "2026-12-07.20", "rights: destruction that one has prepared and another carries out",
            placing: ["prepared_erasure": .bySubject()],
            [
                """
                CREATE TABLE prepared_erasure (
                    subject_id BLOB PRIMARY KEY, number BIGINT NOT NULL, prepared_by BLOB NOT NULL, at BIGINT NOT NULL)
                """
            ]),
        Migration(
            "2026-12-19.10", "rights: until when what proves a request is kept",
            [
                "ALTER TABLE subject_request ADD COLUMN proof_until BIGINT",
                "CREATE INDEX subject_request_by_proof ON subject_request (proof_until)",
            ]),
        Migration(
            "2026-12-22.10", "rights: how a request without an account came",
            ["ALTER TABLE outside_request ADD COLUMN way TEXT"]),
        Migration(
            "2026-12-25.50", "rights: on which request staff blocked a person's data",
            ["ALTER TABLE subject_block ADD COLUMN request BIGINT"]),
        Migration(
            "2026-12-25.51", "rights: by what it was told who makes a request",
            ["ALTER TABLE subject_request ADD COLUMN evidence TEXT"]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("DELETE FROM subject_request WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM subject_block WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM outside_request WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM prepared_erasure WHERE subject_id = \(subject)")
    }
}
