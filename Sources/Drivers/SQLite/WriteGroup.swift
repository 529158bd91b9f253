import GRDB
import Storage

/// The writes of one transaction and what became of each.
struct WriteGroup {
    private enum Outcome {
        case done(PendingWrite.Delivery)
        case refused(any Error)
    }

    private(set) var writes: [PendingWrite] = []
    private var outcomes: [Outcome] = []
    private var loss: StorageError?

    /// Whether the whole transaction is gone and with it the work of every member.
    var isLost: Bool { loss != nil }

    /// Runs what `next` gives, a savepoint each, and commits.
    mutating func run(on connection: GRDB.Database, _ next: () -> PendingWrite?) {
        do {
            try connection.beginTransaction(.immediate)
            while let write = next() {
                writes.append(write)
                outcomes.append(try Self.outcome(of: write, on: connection))
            }
            try connection.commit()
        } catch {
            loss = StorageError(sqlite: error)
            // A failed rollback leaves nothing open: SQLite has then ended the transaction by itself.
            try? connection.rollback()
            // Those who were not asked yet stay in the queue; at least one must be taken, or nobody would hear of the error.
            if writes.isEmpty, let write = next() { writes.append(write) }
        }
    }

    /// Tells every member its outcome, now that it is durable; nobody when the transaction is lost.
    func answer() {
        guard !isLost else { return }
        for (write, outcome) in zip(writes, outcomes) {
            switch outcome {
            case .done(let deliver): deliver()
            case .refused(let error): write.fail(error)
            }
        }
    }

    /// Tells every member that nothing stays, when the transaction is lost.
    func failIfLost() {
        guard let loss else { return }
        for write in writes { write.fail(loss) }
    }

    /// - Throws: when the transaction itself is gone.
    private static func outcome(of write: PendingWrite, on connection: GRDB.Database) throws -> Outcome {
        try connection.cachedStatement(sql: "SAVEPOINT member").execute()
        let transaction = SQLiteTransaction(connection)
        do {
            let delivery = try write.run(transaction)
            if let failure = transaction.failure { throw failure }
            try connection.cachedStatement(sql: "RELEASE member").execute()
            return .done(delivery)
        } catch {
            // A full disk or an I/O error may have ended the transaction of all.
            guard connection.isInsideTransaction else { throw transaction.failure ?? StorageError(sqlite: error) }
            try connection.cachedStatement(sql: "ROLLBACK TO member").execute()
            try connection.cachedStatement(sql: "RELEASE member").execute()
            return .refused(error)
        }
    }
}
