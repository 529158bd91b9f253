import Primitives
import Storage

/// The table of what goes out.
package enum MessagesSchema {
    /// Erasure rule: the person's rows are deleted.
    package static let migrations = [
        Migration(
            "2026-11-24.40", "messages: what goes out",
            placing: ["message": .bySubject()],
            [
                """
                CREATE TABLE message (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, channel TEXT NOT NULL, template TEXT NOT NULL,
                    language TEXT NOT NULL, parameters BLOB NOT NULL, state TEXT NOT NULL, tries BIGINT NOT NULL,
                    created_at BIGINT NOT NULL, next_at BIGINT NOT NULL, sent_at BIGINT, problem TEXT,
                    PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX message_by_state ON message (state, next_at)",
            ])
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.send("DELETE FROM message WHERE subject_id = \(subject)")
    }
}
