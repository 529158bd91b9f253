import Primitives
import Storage

extension RegistrationStore {
    /// How many registrations are in each state.
    package func tally() throws(StorageError) -> Tally {
        try transaction.tally("SELECT state, count(*) FROM registration GROUP BY state ORDER BY state")
    }

    /// How many registrations end by themselves soon, and how many should have ended.
    ///
    /// - Parameter soon: up to when it is near.
    package func deadlines(at now: Instant, near soon: Instant) throws(StorageError) -> (near: Int, over: Int) {
        (
            try transaction.count(
                "SELECT count(*) FROM registration WHERE due_at > \(now) AND due_at <= \(soon)"),
            try transaction.count("SELECT count(*) FROM registration WHERE due_at <= \(now)")
        )
    }

    /// Since when the oldest case waits for a reviewer; nil when none does.
    package func oldestWaiting() throws(StorageError) -> Instant? {
        try transaction.row("SELECT min(since) FROM registration WHERE state = 'sent'")?.instantIfAny(0)
    }
}
