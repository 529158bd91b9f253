import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import WebCore

@Suite("What machines ask")
struct HealthTests {
    @Test("is answered with life, whatever fails")
    func health() async throws {
        try await testApplication(failing: ["database"]).test(.router) { client in
            let answer = try await client.execute(uri: "/health", method: .get)
            #expect(answer.status == .ok)
            #expect(String(buffer: answer.body) == "{\"status\":\"ok\"}\n")
        }
    }

    @Test("is answered with the names of what fails, and nothing else")
    func ready() async throws {
        try await testApplication().test(.router) { client in
            let answer = try await client.execute(uri: "/ready", method: .get)
            #expect(answer.status == .ok)
        }
        try await testApplication(failing: ["evidence", "disk"]).test(.router) { client in
            let answer = try await client.execute(uri: "/ready", method: .get)
            #expect(answer.status == .serviceUnavailable)
            #expect(String(buffer: answer.body) == "{\"status\":\"not ready\",\"failing\":[\"evidence\",\"disk\"]}\n")
        }
    }

    @Test("is not told about figures from elsewhere without the token")
    func hidden() async throws {
        let router = testRouter(token: "token-of-the-scraper")
        for authorization in [nil, "Bearer ", "Bearer wrong", "token-of-the-scraper", "Basic token-of-the-scraper"] {
            let headers: HTTPFields = authorization.map { [.authorization: $0] } ?? [:]
            let answer = try await ask(router, "/metrics", host: "www.example.kz", headers)
            #expect(answer.status == .notFound)
            #expect(!String(buffer: answer.body).contains("saqta_test"))
        }
        let answer = try await ask(
            router, "/metrics", host: "www.example.kz", [.authorization: "Bearer token-of-the-scraper"])
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    }

    @Test(
        "is told about figures on this machine, under its own name",
        arguments: [
            ("127.0.0.1", "127.0.0.1:8080"), ("127.0.0.1", "localhost:8080"), ("::1", "[::1]:8080"),
            ("127.0.0.1", "LOCALHOST"),
        ])
    func local(peer: String, host: String) async throws {
        #expect(try await ask(testRouter(), "/metrics", host: host, peer: peer).status == .ok)
        for name in ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"] {
            let headers: HTTPFields = [try #require(HTTPField.Name(name)): "203.0.113.7"]
            #expect(try await ask(testRouter(), "/metrics", host: host, peer: peer, headers).status == .notFound)
        }
        // A proxy that hides itself passes the name on under which it was asked.
        #expect(try await ask(testRouter(), "/metrics", host: "www.example.kz", peer: peer).status == .notFound)
        #expect(try await ask(testRouter(), "/metrics", host: host, peer: "192.0.2.1").status == .notFound)
    }
}
