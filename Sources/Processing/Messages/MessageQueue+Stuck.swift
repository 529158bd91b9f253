import Permits
import Primitives
import Storage

extension MessageQueue {
    /// Messages that were not taken, tried as often as they may be or refused for good.
    ///
    /// A code is none of them: it has ended by then, and whoever waits for it asks for another. Nor is a message of which
    /// nothing was kept, as before there were stuck jobs.
    package static let stuckRoom = StuckRoom(.message) { most, transaction in
        try transaction.rows(
            """
            SELECT id, sent_at, tries, problem, template FROM message
            WHERE state = 'failed' AND template <> \(MessageTemplate.code.rawValue) AND parameters <> \(Bytes())
            ORDER BY sent_at, id LIMIT \(most)
            """
        ).map(job(row:))
    } count: { transaction in
        try transaction.count(
            """
            SELECT count(*) FROM message
            WHERE state = 'failed' AND template <> \(MessageTemplate.code.rawValue) AND parameters <> \(Bytes())
            """)
    } find: { id, transaction in
        try transaction.row(
            """
            SELECT id, sent_at, tries, problem, template FROM message
            WHERE state = 'failed' AND id = \(id) AND template <> \(MessageTemplate.code.rawValue)
                  AND parameters <> \(Bytes())
            """
        ).map(job(row:))
    } again: { id, now, transaction in
        try transaction.send(
            """
            UPDATE message SET state = 'queued', tries = 0, problem = NULL, next_at = \(now), sent_at = NULL
            WHERE state = 'failed' AND id = \(id)
            """)
    } giveUp: { id, now, transaction in
        try transaction.send(
            """
            UPDATE message SET state = 'dropped', sent_at = \(now), parameters = \(Bytes())
            WHERE state = 'failed' AND id = \(id)
            """)
    }

    private static func job(row: Row) throws(StorageError) -> StuckJob {
        StuckJob(
            .message, try row.identifier(0), since: try row.instant(1), tries: Int(try row.int(2)),
            fault: try row.textIfAny(3) ?? "", about: MessageTemplate(rawValue: try row.text(4))?.subject)
    }
}
