import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Takes connections until it is asked to stop; then lets what runs come to its end.
package struct Listener: Service {
    /// Where connections come from.
    package enum Place: Sendable, Equatable {
        /// A free port when `port` is 0.
        case address(host: String, port: Int)
        /// A socket that listens already; others keep it when this process closes it.
        case socket(Int32)
    }

    let place: Place
    let channel: any ServerChildChannel
    let logger: Logger
    /// How long requests that run may take when the server is to stop.
    let patience: Duration
    let onRunning: @Sendable (SocketAddress?) -> Void

    /// - Parameters:
    ///   - patience: after it, what still runs is cut off.
    ///   - onRunning: told where it listens.
    package init(
        at place: Place, _ channel: any ServerChildChannel, patience: Duration = .seconds(20), logger: Logger,
        onRunning: @escaping @Sendable (SocketAddress?) -> Void = { _ in }
    ) {
        self.place = place
        self.channel = channel
        self.patience = patience
        self.logger = logger
        self.onRunning = onRunning
    }

    package func run() async throws { try await serve(channel) }

    private func serve(_ child: some ServerChildChannel) async throws {
        let quiescing = ServerQuiescingHelper(group: MultiThreadedEventLoopGroup.singleton)
        let connections = ServedConnections()
        let server = try await bind(child, connections, quiescing)
        onRunning(server.localAddress)
        let (stops, stop) = AsyncStream.makeStream(of: Never.self)
        server.closeFuture.whenComplete { _ in stop.finish() }
        await withGracefulShutdownHandler {
            for await _ in stops {}
        } onGracefulShutdown: {
            stop.finish()
        }
        let allClosed = server.eventLoop.makePromise(of: Void.self)
        quiescing.initiateShutdown(promise: allClosed)
        let limit = Task {
            try await Task.sleep(for: patience)
            connections.cutOff()
        }
        try await allClosed.futureResult.get()
        limit.cancel()
        await connections.ended()
    }

    private func bind(
        _ child: some ServerChildChannel, _ connections: ServedConnections, _ quiescing: ServerQuiescingHelper
    ) async throws -> any Channel {
        let logger = logger
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelInitializer { channel in
                child.setup(channel: channel, logger: logger).map { connection in
                    connections.begin(channel) { await child.handle(value: connection, logger: logger) }
                }
            }
        switch place {
        case .address(let host, let port): return try await bootstrap.bind(host: host, port: port).get()
        case .socket(let descriptor): return try await bootstrap.withBoundSocket(descriptor).get()
        }
    }
}
