import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Markup
import NIOCore
import NIOEmbedded
import Primitives
import WebCore

/// A site with a page, a form and an error, all real but for their words.
///
/// - Parameter flood: lets everything through unless a test says otherwise.
func testApplication(
    baseURL: String = "https://saqta.example", isBoundToHost: Bool = false, speaksTLS: Bool = true,
    failing: [String] = [], token: String? = nil, hasRoom: Bool = true, flood: FloodLimits = .endless,
    time: TimeSource = .system
) -> some ApplicationProtocol {
    Application(
        router: testRouter(
            baseURL: baseURL, isBoundToHost: isBoundToHost, speaksTLS: speaksTLS, failing: failing, token: token,
            hasRoom: hasRoom, flood: flood, time: time))
}

/// The same without the server around it.
func testRouter(
    baseURL: String = "https://saqta.example", isBoundToHost: Bool = false, speaksTLS: Bool = true,
    failing: [String] = [], token: String? = nil, hasRoom: Bool = true, flood: FloodLimits = .endless,
    time: TimeSource = .system, counting count: (@Sendable (Int, Language) -> Void)? = nil
) -> Router<WebContext> {
    let identity = OperatorIdentity(
        name: .invariable("Operator"), site: "saqta.example", email: "a@saqta.example", telephone: "8 700 000 00 00",
        telephoneE164: "+77000000000", place: .invariable("Almaty"))
    let site = Site(
        settings: SiteSettings(baseURL: baseURL, isBoundToHost: isBoundToHost, speaksTLS: speaksTLS),
        assets: bundledAssets, formKey: FormKey(secret: Bytes(repeating: 7, count: 32), randomness: .system),
        flood: FloodGate(flood, marks: SourceMarks(randomness: .system), time: time),
        policy: FramePolicy(
            SiteFrame(
                isDemo: true, operator: identity,
                edition: count.map { _ in EditionMark(number: 3, day: Day(daysSince1970: 0)) })),
        hasRoom: { hasRoom })
    let router = site.router(time: time)
    HealthRoutes(failing: { failing }, metrics: { "saqta_test 1\n" }, token: token).addRoutes(to: router)
    let routes = SiteRoutes(on: router)
    routes.get(SitePath("open")) { request, context in
        context.respond(Page(.invariable("Open"), for: .everyone) { p { context.language.ownName } }, to: request)
    }
    if let count {
        routes.behind(AcceptanceFilter(count: count)).get(SitePath("public")) { request, context in
            context.respond(Page(.invariable("Public"), for: .everyone) { p { "x" } }, to: request)
        }.get(SitePath("public-broken")) { _, _ in throw Ended() }
    }
    routes.get(SitePath("personal")) { _, context in
        context.respond(Page(.invariable("Personal"), for: .person) { p { "x" } })
    }
    routes.get(SitePath("form")) { _, context in
        let token = context.formToken
        return context.respond(
            Page(.invariable("Form"), for: .everyone) { postForm(to: SitePath("form"), token: token) { .empty } })
    }
    routes.post(SitePath("form")) { _, context in
        context.respond(Page(.invariable("Sent"), for: .person) { p { context.form.text("name") } })
    }
    routes.costly.post(SitePath("costly")) { _, context in
        context.respond(Page(.invariable("Done"), for: .person) { p { context.form.text("name") } })
    }
    routes.storing.get(SitePath("stored")) { _, context in
        context.respond(Page(.invariable("Stored"), for: .person) { p { "x" } })
    }
    routes.storing.post(SitePath("stored")) { _, context in
        context.respond(Page(.invariable("Stored"), for: .person) { p { "x" } })
    }
    routes.get(SiteRoute<Int>("number", .value)) { _, context in
        let number = try SiteRoute<Int>("number", .value).values(in: context)
        return context.respond(Page(.invariable("Number"), for: .person) { p { number } })
    }
    routes.get(SitePath("broken")) { _, _ in throw Broken(detail: "secret detail") }
    routes.get(SitePath("fault")) { _, _ in throw Away() }
    routes.get(SitePath("gone")) { _, _ in throw Ended() }
    return router
}

/// Asks as somebody at `peer` would who knows the server by the name `host`.
func ask(
    _ router: Router<WebContext>, _ path: String, host: String, peer: String = "203.0.113.7",
    method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:], logger: Logger = Logger(label: "test")
) async throws -> Answer {
    let channel = NIOAsyncTestingChannel()
    channel.remoteAddress = try SocketAddress(ipAddress: peer, port: 4711)
    var logger = logger
    logger[metadataKey: "hb.request.id"] = "1"
    let request = Request(
        head: HTTPRequest(method: method, scheme: "https", authority: host, path: path, headerFields: headers),
        body: RequestBody(buffer: ByteBuffer()))
    let answer = try await router.buildResponder().respond(
        to: request, context: WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger)))
    let body = Collected()
    try await answer.body.write(body)
    return Answer(status: answer.status, headers: answer.headers, body: await body.octets)
}

struct Answer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer
}

/// What an answer's body comes to.
private struct Collected: ResponseBodyWriter {
    private actor Octets {
        var buffer = ByteBuffer()
        func append(_ piece: ByteBuffer) { buffer.writeImmutableBuffer(piece) }
    }

    private let collected = Octets()

    var octets: ByteBuffer { get async { await collected.buffer } }

    func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension FloodLimits {
    static var endless: FloodLimits {
        var limits = FloodLimits()
        limits.pages = Rate(atOnce: 1_000_000, aMinute: 1_000_000)
        limits.costly = limits.pages
        return limits
    }
}

struct Broken: Error { let detail: String }

struct Ended: Refusal { var kind: RefusalKind { .gone } }

struct Away: Refusal { var kind: RefusalKind { .unavailable } }

let bundledAssets: Assets = {
    do { return try Assets.bundled() } catch { fatalError("the files of the pages are missing: \(error)") }
}()
