import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import WebCore

@Suite("The site's own address")
struct HostTests {
    private let right = "www.example.kz"

    private func answer(
        _ path: String, host: String, method: HTTPRequest.Method = .get, speaksTLS: Bool = true,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await ask(
            testRouter(baseURL: "https://\(right)", isBoundToHost: true, speaksTLS: speaksTLS), path, host: host,
            method: method, headers)
    }

    @Test("is answered, however it is written", arguments: ["www.example.kz", "WWW.Example.KZ", "www.example.kz:443"])
    func right(host: String) async throws {
        #expect(try await answer("/en/open", host: host).status == .ok)
    }

    @Test(
        "is where a question for another one is led, with all that stood behind the host",
        arguments: ["example.kz", "evil.example", "www.example.kz.evil.example", "127.0.0.1", "[::1]:8080", ""])
    func other(host: String) async throws {
        let answer = try await answer("/en/open?a=%2Fb&c=d", host: host)
        #expect(answer.status == .movedPermanently)
        #expect(answer.headers[.location] == "https://www.example.kz/en/open?a=%2Fb&c=d")
    }

    @Test("is the only one at which something is taken", arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
    func sent(method: HTTPRequest.Method) async throws {
        let answer = try await answer("/en/form", host: "evil.example", method: method)
        #expect(answer.status == .misdirectedRequest)
        #expect(String(buffer: answer.body).contains("its own address"))
    }

    @Test("is spoken over TLS: in the clear nothing is shown, nothing taken, and no promise about TLS is made")
    func clear() async throws {
        let shown = try await answer("/en/open", host: right, speaksTLS: false)
        #expect(shown.status == .movedPermanently)
        #expect(shown.headers[.location] == "https://www.example.kz/en/open")
        #expect(shown.headers[.strictTransportSecurity] == nil)
        #expect(
            try await answer("/en/form", host: right, method: .post, speaksTLS: false).status == .misdirectedRequest)
        let claimed: HTTPFields = [
            try #require(HTTPField.Name("X-Forwarded-Proto")): "https",
            try #require(HTTPField.Name("X-Forwarded-For")): "127.0.0.1",
        ]
        #expect(try await answer("/en/open", host: right, speaksTLS: false, claimed).status == .movedPermanently)
    }

    @Test("is promised to be spoken over TLS for a year, for this host and no other")
    func strict() async throws {
        let answer = try await answer("/en/open", host: right)
        #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("upgrade-insecure-requests") == true)
    }

    @Test("does not matter to machines that ask how the server is", arguments: ["/health", "/ready"])
    func machines(path: String) async throws {
        #expect(try await answer(path, host: "10.1.2.3:8080", speaksTLS: false).status == .ok)
    }

    @Test("is not asked for while none is set")
    func unset() async throws {
        let router = testRouter(baseURL: "http://127.0.0.1:8080")
        #expect(try await ask(router, "/en/open", host: "any.example").status == .ok)
    }
}
