import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Primitives
import Testing
import WebCore

@Suite("A form")
struct FormGuardTests {
    /// The cookie and the token that a browser gets with a form.
    private func shown(_ client: some TestClientProtocol) async throws -> (cookie: String, token: String) {
        let page = try await client.execute(uri: "/en/form", method: .get)
        let cookie = try #require(page.headers[.setCookie])
        for part in ["__Host-", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
        #expect(!cookie.contains("Domain"))
        let body = String(buffer: page.body)
        let token = try #require(body.firstMatch(of: /name="form-token" value="([0-9a-f]{64})"/)?.1)
        return (String(cookie.prefix { $0 != ";" }), String(token))
    }

    private func send(
        _ client: some TestClientProtocol, cookie: String?, token: String, _ more: HTTPFields = [:], name: String = "x"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let cookie { headers[.cookie] = cookie }
        for field in more { headers[field.name] = field.value }
        return try await client.execute(
            uri: "/en/form", method: .post, headers: headers,
            body: ByteBuffer(string: "form-token=\(token)&name=\(name)"))
    }

    private let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    @Test("shown by us to this browser is taken")
    func taken() async throws {
        try await testApplication().test(.router) { client in
            let (cookie, token) = try await shown(client)
            let answer = try await send(client, cookie: cookie, token: token, name: "%3Cb%3E")
            #expect(answer.status == .ok)
            #expect(String(buffer: answer.body).contains("<p>&lt;b&gt;</p>"))
        }
    }

    @Test("without its cookie, without its token, or with those of another browser is refused")
    func strangers() async throws {
        try await testApplication().test(.router) { client in
            let (cookie, token) = try await shown(client)
            let (otherCookie, otherToken) = try await shown(client)
            #expect(try await send(client, cookie: nil, token: token).status == .forbidden)
            #expect(try await send(client, cookie: cookie, token: "").status == .forbidden)
            #expect(try await send(client, cookie: cookie, token: otherToken).status == .forbidden)
            #expect(try await send(client, cookie: otherCookie, token: token).status == .forbidden)
            #expect(try await send(client, cookie: cookie, token: String(token.dropLast(2))).status == .forbidden)
        }
    }

    @Test("of another content type is refused without its token", arguments: ["text/plain", "application/json", nil])
    func otherTypes(type: String?) async throws {
        try await testApplication().test(.router) { client in
            let (cookie, _) = try await shown(client)
            var headers: HTTPFields = [.cookie: cookie]
            headers[.contentType] = type
            let answer = try await client.execute(
                uri: "/en/form", method: .post, headers: headers, body: ByteBuffer(string: "name=x"))
            #expect(answer.status == .forbidden)
        }
    }

    @Test("of this very site that is too old comes back with what was entered, and can be sent once more")
    func tooOld() async throws {
        try await testApplication().test(.router) { client in
            let name = try #require(fetchSite)
            let answer = try await send(
                client, cookie: nil, token: "old", [name: "same-origin"], name: "%3C%C3%9Clgi%3E&password=secret")
            #expect(answer.status == .forbidden)
            let page = String(buffer: answer.body)
            #expect(page.contains("name=\"name\" value=\"&lt;Ülgi&gt;\""))
            #expect(!page.contains("secret"), "passwords do not come back")
            let cookie = try #require(answer.headers[.setCookie]?.prefix { $0 != ";" })
            let token = try #require(page.firstMatch(of: /name="form-token" value="([0-9a-f]{64})"/)?.1)
            let again = try await send(
                client, cookie: String(cookie), token: String(token), [name: "same-origin"], name: "%C3%9Clgi")
            #expect(again.status == .ok)
            #expect(String(buffer: again.body).contains("<p>Ülgi</p>"))
        }
    }

    @Test("of which nobody vouches that it is ours is not echoed")
    func notEchoed() async throws {
        try await testApplication().test(.router) { client in
            let name = try #require(fetchSite)
            for more in [[:], [name: "cross-site"], [.origin: "https://evil.example"]] as [HTTPFields] {
                let answer = try await send(client, cookie: nil, token: "old", more, name: "Lured")
                #expect(answer.status == .forbidden)
                #expect(!String(buffer: answer.body).contains("Lured"))
            }
        }
    }

    @Test("from another site is refused even with cookie and token", arguments: ["cross-site", "same-site", "none"])
    func otherSites(site: String) async throws {
        let name = try #require(fetchSite)
        try await testApplication().test(.router) { client in
            let (cookie, token) = try await shown(client)
            #expect(try await send(client, cookie: cookie, token: token, [name: site]).status == .forbidden)
            #expect(try await send(client, cookie: cookie, token: token, [name: "same-origin"]).status == .ok)
        }
    }

    @Test("of an older browser is judged by its origin")
    func origins() async throws {
        try await testApplication().test(.router) { client in
            let (cookie, token) = try await shown(client)
            let own: HTTPFields = [.origin: "https://saqta.example"]
            let other: HTTPFields = [.origin: "https://evil.example"]
            let none: HTTPFields = [.origin: "null"]
            #expect(try await send(client, cookie: cookie, token: token, own).status == .ok)
            #expect(try await send(client, cookie: cookie, token: token, other).status == .forbidden)
            #expect(try await send(client, cookie: cookie, token: token, none).status == .forbidden)
        }
    }

    @Test("larger than 64 KiB is refused")
    func large() async throws {
        try await testApplication().test(.router) { client in
            let (cookie, token) = try await shown(client)
            let name = String(repeating: "x", count: 65_536)
            #expect(try await send(client, cookie: cookie, token: token, name: name).status == .contentTooLarge)
        }
    }
}
