import Crypto
import HTTPTypes
import Hummingbird
import Primitives

/// What machines ask: does it live, can it work, how is it doing. None of it is about a person.
package struct HealthRoutes: Sendable {
    private let failing: @Sendable () async -> [String]
    private let metrics: @Sendable () async -> String
    private let token: SHA256.Digest?

    /// - Parameters:
    ///   - failing: the names of the checks that fail now.
    ///   - metrics: the text for Prometheus.
    ///   - token: lets whoever bears it read the metrics from elsewhere; nil for nobody.
    package init(
        failing: @escaping @Sendable () async -> [String], metrics: @escaping @Sendable () async -> String,
        token: String?
    ) {
        self.failing = failing
        self.metrics = metrics
        self.token = token.map { SHA256.hash(data: Bytes($0.utf8)) }
    }

    package func addRoutes(to router: Router<WebContext>) {
        router.get("health") { _, _ in Self.json("{\"status\":\"ok\"}", .ok) }
        router.get("ready") { _, _ in
            let failing = await failing()
            guard !failing.isEmpty else { return Self.json("{\"status\":\"ready\"}", .ok) }
            let names = failing.map { "\"\($0)\"" }.joined(separator: ",")
            return Self.json("{\"status\":\"not ready\",\"failing\":[\(names)]}", .serviceUnavailable)
        }
        router.get("metrics") { request, context in
            guard mayRead(request, context) else { throw PageRefusal(.notFound) }
            return Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: await metrics())))
        }
    }

    /// From this machine itself, under its own name, or with the token: a proxy that hides itself passes the site's name on.
    private func mayRead(_ request: Request, _ context: WebContext) -> Bool {
        if let token, let given = request.headers[.authorization], given.lowercased().hasPrefix("bearer ") {
            // Compared through a digest, so that the time says nothing about how much of it fits.
            return SHA256.hash(data: Bytes(given.dropFirst(7).utf8)) == token
        }
        guard context.origin.isLocal, let host = SiteSettings.host(of: request.head.authority ?? "") else {
            return false
        }
        return host == "localhost" || (IPAddress(host.filter { !"[]".contains($0) })?.isLoopback ?? false)
    }

    private static func json(_ text: String, _ status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
