import Storage

/// The tables of the ledger.
package enum LedgerSchema {
    /// Erasure rules: `own_entry` rows are deleted with the person; the others hold no personal data.
    package static let migrations = [
        Migration(
            "2026-11-24.10", "ledger: entries, bundles, tiles, tree",
            placing: [
                "pending_entry": .bySubject(), "own_entry": .bySubject(), "leaf": .coordinator, "bundle": .coordinator,
                "tile": .coordinator, "tree": .coordinator,
            ],
            [
                """
                CREATE TABLE pending_entry (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, entry BLOB NOT NULL, at BIGINT NOT NULL,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX pending_entry_by_time ON pending_entry (at)",
                """
                CREATE TABLE own_entry (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, entry BLOB NOT NULL, at BIGINT NOT NULL,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX own_entry_by_time ON own_entry (subject_id, at)",
                "CREATE TABLE leaf (id BLOB PRIMARY KEY, number BIGINT NOT NULL)",
                "CREATE TABLE bundle (number BIGINT PRIMARY KEY, content BLOB NOT NULL)",
                """
                CREATE TABLE tile (
                    level BIGINT NOT NULL, number BIGINT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (level, number))
                """,
                "CREATE TABLE tree (id BIGINT PRIMARY KEY, size BIGINT NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL)",
            ]),
        Migration(
            "2026-11-28.10", "ledger: logs that ended, cosigned checkpoints, witnesses",
            placing: ["former_log": .coordinator, "log_witness": .coordinator],
            [
                "ALTER TABLE tree ADD COLUMN origin TEXT",
                "ALTER TABLE tree ADD COLUMN cosigned TEXT",
                """
                CREATE TABLE former_log (
                    origin TEXT PRIMARY KEY, kept BIGINT NOT NULL, note TEXT NOT NULL, at BIGINT NOT NULL)
                """,
                """
                CREATE TABLE log_witness (
                    name TEXT PRIMARY KEY, size BIGINT NOT NULL, cosigned_at BIGINT, fault TEXT)
                """,
            ]),
    ]
}
