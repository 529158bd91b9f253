import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Primitives
import Serving
import WebCore

/// The least that a server can answer, behind the same listener with the same limits on connections.
struct Hello: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers the same few octets to everybody, until it is ended.")

    @Option(help: "A file whose octets are answered at /file.") var file: String?

    func run() async throws {
        var logger = Logger(label: "hello")
        logger.logLevel = .error
        let router = Router(context: BasicRequestContext.self)
        router.get("hello") { _, _ in "Hello, world!" }
        if let file {
            let octets = ByteBuffer(bytes: try Data(contentsOf: URL(filePath: file)))
            router.get("file") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
                    body: ResponseBody(byteBuffer: octets))
            }
        }
        var limits = ConnectionLimits()
        limits.connectionsPerSource = limits.connections
        let keeping = ConnectionKeeping(limits, marks: SourceMarks(randomness: .system))
        let answering = Answering(router.buildResponder(), logger: logger)
        try await Listener(
            at: .address(host: "127.0.0.1", port: 0), Channels.plain(answering.handler, keeping), logger: logger,
            onRunning: { address in
                print("listens on \(address?.port ?? 0)")
                fflush(nil)
            }
        ).run()
    }
}
