import Primitives
import Storage

extension MessageQueue {
    /// How many messages are in each state.
    package func tally() throws(StorageError) -> Tally {
        try transaction.tally("SELECT state, count(*) FROM message GROUP BY state ORDER BY state")
    }

    /// How many messages wait that were queued before an instant.
    package func queued(before instant: Instant) throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM message WHERE state = 'queued' AND created_at < \(instant)")
    }

    /// How many messages should have gone out by now.
    package func overdue(at now: Instant) throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM message WHERE state = 'queued' AND next_at <= \(now)")
    }
}
