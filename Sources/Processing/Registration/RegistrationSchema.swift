import Permits
import Primitives
import Storage

/// The tables of registrations.
package enum RegistrationSchema {
    /// Erasure rules: `contact`, `correction`, `submission`, `handover` and `counter_entry` are deleted; `registration` and
    /// `registration_number` are deleted, and of the tables of permits `representation` and `acting`.
    package static let migrations = [
        Migration(
            "2026-11-24.50", "registration: registrations, contacts, corrections",
            placing: [
                "registration": .bySubject(ending: ["registration_number_key"]), "contact": .bySubject(),
                "correction": .bySubject(), "submission": .byDigest(),
            ],
            [
                """
                CREATE TABLE registration (
                    subject_id BLOB PRIMARY KEY, number TEXT NOT NULL UNIQUE, state TEXT NOT NULL, since BIGINT NOT NULL,
                    created_at BIGINT NOT NULL, due_at BIGINT, sent_at BIGINT, resent BIGINT NOT NULL, reminded BIGINT NOT NULL,
                    reason TEXT, words BLOB, decided_by BLOB, decided_at BIGINT, objected_at BIGINT, scans_until BIGINT,
                    set_aside BIGINT NOT NULL, lease_by BLOB, lease_until BIGINT,
                    pending TEXT, pending_reason TEXT, pending_words BLOB, pending_by BLOB, pending_at BIGINT)
                """,
                "CREATE INDEX registration_by_state ON registration (state, since)",
                "CREATE INDEX registration_by_due ON registration (due_at)",
                "CREATE INDEX registration_by_pending ON registration (pending_at)",
                """
                CREATE TABLE contact (
                    subject_id BLOB NOT NULL, channel TEXT NOT NULL, target BLOB NOT NULL, confirmed_at BIGINT,
                    PRIMARY KEY (subject_id, channel))
                """,
                """
                CREATE TABLE correction (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, field BIGINT NOT NULL, value BLOB NOT NULL, state TEXT NOT NULL,
                    at BIGINT NOT NULL, PRIMARY KEY (subject_id, id))
                """,
                "CREATE TABLE submission (digest BLOB PRIMARY KEY, subject_id BLOB NOT NULL, at BIGINT NOT NULL)",
                "CREATE INDEX submission_by_subject ON submission (subject_id)",
            ]),
        Migration(
            "2026-11-26.50", "registration: a note, an objection and a due day of their own",
            [
                "ALTER TABLE registration ADD COLUMN note BLOB", "ALTER TABLE registration ADD COLUMN objection BLOB",
                "ALTER TABLE registration ADD COLUMN review_day BIGINT",
            ]),
        Migration(
            "2026-11-26.51", "registration: the digests of a contact under all versions of the index key",
            ["ALTER TABLE contact ADD COLUMN digests BLOB"]),
        Migration(
            "2026-11-27.50", "registration: decisions on objections by one person who works alone",
            [
                "ALTER TABLE registration ADD COLUMN pending_alone BIGINT",
                "ALTER TABLE registration ADD COLUMN decided_alone BIGINT",
            ]),
        Migration(
            "2026-11-28.50", "registration: numbers that are given once, and found, wherever the registration lies",
            placing: ["registration_number": .byDigest("number", alone: true)],
            [
                "CREATE TABLE registration_number (number TEXT PRIMARY KEY, subject_id BLOB NOT NULL)",
                "INSERT INTO registration_number (number, subject_id) SELECT number, subject_id FROM registration",
            ]),
        Migration(
            "2026-11-29.50", "registration: how the day of the review was counted",
            [
                "ALTER TABLE registration ADD COLUMN review_term TEXT",
                "ALTER TABLE registration ADD COLUMN review_calendar BIGINT",
            ]),
        Migration(
            "2026-12-02.50", "registration: links by which persons go on with what a programme began",
            placing: ["handover": .byDigest()],
            [
                """
                CREATE TABLE handover (
                    digest BLOB PRIMARY KEY, subject_id BLOB NOT NULL, client TEXT NOT NULL, masks BLOB NOT NULL,
                    expires_at BIGINT NOT NULL, used_at BIGINT, used_by BLOB)
                """,
                "CREATE INDEX handover_by_subject ON handover (subject_id)",
                "CREATE INDEX handover_by_end ON handover (expires_at)",
            ]),
        Migration(
            "2026-12-15.50", "registration: registrations that staff enter at the counter",
            placing: ["counter_entry": .bySubject()],
            [
                """
                CREATE TABLE counter_entry (
                    subject_id BLOB PRIMARY KEY, id BLOB NOT NULL, number TEXT NOT NULL, staff BLOB NOT NULL,
                    state TEXT NOT NULL, channel TEXT NOT NULL, created_at BIGINT NOT NULL, ends_at BIGINT)
                """,
                "CREATE INDEX counter_entry_by_id ON counter_entry (id)",
                "CREATE INDEX counter_entry_by_end ON counter_entry (ends_at)",
            ]),
        Migration(
            "2026-12-21.10", "registration: entries at the counter change hands; persons without an address are told",
            ["ALTER TABLE counter_entry ADD COLUMN former BLOB", "ALTER TABLE counter_entry ADD COLUMN told_at BIGINT"]),
        Migration(
            "2026-12-19.50", "registration: the request on which a correction is proposed",
            ["ALTER TABLE correction ADD COLUMN request BIGINT"]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try RegistrationStore(transaction).endNumber(of: subject)
        try RepresentationStore(transaction).erase(subject)
        for statement: SQL in [
            "DELETE FROM contact WHERE subject_id = \(subject)", "DELETE FROM correction WHERE subject_id = \(subject)",
            "DELETE FROM submission WHERE subject_id = \(subject)",
            "DELETE FROM handover WHERE subject_id = \(subject)",
            "DELETE FROM counter_entry WHERE subject_id = \(subject)",
            "DELETE FROM registration WHERE subject_id = \(subject)",
        ] { try transaction.run(statement) }
    }
}
