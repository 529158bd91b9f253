import Primitives
import Storage

extension StaffStore {
    /// Voids all open links of a restored house: some of them had been used after the copy was made.
    package func endAllInvitations(at now: Instant) throws(StorageError) {
        try transaction.run("UPDATE invitation SET used_at = \(now) WHERE used_at IS NULL")
    }
}
