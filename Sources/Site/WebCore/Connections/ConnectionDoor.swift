import NIOCore
import Primitives

/// Stands where the octets come in: lets a connection in or not, and tells the keeper of its pace what it sees.
final class ConnectionDoor: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// What is written at a time, so that the progress of a slow reader is seen.
    private static let piece = 16_384

    weak var keeper: PaceHandler?
    private let entrance: Entrance?
    private var guest: Entrance.Guest?

    /// - Parameter entrance: nil where the connection is counted already.
    init(_ entrance: Entrance?) { self.entrance = entrance }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { enter(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        enter(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        leave()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { leave() }

    private func enter(_ context: ChannelHandlerContext) {
        guard let entrance, guest == nil else { return }
        let outcome = entrance.enter(context.remoteAddress)
        guard let refusal = outcome.refusal else {
            guest = outcome.guest
            return
        }
        let answer: ConnectionAnswer = refusal == .full ? .full : .fullForSource
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer(bytes: answer.octets))), promise: nil)
        keeper?.end(context)
    }

    private func leave() {
        if let guest { entrance?.leave(guest) }
        guest = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let keeper, !keeper.isEnding else { return }
        keeper.pace.octetsCame(at: .now)
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        keeper?.pace.pause(at: .now)
        context.fireChannelReadComplete()
    }

    func read(context: ChannelHandlerContext) {
        keeper?.pace.resume(at: .now)
        context.read()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .byteBuffer(var octets) = unwrapOutboundIn(data) else {
            context.write(data, promise: promise)
            return
        }
        while octets.readableBytes > Self.piece, let piece = octets.readSlice(length: Self.piece) {
            write(piece, nil, context)
        }
        write(octets, promise, context)
    }

    private func write(_ octets: ByteBuffer, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        let written = promise ?? context.eventLoop.makePromise()
        keeper?.pace.writes(at: .now)
        written.futureResult.assumeIsolated().whenComplete { [weak keeper] _ in keeper?.pace.wrote(at: .now) }
        context.write(wrapOutboundOut(.byteBuffer(octets)), promise: written)
    }
}
