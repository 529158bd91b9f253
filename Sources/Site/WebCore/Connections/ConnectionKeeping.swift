import HummingbirdCore
import NIOCore
import NIOHTTPTypes
import Primitives

/// Holds all connections of one server to its limits.
package struct ConnectionKeeping: Sendable {
    private let limits: ConnectionLimits
    private let entrance: Entrance

    /// - Parameter proxies: those through which many come, and who may therefore have as many connections as there are.
    package init(_ limits: ConnectionLimits, marks: SourceMarks, proxies: TrustedProxies = .none) {
        self.limits = limits
        entrance = Entrance(connections: OpenConnections(limits), marks: marks, proxies: proxies)
    }

    /// Of HTTP/1.1 in the clear.
    package var plain: HTTP1Channel.Configuration { http1(entrance) }

    /// Of HTTP/1.1 over TLS: ``counting()`` counted the connection when it came.
    package var secure: HTTP1Channel.Configuration { http1(nil) }

    /// Of one request over HTTP/2.
    package var stream: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(idleTimeout: .microseconds(limits.stall.microseconds))
    }

    /// How long a connection may wait for a request.
    package var idle: Duration { limits.idle.duration }

    /// How long the two sides may take to agree on keys.
    package var handshake: TimeAmount { .microseconds(limits.head.microseconds) }

    /// Counts a connection from its beginning, before it says anything.
    package func counting() -> any ChannelHandler { ConnectionCount(entrance) }

    private func http1(_ entrance: Entrance?) -> HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [PaceHandler(limits, entrance)],
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: limits.headOctets, maxHeaderListSize: limits.headOctets, maxHeaderFieldCount: 100))
    }
}

/// Lets a connection in or ends it without a word: over TLS nothing can be said yet.
private final class ConnectionCount: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let entrance: Entrance
    private var guest: Entrance.Guest?

    init(_ entrance: Entrance) { self.entrance = entrance }

    func handlerAdded(context: ChannelHandlerContext) {
        let outcome = entrance.enter(context.remoteAddress)
        guest = outcome.guest
        if outcome.refusal != nil { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func leave() {
        if let guest { entrance.leave(guest) }
        guest = nil
    }
}
