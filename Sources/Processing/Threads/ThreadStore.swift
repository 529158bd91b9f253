import Permits
import Primitives
import Storage

/// Threads and what is written in them, in an open transaction.
package struct ThreadStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A person's threads, the one that was written in last first.
    package func all(of subject: SubjectID) throws(StorageError) -> [ThreadRow] {
        try select("WHERE subject_id = \(subject) ORDER BY last_at DESC, number DESC")
    }

    package func find(_ id: ThreadID) throws(StorageError) -> ThreadRow? { try select("WHERE id = \(id)").first }

    /// What waits for the operator, longest first.
    package func waiting(most: Int) throws(StorageError) -> [ThreadRow] {
        try select("WHERE state = 'waiting' ORDER BY since, number LIMIT \(most)")
    }

    package func countWaiting() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM thread WHERE state = 'waiting'")
    }

    /// What is written in a thread, the oldest first.
    package func messages(of row: ThreadRow) throws(StorageError) -> [ThreadMessage] {
        try transaction.rows(
            """
            SELECT id, way, direction, by_staff, at, words FROM thread_message
            WHERE subject_id = \(row.subject) AND thread_id = \(row.id) ORDER BY number
            """
        ).map(ThreadMessage.init(row:))
    }

    func insert(_ row: ThreadRow) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO thread (subject_id, id, number, case_id, way, state, since, assignee, created_at, last_at, unread,
                                order_number, stranger)
            VALUES (\(row.subject), \(row.id), \(row.number), \(row.caseID), \(row.way.rawValue), \(row.state.rawValue),
                    \(row.since), \(row.assignee), \(row.createdAt), \(row.lastAt), \(row.isUnread),
                    \(row.order), \(row.isOfStranger ? 1 : nil))
            """)
    }

    /// - Parameter number: its place in the thread; counts from 1.
    func insert(_ message: ThreadMessage, as number: Int, in row: ThreadRow) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO thread_message (subject_id, thread_id, number, id, way, direction, by_staff, at, words)
            VALUES (\(row.subject), \(row.id), \(number), \(message.id), \(message.way.rawValue),
                    \(message.direction.rawValue), \(message.isByStaff), \(message.at), \(message.words))
            """)
    }

    /// Puts a thread where it stands after something was written in it or it was closed.
    func update(
        _ row: ThreadRow, _ state: ThreadRow.State, since: Instant, lastAt: Instant, isUnread: Bool
    ) throws(StorageError) {
        try transaction.run(
            """
            UPDATE thread SET state = \(state.rawValue), since = \(since), last_at = \(lastAt), unread = \(isUnread)
            WHERE subject_id = \(row.subject) AND id = \(row.id)
            """)
    }

    func assign(_ row: ThreadRow, to person: SubjectID?) throws(StorageError) {
        try transaction.run(
            "UPDATE thread SET assignee = \(person) WHERE subject_id = \(row.subject) AND id = \(row.id)")
    }

    func markRead(_ row: ThreadRow) throws(StorageError) {
        try transaction.run(
            "UPDATE thread SET unread = 0 WHERE subject_id = \(row.subject) AND id = \(row.id) AND unread = 1")
    }

    private func select(_ condition: SQL) throws(StorageError) -> [ThreadRow] {
        try transaction.rows(ThreadRow.selection + condition).map(ThreadRow.init(row:))
    }
}
