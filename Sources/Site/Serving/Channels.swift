import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
import NIOCore
import NIOSSL
import WebCore

/// What the listeners of a server speak, within its limits.
package enum Channels {
    /// HTTP/1.1 in the clear.
    package static func plain(
        _ responder: @escaping HTTPChannelHandler.Responder, _ keeping: ConnectionKeeping
    ) -> any ServerChildChannel {
        HTTP1Channel(responder: responder, configuration: draining(keeping.plain))
    }

    /// HTTP/2 and HTTP/1.1 over TLS 1.2 or newer.
    package static func secure(
        _ responder: @escaping HTTPChannelHandler.Responder, _ certificate: SiteCertificate,
        _ keeping: ConnectionKeeping
    ) throws -> any ServerChildChannel {
        var tls = try certificate.configuration()
        tls.minimumTLSVersion = .tlsv12
        tls.applicationProtocols = ["h2", "http/1.1"]
        var http2 = HTTP2ChannelConfiguration(idleTimeout: keeping.idle, gracefulCloseTimeout: .seconds(20))
        http2.streamConfiguration = draining(keeping.stream)
        return SecureChannel(
            try NIOSSLContext(configuration: tls),
            HTTP1Channel(responder: responder, configuration: draining(keeping.secure)),
            HTTP2Channel(responder: responder, configuration: http2), keeping)
    }

    /// The draining stands before all others, so that they see its answers' fields.
    private static func draining(_ configuration: HTTP1Channel.Configuration) -> HTTP1Channel.Configuration {
        var configuration = configuration
        let others = configuration.additionalChannelHandlers
        configuration.additionalChannelHandlers = { [DrainingHandler()] + others() }
        return configuration
    }
}
