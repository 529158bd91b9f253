import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Outgoing
import Primitives

/// Sends checkpoints to witnesses, each once and not for long.
package final class WitnessClient: Sendable {
    private let http: HTTPClient
    /// An answer holds a few signature lines.
    private static let mostOctets = 65_536
    private static let patience = TimeAmount.seconds(10)

    package init() {
        var settings = HTTPClient.Configuration.outgoing
        settings.timeout = .init(connect: .seconds(5), read: Self.patience, write: Self.patience)
        http = HTTPClient(configuration: settings)
    }

    deinit { http.shutdown { _ in } }

    /// Posts a body. - Throws: when there is no answer in time, or a very long one.
    package func post(_ body: String, to address: String) async throws -> (status: Int, type: String, body: String) {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "text/plain; charset=utf-8")
        request.body = .bytes(ByteBuffer(string: body))
        let answer = try await http.execute(request, timeout: Self.patience)
        let octets = try await answer.body.collect(upTo: Self.mostOctets)
        return (
            Int(answer.status.code), answer.headers.first(name: "Content-Type") ?? "",
            String(decoding: octets.readableBytesView, as: UTF8.self)
        )
    }
}
