import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Markup
import Primitives
import TestKit
import Testing

@testable import WebCore

@Suite("A flood")
struct FloodTests {
    private static func limits(pages: Int = 100, costly: Int = 100, sources: Int = 100) -> FloodLimits {
        var limits = FloodLimits()
        limits.pages = FloodLimits.Rate(atOnce: pages, aMinute: 60)
        limits.costly = FloodLimits.Rate(atOnce: costly, aMinute: 6)
        limits.sources = sources
        return limits
    }

    private static func gate(_ limits: FloodLimits, _ clock: ManualClock) -> FloodGate {
        FloodGate(limits, marks: SourceMarks(randomness: .system), time: clock.source)
    }

    private let one = SourceMark(of: [1])
    private let other = SourceMark(of: [2])

    @Test("of one source is let through so much at once, then at a steady rate; others are not touched")
    func rate() {
        let clock = ManualClock()
        let gate = Self.gate(Self.limits(pages: 10), clock)
        for _ in 0..<10 { #expect(gate.spend(.page, of: one) == nil) }
        #expect(gate.spend(.page, of: one) == .seconds(1))
        #expect(gate.spend(.page, of: other) == nil)
        clock.advance(by: .milliseconds(400))
        #expect(gate.spend(.page, of: one) == .milliseconds(600))
        clock.advance(by: .milliseconds(600))
        #expect(gate.spend(.page, of: one) == nil)
        #expect(gate.spend(.page, of: one) == .seconds(1))
        clock.advance(by: .hours(5))
        for _ in 0..<10 { #expect(gate.spend(.page, of: one) == nil) }
        #expect(gate.spend(.page, of: one) != nil)
    }

    @Test("of what costs much leaves the pages alone, and the other way round")
    func kinds() {
        let gate = Self.gate(Self.limits(pages: 3, costly: 2), ManualClock())
        #expect(gate.spend(.costly, of: one) == nil)
        #expect(gate.spend(.costly, of: one) == nil)
        #expect(gate.spend(.costly, of: one) == .seconds(10))
        for _ in 0..<3 { #expect(gate.spend(.page, of: one) == nil) }
        #expect(gate.spend(.page, of: one) != nil)
    }

    @Test("is not ended by a clock that is put back")
    func clockBack() {
        let clock = ManualClock()
        let gate = Self.gate(Self.limits(pages: 1), clock)
        #expect(gate.spend(.page, of: one) == nil)
        clock.set(clock.now - .hours(1))
        #expect(gate.spend(.page, of: one) == .seconds(1))
        clock.advance(by: .seconds(1))
        #expect(gate.spend(.page, of: one) == nil)
    }

    @Test("from very many sources takes no more room than is set, and those of late are remembered")
    func room() {
        let gate = Self.gate(Self.limits(pages: 1, sources: 100), ManualClock())
        #expect(gate.spend(.page, of: one) == nil)
        for number in 0..<10_000 {
            _ = gate.spend(.page, of: SourceMark(of: [UInt8(number >> 8), UInt8(number & 255), 7]))
            #expect(gate.spend(.page, of: one) != nil, "forgotten after \(number)")
            #expect(gate.count <= 101)
        }
    }

    @Test("is answered with 429 and the time to wait, in the language of the page", arguments: Language.allCases)
    func page(language: Language) async throws {
        let clock = ManualClock()
        let application = testApplication(flood: Self.limits(pages: 2), time: clock.source)
        try await application.test(.router) { client in
            for _ in 0..<2 {
                #expect(try await client.execute(uri: "/\(language.rawValue)/open", method: .get).status == .ok)
            }
            let answer = try await client.execute(uri: "/\(language.rawValue)/open", method: .get)
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.headers[.contentSecurityPolicy] != nil)
            let text = String(buffer: answer.body)
            #expect(text.contains(Phrase.tooOftenTitle[language]))
            #expect(text.contains(Phrase.tooOftenLead(1)[language].unbroken))
            clock.advance(by: .seconds(1))
            #expect(try await client.execute(uri: "/\(language.rawValue)/open", method: .get).status == .ok)
        }
    }

    /// A form as a browser sends it, with the token and the cookie of its page.
    private func browser(_ client: some TestClientProtocol) async throws -> (HTTPFields, token: String) {
        let page = try await client.execute(uri: "/en/form", method: .get)
        let token = try #require(String(buffer: page.body).firstMatch(of: /name="form-token" value="([0-9a-f]+)"/)?.1)
        let cookie = try #require(page.headers[.setCookie]?.split(separator: ";").first)
        return (
            [.contentType: "application/x-www-form-urlencoded", .cookie: String(cookie), .secFetchSite: "same-origin"],
            String(token)
        )
    }

    @Test("loses nothing that was typed but a password", arguments: ["form", "costly"])
    func typed(path: String) async throws {
        let clock = ManualClock()
        let limits = path == "form" ? Self.limits(pages: 1) : Self.limits(costly: 1)
        try await testApplication(flood: limits, time: clock.source).test(.router) { client in
            let (headers, token) = try await browser(client)
            let body = ByteBuffer(
                string: "form-token=\(token)&name=%D3%98%D1%81%D0%B5%D0%BC+%22x%22&tick=a&tick=b&password=secret+words")
            if path == "costly" {
                #expect(
                    try await client.execute(uri: "/en/costly", method: .post, headers: headers, body: body).status
                        == .ok)
            }
            let answer = try await client.execute(uri: "/en/\(path)", method: .post, headers: headers, body: body)
            #expect(answer.status == .tooManyRequests)
            let text = String(buffer: answer.body)
            #expect(text.contains("action=\"/en/\(path)\""))
            #expect(text.contains("<input type=\"hidden\" name=\"name\" value=\"Әсем &quot;x&quot;\">"))
            #expect(text.matches(of: /name="tick" value="[ab]"/).count == 2)
            #expect(!text.contains("secret words"))
            #expect(text.contains("type=\"password\""))
            // What the page holds is taken when the time is over.
            let again = try #require(text.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/)?.1)
            clock.advance(by: .seconds(10))
            let sent = try await client.execute(
                uri: "/en/\(path)", method: .post, headers: headers,
                body: ByteBuffer(string: "form-token=\(again)&name=%D3%98%D1%81%D0%B5%D0%BC"))
            #expect(sent.status == .ok)
            #expect(String(buffer: sent.body).contains("Әсем"))
        }
    }

    @Test("puts nothing on a page that was not typed into a form of ours")
    func foreign() async throws {
        try await testApplication(flood: Self.limits(pages: 1), time: ManualClock().source).test(.router) { client in
            let (headers, _) = try await browser(client)
            let body = ByteBuffer(string: "form-token=00&name=planted")
            let answer = try await client.execute(uri: "/en/form", method: .post, headers: headers, body: body)
            #expect(answer.status == .tooManyRequests)
            #expect(!String(buffer: answer.body).contains("planted"))
        }
    }

    @Test("is answered to a script as it understands it")
    func script() async throws {
        try await testApplication(flood: Self.limits(pages: 1), time: ManualClock().source).test(.router) { client in
            _ = try await client.execute(uri: "/kk/open", method: .get)
            let answer = try await client.execute(
                uri: "/kk/open", method: .get, headers: [.accept: "application/json"])
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(String(buffer: answer.body) == "{\"message\":\"\(Phrase.tooOftenLead(1).kk)\"}")
        }
    }
}
