import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Markup
import Primitives
import Testing
import WebCore

@Suite("Every answer")
struct FilterTests {
    @Test(
        "forbids the browser what the site never does",
        arguments: ["/en/open", "/en/personal", "/en/nowhere", "/en/broken", "/"])
    func headers(path: String) async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            let policy = try #require(answer.headers[.contentSecurityPolicy])
            for part in ["default-src 'none'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"] {
                #expect(policy.contains(part))
            }
            #expect(!policy.contains("unsafe"))
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            #expect(answer.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test("about a person is stored nowhere", arguments: ["/en/personal", "/en/form", "/en/broken", "/en/nowhere"])
    func personal(path: String) async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.headers[.cacheControl] == "no-store")
        }
    }

    @Test("for everyone sets no cookie and is not sent twice")
    func everyone() async throws {
        try await testApplication().test(.router) { client in
            let first = try await client.execute(uri: "/kk/open", method: .get)
            #expect(first.headers[.setCookie] == nil)
            let tag = try #require(first.headers[.eTag])
            let second = try await client.execute(uri: "/kk/open", method: .get, headers: [.ifNoneMatch: tag])
            #expect(second.status == .notModified)
            let other = try await client.execute(uri: "/ru/open", method: .get, headers: [.ifNoneMatch: tag])
            #expect(other.status == .ok)
        }
    }

    @Test(
        "to a visit of the root leads to the language asked for",
        arguments: [
            ("kk-KZ,kk;q=0.9,en;q=0.5", "/kk"), ("de,en;q=0.3", "/en"), ("de", "/ru"), ("", "/ru"),
            ("en;q=0.1,kk;q=0.2", "/kk"), ("en;q=0", "/ru"),
        ])
    func root(accepted: String, location: String) async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: "/", method: .get, headers: [.acceptLanguage: accepted])
            #expect(answer.status == .found)
            #expect(answer.headers[.location] == location)
        }
    }

    @Test(
        "that refuses keeps the kind of the refusal, in the language of the address",
        arguments: [
            ("/en/gone", 410, "This page has expired"), ("/kk/gone", 410, "мерзімі өтті"),
            ("/en/nowhere", 404, "no such page"),
            ("/en/number/x", 404, "no such page"), ("/en/number/01", 404, "no such page"),
        ])
    func refusals(path: String, status: Int, words: String) async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status.code == status)
            #expect(String(buffer: answer.body).contains(words))
        }
    }

    @Test("to an error of ours shows no detail")
    func broken() async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: "/en/broken", method: .get)
            #expect(answer.status == .internalServerError)
            #expect(!String(buffer: answer.body).contains("secret"))
            #expect(!String(buffer: answer.body).contains("Broken"))
        }
    }

    @Test(
        "is logged when the fault is ours, also where it is a refusal, and only then",
        arguments: [
            ("/en/broken", 500, true), ("/en/fault", 503, true), ("/en/gone", 410, false), ("/en/nowhere", 404, false),
        ])
    func faults(path: String, status: Int, isLogged: Bool) async throws {
        let lines = LogLines()
        let answer = try await ask(
            testRouter(), path, host: "saqta.example", logger: Logger(label: "test") { _ in lines.handler })
        #expect(answer.status.code == status)
        #expect(lines.errors.contains("Request failed") == isLogged)
    }

    @Test("with a file of the site may be kept for ever, under its content's name only")
    func assets() async throws {
        try await testApplication().test(.router) { client in
            let path = bundledAssets.address(of: "site.css").text(in: .en)
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status == .ok)
            #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
            for sheet in ["site.css", "documents.css", "policy.css", "office.css", "difference.css", "print.css"] {
                let path = bundledAssets.address(of: sheet).text(in: .en)
                #expect(try await client.execute(uri: path, method: .get).body.readableBytes < 30_000)
            }
            #expect(try await client.execute(uri: "/assets/site.css", method: .get).status == .notFound)
            #expect(try await client.execute(uri: "/assets/..%2f..%2fetc%2fpasswd", method: .get).status == .notFound)
        }
    }
}
