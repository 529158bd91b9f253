import HTTPTypes
import NIOCore
import NIOExtras
import NIOHTTPTypes

/// Lets a connection of HTTP/1.1 come to its end when the server is to stop, without a request lost on the way.
///
/// The next answer says `Connection: close`, so that whoever keeps the connection sends nothing more over it (RFC 9112,
/// 9.6). Only where no request comes for a while is the connection closed without a word.
///
/// It belongs to the connection's event loop, as all of its state does.
package final class DrainingHandler: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = HTTPRequestPart
    package typealias InboundOut = HTTPRequestPart
    package typealias OutboundIn = HTTPResponsePart
    package typealias OutboundOut = HTTPResponsePart

    /// How long a request that was on its way may take to come.
    private let grace: TimeAmount
    private var isDraining = false
    private var running = 0
    private var hasBegunAnswer = false
    private var closing: Scheduled<Void>?

    package init(grace: TimeAmount = .seconds(1)) { self.grace = grace }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) {
            running += 1
            closing?.cancel()
        }
        context.fireChannelRead(data)
    }

    package func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            hasBegunAnswer = true
            guard isDraining, head.status.kind != .informational else { break }
            head.headerFields[.connection] = "close"
            // The handler behind this one closes once the answer is written.
            context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            context.write(wrapOutboundOut(.head(head)), promise: promise)
            return
        case .body: break
        case .end:
            hasBegunAnswer = false
            running -= 1
        }
        context.write(data, promise: promise)
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else {
            context.fireUserInboundEventTriggered(event)
            return
        }
        // A stream of HTTP/2 ends by itself; its connection tells the other side (RFC 9113, 6.8).
        guard context.channel.parent?.parent == nil, !isDraining else { return }
        isDraining = true
        if hasBegunAnswer {
            context.fireUserInboundEventTriggered(event)
        } else if running == 0 {
            closing = context.eventLoop.assumeIsolated().scheduleTask(in: grace) {
                context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            }
        }
    }

    package func handlerRemoved(context: ChannelHandlerContext) { closing?.cancel() }
}
