import Primitives
import Storage

/// The tables of what persons and the operator write to each other.
package enum ThreadsSchema {
    /// Erasure rules: `thread`, `thread_message`, `question`, `answer_link` and `letter` are deleted; the ledger keeps that there were some. Of a member of staff
    /// nothing is kept in others' threads. `reply_template` is about nobody.
    package static let migrations = [
        Migration(
            "2026-12-11.10", "threads: messages between persons and the operator",
            placing: ["thread": .bySubject(), "thread_message": .bySubject(), "reply_template": .reference],
            [
                """
                CREATE TABLE thread (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, number BIGINT NOT NULL, case_id TEXT NOT NULL, way TEXT NOT NULL,
                    state TEXT NOT NULL, since BIGINT NOT NULL, assignee BLOB, created_at BIGINT NOT NULL,
                    last_at BIGINT NOT NULL, unread BIGINT NOT NULL,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX thread_by_state ON thread (state, since)",
                "CREATE INDEX thread_by_id ON thread (id)",
                """
                CREATE TABLE thread_message (
                    subject_id BLOB NOT NULL, thread_id BLOB NOT NULL, number BIGINT NOT NULL, id BLOB NOT NULL,
                    way TEXT NOT NULL, direction TEXT NOT NULL, by_staff BIGINT NOT NULL, at BIGINT NOT NULL,
                    words BLOB NOT NULL,
                    PRIMARY KEY (subject_id, thread_id, number))
                """,
                """
                CREATE TABLE reply_template (
                    id BLOB PRIMARY KEY, name TEXT NOT NULL, ru TEXT NOT NULL, kk TEXT NOT NULL, en TEXT NOT NULL,
                    at BIGINT NOT NULL)
                """,
            ]),
        Migration(
            "2026-12-11.20", "threads: questions without an account",
            placing: ["question": .bySubject(), "answer_link": .byDigest()],
            [
                "CREATE TABLE question (subject_id BLOB PRIMARY KEY, due_at BIGINT NOT NULL)",
                "CREATE INDEX question_by_due ON question (due_at)",
                """
                CREATE TABLE answer_link (
                    digest BLOB PRIMARY KEY, subject_id BLOB NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT)
                """,
                "CREATE INDEX answer_link_by_subject ON answer_link (subject_id)",
            ]),
        Migration(
            "2026-12-16.10", "threads: letters that were taken",
            placing: ["letter": .byDigest()],
            [
                """
                CREATE TABLE letter (
                    digest BLOB PRIMARY KEY, subject_id BLOB NOT NULL, thread_id BLOB NOT NULL, at BIGINT NOT NULL)
                """,
                "CREATE INDEX letter_by_subject ON letter (subject_id)",
            ]),
        Migration(
            "2026-12-18.20", "threads: the order that one is about",
            ["ALTER TABLE thread ADD COLUMN order_number BIGINT"]),
        Migration(
            "2026-12-21.20", "threads: how many files of a letter were gone through, while some are left",
            ["ALTER TABLE letter ADD COLUMN files BIGINT"]),
        Migration(
            "2026-12-22.30", "threads: whether one is of somebody without an account whose words staff took in",
            ["ALTER TABLE thread ADD COLUMN stranger BIGINT"]),
    ]

    /// Ends the links to answers: of older data, where some had been used after the copy was made.
    package static func endLinks(_ transaction: any Transaction) throws(StorageError) {
        try transaction.run("DELETE FROM answer_link")
    }

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("DELETE FROM thread_message WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM question WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM answer_link WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM letter WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM thread WHERE subject_id = \(subject)")
        try transaction.run("UPDATE thread SET assignee = NULL WHERE assignee = \(subject)")
    }
}
