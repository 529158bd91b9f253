import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import WebCore

@Suite("A disk that is nearly full")
struct RoomTests {
    @Test("lets everything be looked at", arguments: ["/en/open", "/en/stored"])
    func looked(path: String) async throws {
        try await testApplication(hasRoom: false).test(.router) { client in
            let answer = try await client.execute(uri: path, method: .get)
            #expect(answer.status == .ok)
        }
    }

    @Test(
        "refuses what is new in the person's language, says what to do and keeps what was entered",
        arguments: [("en", "running out of space"), ("ru", "заканчивается место"), ("kk", "таусылып барады")])
    func refused(language: String, words: String) async throws {
        try await testApplication(hasRoom: false).test(.router) { client in
            let shown = try await client.execute(uri: "/\(language)/form", method: .get)
            let form = try #require(SentForm(shown))
            let answer = try await client.execute(
                uri: "/\(language)/stored", method: .post, headers: form.headers,
                body: form.body(["family": "Үлгібай<"]))
            #expect(answer.status.code == 507)
            let page = String(buffer: answer.body)
            #expect(page.contains(words))
            #expect(page.contains("8 700 000 00 00"))
            #expect(page.contains("name=\"family\" value=\"Үлгібай&lt;\""))
            // Sent again from that very page.
            let again = try #require(SentForm(answer, cookie: form.cookie))
            let taken = try await client.execute(
                uri: "/\(language)/form", method: .post, headers: again.headers, body: again.body([:]))
            #expect(taken.status == .ok)
        }
    }

    @Test("tells a script in words that it can show")
    func script() async throws {
        try await testApplication(hasRoom: false).test(.router) { client in
            let form = try #require(SentForm(try await client.execute(uri: "/kk/form", method: .get)))
            var headers = form.headers
            headers[.accept] = "application/json"
            headers[.contentType] = "application/json"
            headers[try #require(HTTPField.Name("Form-Token"))] = form.token
            let answer = try await client.execute(uri: "/kk/stored", method: .post, headers: headers, body: nil)
            #expect(answer.status.code == 507)
            #expect(String(buffer: answer.body).hasPrefix("{\"message\":\"Серверде орын"))
        }
    }

    @Test("that has room again takes it")
    func room() async throws {
        try await testApplication(hasRoom: true).test(.router) { client in
            let form = try #require(SentForm(try await client.execute(uri: "/en/form", method: .get)))
            let answer = try await client.execute(
                uri: "/en/stored", method: .post, headers: form.headers, body: form.body([:]))
            #expect(answer.status == .ok)
        }
    }
}

/// A form as a browser keeps it: its token and the cookie that goes with it.
struct SentForm {
    let token: String
    let cookie: String

    init?(_ answer: TestResponse, cookie: String? = nil) {
        let page = String(buffer: answer.body)
        guard let found = page.firstMatch(of: /name="form-token" value="([0-9a-f]+)"/),
            let cookie = cookie ?? answer.headers[.setCookie].map({ String($0.prefix { $0 != ";" }) })
        else { return nil }
        token = String(found.1)
        self.cookie = cookie
    }

    var headers: HTTPFields { [.contentType: "application/x-www-form-urlencoded", .cookie: cookie] }

    func body(_ fields: [String: String]) -> ByteBuffer {
        let pairs = fields.merging(["form-token": token]) { own, _ in own }.map { name, value in
            "\(name)=" + value.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        return ByteBuffer(string: pairs.joined(separator: "&"))
    }
}
