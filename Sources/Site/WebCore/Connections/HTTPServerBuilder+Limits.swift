import HummingbirdCore
import NIOHTTPTypes

extension HTTPServerBuilder {
    /// An HTTP/1.1 server that holds every connection to `limits`.
    package static func limited(_ limits: ConnectionLimits, marks: SourceMarks) -> HTTPServerBuilder {
        let connections = OpenConnections(limits)
        return .http1(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [PaceHandler(limits, connections: connections, marks: marks)],
                httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                    maxHeaderFieldSize: limits.headOctets, maxHeaderListSize: limits.headOctets,
                    maxHeaderFieldCount: 100)))
    }
}
