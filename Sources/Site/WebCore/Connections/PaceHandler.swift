import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import Primitives

/// Keeps a connection to its limits: sees requests and answers go by, looks at the clock now and then, and ends what is
/// too slow with 408 (RFC 9110, 15.5.9) or too large with 431 (RFC 6585, 5).
///
/// It belongs to the connection's event loop, as all of its state does.
final class PaceHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// How long what still comes is passed over after a refusal: with octets unread, a close would take the answer away.
    private static let linger = TimeAmount.milliseconds(500)

    var pace: Pace
    /// The connection was refused something and only waits for its end.
    private(set) var isEnding = false
    private let limits: ConnectionLimits
    private let door: ConnectionDoor
    private var isAnswering = false
    /// What came is no HTTP; nothing after it can be understood.
    private var isMalformed = false
    private var tick: Scheduled<Void>?

    /// - Parameter entrance: nil where the connection is counted already.
    init(_ limits: ConnectionLimits, _ entrance: Entrance?) {
        self.limits = limits
        pace = Pace(limits, connectedAt: .now)
        door = ConnectionDoor(entrance)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        door.keeper = self
        do {
            try context.pipeline.syncOperations.addHandler(door, position: .first)
        } catch {
            context.close(promise: nil)
        }
        schedule(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        tick?.cancel()
        door.keeper = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: pace.headCame(at: .now)
        case .body(let octets): pace.bodyCame(octets.readableBytes, at: .now)
        case .end: pace.requestCame()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isEnding else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head: isAnswering = true
        case .body: break
        case .end:
            isAnswering = false
            let written = promise ?? context.eventLoop.makePromise()
            written.futureResult.assumeIsolated().whenComplete { _ in self.pace.answered(at: .now) }
            context.write(data, promise: written)
            return
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if case HTTPParserError.headerOverflow = error {
            refuse(.headTooLarge, context)
        } else {
            isMalformed = isMalformed || error is HTTPParserError
            context.fireErrorCaught(error)
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        context.close(mode: mode, promise: promise)
        // The answer to what is no HTTP is given. Otherwise the other side may still be sending a body, and has its time.
        if mode == .output, isMalformed, !isEnding { linger(context) }
    }

    private func schedule(_ context: ChannelHandlerContext) {
        let shortest = min(limits.head, limits.idle, limits.stall).microseconds
        let pause = TimeAmount.microseconds(min(max(shortest / 10, 20_000), 1_000_000))
        tick = context.eventLoop.assumeIsolated().scheduleTask(in: pause) { self.look(context) }
    }

    private func look(_ context: ChannelHandlerContext) {
        switch pace.verdict(at: .now) {
        case .inTime: schedule(context)
        case .over: context.close(promise: nil)
        case .tooSlow:
            refuse(.tooSlow, context)
            // Whoever reads the body hears at once that what came is not the whole of it, and not by the decoder alone.
            context.fireErrorCaught(TooSlow())
        }
    }

    /// Says why, where no answer has begun, and ends the connection.
    private func refuse(_ answer: ConnectionAnswer, _ context: ChannelHandlerContext) {
        guard !isEnding else { return }
        isEnding = true
        tick?.cancel()
        if !isAnswering {
            let head = HTTPResponse(status: answer.status, headerFields: answer.headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(ByteBuffer(string: answer.text))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        end(context)
    }

    /// Ends a connection: nothing more is said, what still comes is passed over for a moment.
    func end(_ context: ChannelHandlerContext) {
        isEnding = true
        tick?.cancel()
        context.close(mode: .output, promise: nil)
        linger(context)
    }

    private func linger(_ context: ChannelHandlerContext) {
        isEnding = true
        tick?.cancel()
        tick = context.eventLoop.assumeIsolated().scheduleTask(in: Self.linger) { context.close(promise: nil) }
    }
}
