import Dispatch
import Storage
import Synchronization

/// Something to do on a connection, or to tell its caller that none was free.
struct PostgresJob: Sendable {
    let run: @Sendable (PostgresSession) -> Void
    let fail: @Sendable (StorageError) -> Void
}

/// Gives jobs to workers, in the order in which they came.
final class ConnectionPool: Sendable {
    private struct State {
        var idle: [PostgresWorker]
        var waiting: [(number: UInt64, job: PostgresJob)] = []
        var count: UInt64 = 0
    }

    private enum Admission {
        case started(PostgresWorker)
        case waits(UInt64)
        case refused
    }

    private let waiters: Int
    private let patience: Duration
    private let state: Mutex<State>
    private let clock = DispatchQueue(label: "saqta.postgres.patience")

    init(_ connectionString: String, connections: Int, waiters: Int, limits: PostgresLimits) {
        self.waiters = waiters
        patience = limits.free
        let servers = PostgresServers(connectionString)
        state = Mutex(State(idle: (1...connections).map { PostgresWorker(servers, limits, number: $0) }))
    }

    func submit(_ job: PostgresJob) {
        let admission: Admission = state.withLock { state in
            if let worker = state.idle.popLast() { return .started(worker) }
            guard state.waiting.count < waiters else { return .refused }
            state.count += 1
            state.waiting.append((state.count, job))
            return .waits(state.count)
        }
        switch admission {
        case .started(let worker): worker.work(for: self, startingWith: job)
        case .waits(let number): expire(number)
        case .refused: job.fail(.unavailable("too many acts wait for a connection"))
        }
    }

    /// The next job for `worker`, which is idle when there is none.
    func next(for worker: PostgresWorker) -> PostgresJob? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst().job }
            state.idle.append(worker)
            return nil
        }
    }

    private func expire(_ number: UInt64) {
        clock.asyncAfter(deadline: .now() + .milliseconds(patience.inMilliseconds)) { [weak self] in
            let expired = self?.state.withLock { state -> PostgresJob? in
                guard let index = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
                return state.waiting.remove(at: index).job
            }
            expired?.fail(.unavailable("no connection became free in time"))
        }
    }
}
