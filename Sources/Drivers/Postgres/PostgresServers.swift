import Storage
import Synchronization

/// The servers that a connection string names, and which of them leads as far as was seen here.
///
/// A server that led and was thought dead believes that it leads still when it wakes. Once a later one was seen, it is
/// connected to no more.
final class PostgresServers: Sendable {
    private struct State {
        var leader: PostgresLeader?
        /// Where it was found.
        var host: PostgresHost?
    }

    private let connectionString: String
    private let hosts: [PostgresHost]
    private let state = Mutex(State())

    init(_ connectionString: String) {
        self.connectionString = connectionString
        hosts = PostgresHost.all(in: connectionString)
    }

    /// Connects to the one that leads; asks the one that led last before others and one that hung after them, since that
    /// takes time.
    ///
    /// - Throws: ``StorageError/unavailable(_:)``.
    func connect(_ limits: PostgresLimits) throws(StorageError) -> PostgresConnection {
        if hosts.count > 1, state.withLock(\.leader) == nil { lookAround(limits) }
        var left = inOrder()
        while true {
            let connection = try PostgresConnection(connectionString, limits, hosts: left)
            let host = left.first { $0.server == connection.server }
            if admits(connection.leader, at: host) { return connection }
            guard let host, left.count > 1 else {
                throw .unavailable("the server led before another took over")
            }
            left.removeAll { $0 == host }
        }
    }

    private func inOrder() -> [PostgresHost] {
        let last = state.withLock(\.host)
        let answering = hosts.filter { !PostgresSilence.isRecent($0.server) }
        let silent = hosts.filter { !answering.contains($0) }
        return answering.filter { $0 == last } + answering.filter { $0 != last } + silent
    }

    /// Of several that believe they lead, the one that took over last does.
    private func lookAround(_ limits: PostgresLimits) {
        for host in hosts {
            guard let connection = try? PostgresConnection(connectionString, limits, hosts: [host]) else { continue }
            _ = admits(connection.leader, at: host)
        }
    }

    /// Whether another was seen to lead since.
    func isSuperseded(_ leader: PostgresLeader?) -> Bool {
        guard let leader, let newest = state.withLock(\.leader) else { return false }
        return leader.isBefore(newest)
    }

    private func admits(_ leader: PostgresLeader?, at host: PostgresHost?) -> Bool {
        state.withLock { state in
            if let leader, let newest = state.leader, leader.isBefore(newest) { return false }
            if let leader { state.leader = leader }
            if let host { state.host = host }
            return true
        }
    }
}
