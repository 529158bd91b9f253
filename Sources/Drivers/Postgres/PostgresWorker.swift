import Dispatch

/// A thread of its own for one connection, as its calls wait.
///
/// `@unchecked Sendable`: the session is touched only in blocks on `queue`, which is serial, and by the initialiser before any.
final class PostgresWorker: @unchecked Sendable {
    private let queue: DispatchQueue
    private let session: PostgresSession

    init(_ servers: PostgresServers, _ limits: PostgresLimits, number: Int) {
        queue = DispatchQueue(label: "saqta.postgres.\(number)")
        session = PostgresSession(servers, limits, number: number)
    }

    /// Does `job`, and then what else waits in `pool`.
    func work(for pool: ConnectionPool, startingWith job: PostgresJob) {
        queue.async { [self] in
            var next: PostgresJob? = job
            while let job = next {
                job.run(session)
                next = pool.next(for: self)
            }
        }
    }
}
