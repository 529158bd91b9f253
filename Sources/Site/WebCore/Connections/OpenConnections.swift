import Synchronization

/// Counts connections, in all and by source.
final class OpenConnections: Sendable {
    enum Refusal { case full, fullForSource }

    private let limits: ConnectionLimits
    private let counts = Mutex<(all: Int, bySource: [SourceMark: Int])>((0, [:]))

    init(_ limits: ConnectionLimits) { self.limits = limits }

    /// Counts a connection. - Returns: why it is one too many, in which case it is not counted.
    func enter(_ source: SourceMark) -> Refusal? {
        counts.withLock { counts in
            guard counts.all < limits.connections else { return .full }
            let own = counts.bySource[source, default: 0]
            guard own < limits.connectionsPerSource else { return .fullForSource }
            counts.all += 1
            counts.bySource[source] = own + 1
            return nil
        }
    }

    /// A connection that was counted has ended.
    func leave(_ source: SourceMark) {
        counts.withLock { counts in
            counts.all -= 1
            let own = counts.bySource[source, default: 1] - 1
            counts.bySource[source] = own == 0 ? nil : own
        }
    }
}
