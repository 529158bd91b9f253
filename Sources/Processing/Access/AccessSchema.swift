import Primitives
import Storage

/// The tables of sessions, codes and passwords.
package enum AccessSchema {
    /// `single_handed` is one row once somebody has enrolled: since when it is on record that one person works alone, and
    /// when a second one had enrolled.
    ///
    /// Erasure rules: all rows of the person are deleted; `guess` says nothing about a person and ends within a day.
    package static let migrations = [
        Migration(
            "2026-11-24.30", "access: sessions, codes, credentials",
            placing: [
                "session": .byDigest(), "code": .byDigest("id"), "credential": .bySubject(),
                "recovery_code": .byDigest(),
            ],
            [
                """
                CREATE TABLE session (
                    digest BLOB PRIMARY KEY, subject_id BLOB, kind TEXT NOT NULL, assurance TEXT NOT NULL,
                    created_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)
                """,
                "CREATE INDEX session_by_subject ON session (subject_id)",
                """
                CREATE TABLE code (
                    id BLOB PRIMARY KEY, session BLOB NOT NULL, subject_id BLOB, channel TEXT NOT NULL, reason TEXT NOT NULL,
                    target BLOB NOT NULL, state TEXT NOT NULL, mac BLOB, tries BIGINT NOT NULL,
                    created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL)
                """,
                "CREATE INDEX code_by_session ON code (session, created_at)",
                "CREATE INDEX code_by_target ON code (target, created_at)",
                "CREATE INDEX code_by_state ON code (state, created_at)",
                """
                CREATE TABLE credential (
                    subject_id BLOB PRIMARY KEY, password TEXT, totp BLOB, totp_step BIGINT NOT NULL, failures BIGINT NOT NULL,
                    locked_until BIGINT NOT NULL, changed_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE recovery_code (
                    digest BLOB PRIMARY KEY, subject_id BLOB NOT NULL, used_at BIGINT)
                """,
            ]),
        Migration(
            "2026-11-25.30", "access: who asks for codes, guesses of known browsers, fresh proofs",
            placing: ["guess": .byDigest()],
            [
                "ALTER TABLE code ADD COLUMN asker BLOB", "ALTER TABLE code ADD COLUMN known BLOB",
                "ALTER TABLE session ADD COLUMN proved_at BIGINT",
                """
                CREATE TABLE guess (
                    digest BLOB PRIMARY KEY, failures BIGINT NOT NULL, locked_until BIGINT NOT NULL, at BIGINT NOT NULL)
                """,
            ]),
        Migration(
            "2026-11-27.30", "access: whether one person works here alone",
            placing: ["single_handed": .coordinator],
            ["CREATE TABLE single_handed (id BIGINT PRIMARY KEY, since BIGINT, second_at BIGINT)"]),
        Migration(
            "2026-11-28.30", "access: the digests of an address under all versions of the index key",
            ["ALTER TABLE code ADD COLUMN digests BLOB"]),
        Migration(
            "2026-12-12.11", "access: sessions in which somebody acts for another",
            [
                "ALTER TABLE session ADD COLUMN representation BLOB",
                "CREATE INDEX session_by_representation ON session (representation)",
            ]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: Identifier<Subject>, _ transaction: any Transaction) throws {
        for statement: SQL in [
            "DELETE FROM session WHERE subject_id = \(subject)", "DELETE FROM code WHERE subject_id = \(subject)",
            "DELETE FROM credential WHERE subject_id = \(subject)",
            "DELETE FROM recovery_code WHERE subject_id = \(subject)",
        ] { try transaction.run(statement) }
    }
}
