import Dispatch
import GRDB
import Metrics
import Storage
import Synchronization

/// The only writer of a file. Writes that come while it is busy share the next transaction, a savepoint each, and one sync of the disk.
final class GroupCommit: Sendable {
    /// How many writes may share a transaction.
    static let members = 64

    /// How long a transaction takes in new members.
    private let admission: Duration
    private let pool: DatabasePool
    private let queue = DispatchQueue(label: "saqta.sqlite.writer")
    private let waiting = Mutex(WaitingWrites())
    private let wait = Timer(label: "storage.write.wait")
    private let transaction = Timer(label: "storage.transaction.duration")

    init(_ pool: DatabasePool, admission: Duration) {
        self.pool = pool
        self.admission = admission
    }

    /// How many writes have not been begun.
    var count: Int { waiting.withLock { $0.count } }

    func submit(_ write: PendingWrite) {
        let isFirst = waiting.withLock { waiting in
            waiting.append(write)
            defer { waiting.isServed = true }
            return !waiting.isServed
        }
        if isFirst { queue.async { self.serve() } }
    }

    /// Runs `work` on the writing connection, between two groups.
    func between(_ work: @escaping @Sendable (GRDB.Database) -> Void) {
        queue.async { self.pool.writeWithoutTransaction(work) }
    }

    /// Closes the pool after the groups that were begun, and says how that went.
    func close(_ answer: @escaping @Sendable (Result<Void, any Error>) -> Void) {
        queue.async { answer(Result { try self.closeNow() }) }
    }

    private func closeNow() throws {
        try pool.close()
        // The pool's last connections only read, and so leave the log where it is; the last that may write takes it away.
        let last = try DatabaseQueue(path: pool.path)
        // SQLite says nothing of a disk that is full when it closes.
        _ = try last.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        try last.close()
    }

    private func serve() {
        while let first = next(orLeave: true) {
            var group = WriteGroup()
            let closing = ContinuousClock.now + admission
            var members = 0
            commit(&group) {
                defer { members += 1 }
                if members == 0 { return first }
                let isOpen = members < Self.members && ContinuousClock.now < closing
                return isOpen ? self.next(orLeave: false) : nil
            }
            guard group.isLost else { continue }
            for write in group.writes {
                var single = WriteGroup()
                var only: PendingWrite? = write
                commit(&single) { only.take() }
                single.failIfLost()
            }
        }
    }

    /// Commits what `next` gives in one transaction and answers it, or leaves `group` lost and unanswered.
    private func commit(_ group: inout WriteGroup, _ next: () -> PendingWrite?) {
        let begin = ContinuousClock.now
        pool.writeWithoutTransaction { connection in
            group.run(on: connection, next)
        }
        group.answer()
        transaction.record(duration: ContinuousClock.now - begin)
    }

    private func next(orLeave isLeaving: Bool) -> PendingWrite? {
        waiting.withLock { waiting in
            let write = waiting.next()
            if write == nil, isLeaving { waiting.isServed = false }
            if let write { wait.record(duration: ContinuousClock.now - write.since) }
            return write
        }
    }
}
