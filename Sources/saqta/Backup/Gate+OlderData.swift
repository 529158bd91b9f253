import Access
import Archive
import Documents
import Messages
import Permits
import Primitives
import Registration
import Staffing
import Storage
import Threads

extension Gate {
    /// Sessions, codes, open links and openings of the archive that older data ask for end: some of them had ended after the copy was made. Mail and jobs are
    /// held, since some of them had been done.
    func endWhatOlderDataOpen(at now: Instant) async throws {
        try await perform { transaction in
            try SessionStore(transaction).endEverything()
            try MessageQueue(transaction).endCodes(at: now)
            try StaffStore(transaction).endAllInvitations(at: now)
            try HandoverStore(transaction).endAll()
            try ThreadsSchema.endLinks(transaction)
            try ArchiveDesk.endOpenings(in: transaction)
            try ClientStore(transaction).dropKeys()
            try WorkHoldStore(transaction).begin(at: now)
        }
    }
}
