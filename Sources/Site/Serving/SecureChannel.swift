import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import Logging
import NIOCore
import NIOHTTP2
import NIOSSL
import WebCore

/// Connections over TLS, which speak HTTP/2 or HTTP/1.1 as the other side can (ALPN, RFC 7301).
struct SecureChannel: ServerChildChannel {
    fileprivate typealias Negotiated = NIONegotiatedHTTPVersion<HTTP1Channel.Value, HTTP2Channel.Value>

    struct Value: ServerChildChannelValue {
        fileprivate let negotiated: EventLoopFuture<Negotiated>
        let channel: any Channel
    }

    private let tls: NIOSSLContext
    private let http1: HTTP1Channel
    private let http2: HTTP2Channel
    private let keeping: ConnectionKeeping

    init(_ tls: NIOSSLContext, _ http1: HTTP1Channel, _ http2: HTTP2Channel, _ keeping: ConnectionKeeping) {
        self.tls = tls
        self.http1 = http1
        self.http2 = http2
        self.keeping = keeping
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        do {
            try channel.pipeline.syncOperations.addHandler(keeping.counting())
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        return channel.configureHTTP2AsyncSecureUpgrade {
            http1.setup(channel: $0, logger: logger)
        } http2ConnectionInitializer: {
            http2.setup(channel: $0, logger: logger)
        }
        .map { negotiated in
            let tooLate = channel.eventLoop.scheduleTask(in: keeping.handshake) { channel.close(promise: nil) }
            negotiated.whenComplete { _ in tooLate.cancel() }
            return Value(negotiated: negotiated, channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1_1(let connection): await http1.handle(value: connection, logger: logger)
            case .http2(let connection): await http2.handle(value: connection, logger: logger)
            }
        } catch {
            logger.debug("No keys agreed", metadata: ["error.type": "\(type(of: error))"])
        }
    }
}
