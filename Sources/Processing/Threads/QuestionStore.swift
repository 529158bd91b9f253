import Permits
import Primitives
import Storage

/// When questions that were asked without an account are destroyed, and the links to their answers.
struct QuestionStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How long a link that was used may be used once more: then the answer to the first time was lost.
    private static let patience = Span.minutes(10)

    func insert(_ subject: SubjectID, due: Instant) throws(StorageError) {
        try transaction.run("INSERT INTO question (subject_id, due_at) VALUES (\(subject), \(due))")
    }

    func move(_ subject: SubjectID, due: Instant) throws(StorageError) {
        try transaction.run("UPDATE question SET due_at = \(due) WHERE subject_id = \(subject)")
    }

    /// Whose time is over.
    func due(at now: Instant) throws(StorageError) -> [SubjectID] {
        try transaction.rows("SELECT subject_id FROM question WHERE due_at <= \(now) ORDER BY due_at LIMIT 100").map {
            row throws(StorageError) in try row.identifier(0)
        }
    }

    func link(_ digest: Bytes, to subject: SubjectID, until end: Instant) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO answer_link (digest, subject_id, expires_at) VALUES (\(digest), \(subject), \(end))
            ON CONFLICT (digest) DO UPDATE SET expires_at = excluded.expires_at, used_at = NULL
            """)
    }

    func find(_ digest: Bytes, at now: Instant) throws(StorageError) -> SubjectID? {
        try transaction.row(
            """
            SELECT subject_id FROM answer_link
            WHERE digest = \(digest) AND expires_at > \(now) AND (used_at IS NULL OR used_at > \(now - Self.patience))
            """
        ).map { row throws(StorageError) in try row.identifier(0) }
    }

    /// - Returns: false when there is nothing that it opens.
    func use(_ digest: Bytes, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE answer_link SET used_at = COALESCE(used_at, \(now))
            WHERE digest = \(digest) AND expires_at > \(now) AND (used_at IS NULL OR used_at > \(now - Self.patience))
            """) == 1
    }
}

extension ThreadRow {
    /// The thread of a question that nobody has confirmed yet.
    static func question(_ id: ThreadID, of subject: SubjectID, at now: Instant) -> ThreadRow {
        ThreadRow(
            subject: subject, id: id, number: 1, caseID: "Q-" + id.description.prefix(8).uppercased(),
            way: .contactPage, state: .unconfirmed, since: now, assignee: nil, createdAt: now, lastAt: now,
            isUnread: false)
    }
}
