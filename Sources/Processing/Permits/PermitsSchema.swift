import Storage

/// The tables that the Gate itself reads and writes.
package enum PermitsSchema {
    /// `budget` lies loosely: an act that is counted and then not counted after all is one act more than allowed, and a
    /// permitted read need not wait for two nodes for that.
    ///
    /// Erasure rules: `subject` keeps a bare row in state `erased` (its record becomes empty); `consent` is deleted;
    /// `consent_wording` holds nothing of a person and stays; `viewing` and `hold` are deleted; `address` rows are deleted. What `viewing` keeps names other registrations by
    /// their number, and goes with the viewing, minutes later. `archived` begins when all else ends, and is deleted with
    /// the person, as `archive_opening` is; that names who asks, until it is opened.
    package static let migrations = [
        Migration(
            "2026-11-24.20", "permits: subjects, consents, viewings, editions, budgets",
            placing: [
                "subject": .bySubject("id"), "consent": .bySubject(), "viewing": .bySubject(), "address": .byDigest(),
                "edition": .reference, "erasure": .reference, "budget": .coordinatorLoosely,
            ],
            [
                """
                CREATE TABLE subject (
                    id BLOB PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, revision BIGINT NOT NULL,
                    record BLOB NOT NULL, language TEXT NOT NULL, demo BIGINT NOT NULL, created_at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE consent (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, consent TEXT NOT NULL, given BIGINT NOT NULL,
                    edition BIGINT NOT NULL, language TEXT NOT NULL, text_hash BLOB NOT NULL, text BLOB NOT NULL,
                    at BIGINT NOT NULL, PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX consent_by_time ON consent (subject_id, consent, at)",
                """
                CREATE TABLE viewing (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, actor BLOB NOT NULL, session BLOB NOT NULL,
                    role TEXT NOT NULL, act TEXT NOT NULL, purpose TEXT NOT NULL, case_id TEXT, fields TEXT NOT NULL,
                    kinds TEXT NOT NULL, documents BLOB NOT NULL, expires_at BIGINT NOT NULL, openings BIGINT NOT NULL,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX viewing_by_end ON viewing (expires_at)",
                """
                CREATE TABLE address (
                    digest BLOB NOT NULL, subject_id BLOB NOT NULL, field BIGINT NOT NULL, version BIGINT NOT NULL,
                    state TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (digest, subject_id))
                """,
                "CREATE UNIQUE INDEX address_sole ON address (digest) WHERE state = 'sole'",
                "CREATE INDEX address_by_subject ON address (subject_id)",
                """
                CREATE TABLE edition (
                    number BIGINT PRIMARY KEY, hash BLOB NOT NULL, in_force_since BIGINT NOT NULL,
                    canonical BLOB NOT NULL)
                """,
                """
                CREATE TABLE erasure (
                    subject_id BLOB PRIMARY KEY, at BIGINT NOT NULL, key_destroyed BIGINT NOT NULL)
                """,
                """
                CREATE TABLE budget (
                    digest BLOB NOT NULL, span TEXT NOT NULL, start BIGINT NOT NULL, spent BIGINT NOT NULL,
                    PRIMARY KEY (digest, span))
                """,
            ]),
        Migration(
            "2026-11-26.20", "permits: what a room keeps with a viewing", ["ALTER TABLE viewing ADD COLUMN kept TEXT"]),
        Migration(
            "2026-11-27.20", "permits: how an edition came into force", ["ALTER TABLE edition ADD COLUMN manner TEXT"]),
        Migration(
            "2026-11-28.20", "permits: what certifies a publication",
            ["ALTER TABLE edition ADD COLUMN certificate BLOB", "ALTER TABLE edition ADD COLUMN entry BLOB"]),
        Migration(
            "2026-11-28.21", "permits: connected programmes",
            placing: ["client": .reference],
            [
                """
                CREATE TABLE client (
                    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, digest BLOB NOT NULL UNIQUE, purposes TEXT NOT NULL,
                    fields TEXT NOT NULL, vouched TEXT NOT NULL, added_at BIGINT NOT NULL, ended_at BIGINT)
                """
            ]),
        Migration(
            "2026-12-04.10", "permits: until when and how a consent is given",
            [
                "ALTER TABLE consent ADD COLUMN ends_at BIGINT", "ALTER TABLE consent ADD COLUMN manner TEXT",
                // All that each check reads: in the row the end lies behind the text, a page or two further on.
                "CREATE INDEX consent_standing ON consent (subject_id, at, id, consent, given, edition, ends_at)",
            ]),
        Migration(
            "2026-12-06.20", "permits: what certifies an erasure, and when it is final",
            placing: ["key_copy": .reference],
            [
                "ALTER TABLE erasure ADD COLUMN mark BLOB", "ALTER TABLE erasure ADD COLUMN entry BLOB",
                "ALTER TABLE erasure ADD COLUMN key_destroyed_at BIGINT",
                "ALTER TABLE erasure ADD COLUMN keys_turned_at BIGINT",
                "ALTER TABLE erasure ADD COLUMN final_at BIGINT", "ALTER TABLE erasure ADD COLUMN final_entry BLOB",
                "CREATE TABLE key_copy (place BLOB PRIMARY KEY, oldest BIGINT NOT NULL)",
                "CREATE INDEX erasure_by_mark ON erasure (mark)",
                "CREATE INDEX erasure_not_final ON erasure (at) WHERE final_at IS NULL",
            ]),
        Migration(
            "2026-12-03.10", "permits: clauses declared void",
            placing: ["void_clause": .reference],
            [
                """
                CREATE TABLE void_clause (
                    edition BIGINT NOT NULL, clause TEXT NOT NULL, since TEXT NOT NULL, declared_at BIGINT NOT NULL,
                    content BLOB, entry BLOB, PRIMARY KEY (edition, clause))
                """
            ]),
        Migration(
            "2026-12-09.10", "permits: work that is held after a restore",
            placing: ["work_hold": .reference],
            [
                """
                CREATE TABLE work_hold (
                    id BIGINT PRIMARY KEY, since BIGINT NOT NULL, proposed_by BLOB, proposed_at BIGINT)
                """
            ]),
        Migration(
            "2026-12-12.10", "permits: what somebody registered as, and who acts for whom",
            placing: ["representation": .bySubject(), "acting": .bySubject()],
            [
                "ALTER TABLE subject ADD COLUMN registrant TEXT",
                """
                CREATE TABLE representation (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, representative BLOB NOT NULL, kind TEXT NOT NULL,
                    state TEXT NOT NULL, begun_at BIGINT NOT NULL, ends_at BIGINT, ended_at BIGINT,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX representation_by_representative ON representation (representative)",
                "CREATE INDEX representation_by_end ON representation (ends_at)",
                """
                CREATE TABLE acting (
                    subject_id BLOB NOT NULL, session BLOB NOT NULL, representation BLOB NOT NULL, since BIGINT NOT NULL,
                    PRIMARY KEY (subject_id, session))
                """,
            ]),
        Migration(
            "2026-12-13.10", "permits: data that are held from destruction",
            placing: ["hold": .bySubject()],
            [
                """
                CREATE TABLE hold (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, ground TEXT NOT NULL, reference TEXT NOT NULL,
                    put_by BLOB NOT NULL, put_at BIGINT NOT NULL, until BIGINT NOT NULL, ended_at BIGINT,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX hold_standing ON hold (until) WHERE ended_at IS NULL",
            ]),
        Migration(
            "2026-12-14.10", "permits: what laws have kept after the purposes have ended",
            placing: ["archived": .bySubject()],
            [
                """
                CREATE TABLE archived (
                    subject_id BLOB PRIMARY KEY, case_id TEXT NOT NULL, articles TEXT NOT NULL, years BIGINT NOT NULL,
                    archived_at BIGINT NOT NULL, destroy_at BIGINT NOT NULL, entry BLOB NOT NULL, content BLOB NOT NULL)
                """,
                "CREATE INDEX archived_by_end ON archived (destroy_at)",
            ]),
        Migration(
            "2026-12-17.10", "permits: who asks to open the archive", placing: ["archive_opening": .bySubject()],
            [
                """
                CREATE TABLE archive_opening (
                    subject_id BLOB PRIMARY KEY, ground TEXT NOT NULL, reference TEXT NOT NULL, asked_by BLOB NOT NULL,
                    asked_at BIGINT NOT NULL)
                """
            ]),
        Migration(
            "2026-12-23.10", "permits: what of the texts of consents is the same for everybody",
            placing: ["consent_wording": .reference],
            [
                "CREATE TABLE consent_wording (digest BLOB PRIMARY KEY, text TEXT NOT NULL)",
                "ALTER TABLE consent ADD COLUMN wording BLOB",
            ]),
        Migration(
            "2026-12-25.20", "permits: to what a legal representative has agreed",
            [
                "ALTER TABLE representation ADD COLUMN agreed_edition BIGINT",
                "ALTER TABLE representation ADD COLUMN agreed_language TEXT",
                "ALTER TABLE representation ADD COLUMN agreed_text BLOB",
            ]),
        Migration(
            "2026-12-25.21", "permits: when a representation was accepted",
            [
                "ALTER TABLE representation ADD COLUMN accepted_at BIGINT",
                "UPDATE representation SET accepted_at = begun_at WHERE state = 'accepted'",
            ]),
    ]
}
