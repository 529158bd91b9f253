import NIOCore
import Synchronization

/// Counts connections, in all and by source.
final class OpenConnections: Sendable {
    enum Refusal { case full, fullForSource }

    private let limits: ConnectionLimits
    private let counts = Mutex<(all: Int, bySource: [SourceMark: Int])>((0, [:]))

    init(_ limits: ConnectionLimits) { self.limits = limits }

    /// Counts a connection. - Returns: why it is one too many, in which case it is not counted.
    ///
    /// - Parameter source: nil for a proxy of ours, through which many come.
    func enter(_ source: SourceMark?) -> Refusal? {
        counts.withLock { counts in
            guard counts.all < limits.connections else { return .full }
            guard let source else {
                counts.all += 1
                return nil
            }
            let own = counts.bySource[source, default: 0]
            guard own < limits.connectionsPerSource else { return .fullForSource }
            counts.all += 1
            counts.bySource[source] = own + 1
            return nil
        }
    }

    /// A connection that was counted has ended.
    func leave(_ source: SourceMark?) {
        counts.withLock { counts in
            counts.all -= 1
            guard let source else { return }
            let own = counts.bySource[source, default: 1] - 1
            counts.bySource[source] = own == 0 ? nil : own
        }
    }
}

/// Where connections come in: they are counted by their source, those of our proxies only in all.
struct Entrance: Sendable {
    /// Who came in.
    struct Guest {
        fileprivate let source: SourceMark?
    }

    let connections: OpenConnections
    let marks: SourceMarks
    let proxies: TrustedProxies

    func enter(_ address: SocketAddress?) -> (guest: Guest?, refusal: OpenConnections.Refusal?) {
        let address = address.flatMap(IPAddress.init)
        let isProxy = address.map(proxies.contains) ?? false
        let guest = Guest(source: isProxy ? nil : marks.mark(of: NetworkSource(address)))
        let refusal = connections.enter(guest.source)
        return (refusal == nil ? guest : nil, refusal)
    }

    func leave(_ guest: Guest) { connections.leave(guest.source) }
}
