import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Markup
import NIOCore
import NIOEmbedded
import Primitives
import Synchronization
import TestKit
import Testing

@testable import WebCore

@Suite("A public page that went out a moment ago")
struct ReadyTests {
    private final class Mode: Sendable {
        let isDemo = Mutex(true)
    }

    /// A site with one kept page, which says what the database holds, behind the same door as in the programme.
    private final class Front: Sendable {
        let clock = ManualClock()
        let ready: ReadyAnswers
        /// What another process may have changed.
        let stored = Mutex("first")
        /// Requests that went the long way.
        let asked = Mutex(0)
        let policy: FramePolicy
        let mode: Mode
        private let responder = Mutex<(any HTTPResponder<WebContext>)?>(nil)

        init(
            flood: FloodLimits = .endless, settings: SiteSettings = SiteSettings(baseURL: "http://127.0.0.1:8080"),
            counting count: (@Sendable (Int, Language) -> Void)? = nil
        ) {
            let mode = Mode()
            self.mode = mode
            ready = ReadyAnswers(time: clock.source)
            let edition = count.map { _ in EditionMark(number: 3, day: Day(daysSince1970: 0)) }
            policy = FramePolicy(.blank) {
                SiteFrame(isDemo: mode.isDemo.withLock { $0 }, operator: .blank, edition: edition)
            }
            let site = Site(
                settings: settings, assets: bundledAssets, formKey: .blank,
                flood: FloodGate(flood, marks: SourceMarks(randomness: .system), time: clock.source), policy: policy,
                compress: { $0.count < 200 ? nil : Bytes("small".utf8) }, ready: ready)
            let router = site.router(time: clock.source)
            let pages = KeptPages()
            let routes = SiteRoutes(on: router)
            (count.map { routes.behind(AcceptanceFilter(count: $0)) } ?? routes).get(SitePath("kept")) {
                [self] request, context in
                asked.withLock { $0 += 1 }
                let text = stored.withLock { $0 }
                return context.respond(from: pages, [Bytes(text.utf8)], to: request) {
                    Page(.invariable("Kept"), for: .everyone) { p { text } }
                }
            }.get(SitePath("form")) { [self] request, context in
                asked.withLock { $0 += 1 }
                let token = context.formToken
                return context.respond(from: pages, [], to: request) {
                    Page(.invariable("Form"), for: .everyone) {
                        postForm(to: SitePath("form"), token: token) { .empty }
                    }
                }
            }
            let built = router.buildResponder()
            responder.withLock { $0 = built }
        }

        /// As ``Answering`` does.
        func ask(
            _ path: String = "/en/kept", method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:],
            host: String = "127.0.0.1:8080"
        ) async throws -> Response {
            let request = Request(
                head: HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers),
                body: RequestBody(buffer: ByteBuffer()))
            let channel = NIOAsyncTestingChannel()
            channel.remoteAddress = try SocketAddress(ipAddress: "203.0.113.7", port: 4711)
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            if let known = ready.answer(request, from: channel.remoteAddress, id: RequestID(), logger) { return known }
            logger[metadataKey: "hb.request.id"] = "1"
            let responder = try #require(responder.withLock { $0 })
            return try await responder.respond(
                to: request,
                context: WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger)))
        }

        var count: Int { asked.withLock { $0 } }
    }

    private func names(_ response: Response) -> Set<String> { Set(response.headers.map(\.name.canonicalName)) }

    @Test("is given again as it was, with every header, without the way through the house")
    func again() async throws {
        let front = Front()
        let first = try await front.ask()
        let second = try await front.ask()
        #expect(front.count == 1)
        #expect(second.status == .ok)
        #expect(names(second) == names(first))
        for name in names(first).subtracting(["request-id"]) {
            let field = try #require(HTTPField.Name(name))
            #expect(second.headers[field] == first.headers[field], "\(name)")
        }
        #expect(second.headers[.contentSecurityPolicy] != nil)
        #expect(second.headers[.requestID] != first.headers[.requestID])
        let third = try await front.ask()
        #expect(third.headers[.requestID] != second.headers[.requestID])
    }

    @Test("greets who comes from elsewhere and counts each of them, also where it is given again")
    func arrivals() async throws {
        let visits = Mutex(0)
        let front = Front { _, _ in visits.withLock { $0 += 1 } }
        let inside: HTTPFields = [.secFetchSite: "same-origin", .secFetchMode: "navigate"]
        let tags = [
            try await front.ask().headers[.eTag], try await front.ask().headers[.eTag],
            try await front.ask("/en/kept", inside).headers[.eTag],
            try await front.ask("/en/kept", inside).headers[.eTag],
        ]
        #expect(tags[0] == tags[1] && tags[2] == tags[3] && tags[0] != tags[2])
        #expect(front.count == 2 && visits.withLock { $0 } == 2)
    }

    @Test("shows within a second what another process has published")
    func another() async throws {
        let front = Front()
        let old = try await front.ask()
        front.stored.withLock { $0 = "second" }
        front.clock.advance(by: .milliseconds(400))
        #expect(try await front.ask().headers[.eTag] == old.headers[.eTag])
        front.clock.advance(by: .milliseconds(600))
        let new = try await front.ask()
        #expect(new.headers[.eTag] != old.headers[.eTag])
        #expect(try await front.ask().headers[.eTag] == new.headers[.eTag])
        #expect(front.count == 2)
    }

    @Test("is looked at anew by one while others still get it, and is never older than a second")
    func renewal() async throws {
        let front = Front()
        _ = try await front.ask()
        front.clock.advance(by: .milliseconds(600))
        _ = try await front.ask()
        #expect(front.count == 2)
        _ = try await front.ask()
        #expect(front.count == 2)
        // A renewal that fails leaves the answer as old as it is.
        front.clock.advance(by: .milliseconds(999))
        _ = try await front.ask()
        front.clock.advance(by: .milliseconds(1))
        let before = front.count
        _ = try await front.ask()
        #expect(front.count == before)
        front.clock.advance(by: .hours(-1))
        _ = try await front.ask()
        #expect(front.count == before + 1, "nothing is kept for the future")
    }

    @Test("is another at once when what stands around it changed in this process")
    func frame() async throws {
        let front = Front()
        let old = try await front.ask()
        front.mode.isDemo.withLock { $0 = false }
        // As before the page that follows a form is made.
        try await front.policy.refresh()
        let new = try await front.ask()
        #expect(front.count == 2)
        #expect(new.headers[.eTag] != old.headers[.eTag])
    }

    @Test("is not given to whoever has signed in, sends a token, asks with a query, another way or under another name")
    func others() async throws {
        let front = Front(
            settings: SiteSettings(baseURL: "http://127.0.0.1:8080", isBoundToHost: true))
        _ = try await front.ask()
        let ways: [(String, HTTPRequest.Method, HTTPFields)] = [
            ("/en/kept", .get, [.cookie: "\(SessionCookie.account.name)=00"]),
            ("/en/kept", .get, [.cookie: "a=b; \(SessionCookie.office.name)=00"]),
            ("/en/kept", .get, [.formToken: "00"]), ("/en/kept?x=1", .get, [:]), ("/en//kept", .get, [:]),
        ]
        for (index, (path, method, headers)) in ways.enumerated() {
            let before = front.count
            let answer = try await front.ask(path, method: method, headers)
            #expect(front.count > before || answer.status == .forbidden, "way \(index)")
        }
        let before = front.count
        #expect(try await front.ask(host: "elsewhere.example").status == .movedPermanently)
        #expect(try await front.ask(method: .post).status != .ok)
        _ = try await front.ask("/en/kept", [.cookie: "\(HostCookie.visit.name)=00"])
        #expect(front.count == before, "a browser that once saw a form is nobody")
    }

    @Test("with a form is made for each browser")
    func form() async throws {
        let front = Front()
        for count in 1...3 {
            let answer = try await front.ask("/en/form", [.acceptEncoding: "gzip"])
            #expect(answer.headers[.setCookie] != nil)
            #expect(answer.headers[.contentEncoding] == nil)
            #expect(front.count == count)
        }
    }

    @Test("counts against its source like any other")
    func flood() async throws {
        var limits = FloodLimits.endless
        limits.pages = FloodLimits.Rate(atOnce: 3, aMinute: 60)
        let front = Front(flood: limits)
        for _ in 0..<3 { #expect(try await front.ask().status == .ok) }
        #expect(try await front.ask().status == .tooManyRequests)
    }

    @Test("is told to be unchanged to whoever has it in the form that is asked for")
    func unchanged() async throws {
        let front = Front()
        for _ in 0..<2 {
            let plain = try #require(try await front.ask().headers[.eTag])
            let gzip = try #require(try await front.ask("/en/kept", [.acceptEncoding: "gzip, br"]).headers[.eTag])
            #expect(plain != gzip)
            #expect(try await front.ask("/en/kept", [.ifNoneMatch: plain]).status == .notModified)
            #expect(try await front.ask("/en/kept", [.ifNoneMatch: "\"x\", W/\(plain)"]).status == .notModified)
            #expect(try await front.ask("/en/kept", [.ifNoneMatch: gzip]).status == .ok)
            let known = try await front.ask("/en/kept", [.ifNoneMatch: gzip, .acceptEncoding: "gzip"])
            #expect(known.status == .notModified)
            #expect(known.headers[.vary] == "Accept-Encoding, Cookie")
            #expect(known.body.contentLength == 0)
        }
        #expect(front.count == 1)
    }

    @Test("says in HEAD what GET would bring")
    func head() async throws {
        let front = Front()
        for headers in [[:], [.acceptEncoding: "gzip"]] as [HTTPFields] {
            for _ in 0..<2 {
                let whole = try await front.ask("/en/kept", headers)
                let head = try await front.ask("/en/kept", method: .head, headers)
                #expect(head.status == .ok)
                #expect(head.body.contentLength == 0)
                #expect(head.headers[.contentLength] == whole.headers[.contentLength])
                #expect(head.headers[.eTag] == whole.headers[.eTag])
            }
        }
    }

    @Test(
        "goes out compressed only where the browser takes that",
        arguments: [
            ("gzip, deflate, br, zstd", true), ("GZIP;q=0.5", true), ("*", true), ("br, gzip ; q=1.0", true),
            ("", false), ("br", false), ("gzip;q=0", false), ("*;q=0", false), ("identity;q=1, gzip;q=0.5", false),
            ("gzip;q=x", false),
        ])
    func codings(header: String, isCompressed: Bool) async throws {
        #expect(WrittenPage.wantsGzip(header) == isCompressed)
        let front = Front()
        for _ in 0..<2 {
            let answer = try await front.ask("/en/kept", [.acceptEncoding: header])
            #expect(answer.headers[.contentEncoding] == (isCompressed ? "gzip" : nil))
            #expect((answer.headers[.contentLength] == "5") == isCompressed)
            #expect(answer.headers[.vary] == "Accept-Encoding, Cookie")
        }
    }
}
