import Foundation
import Primitives
import Sending
import Testing

@Suite("SMS gateway")
struct SMSGatewaySenderTests {
    private struct Call: Decodable {
        let method: String
        let path: String
        let headers: [String: String]
        let body: String
    }

    private static let nasty = "\"}, {\"to\": \"{to}\\\n& text=x+%41 құпия 🦊"

    @Test("a text cannot end the JSON string it stands in")
    func json() async throws {
        try await LocalServer.run("sms") { server in
            let settings = try SMSGatewaySettings(
                url: "http://127.0.0.1:\(server.port)/send",
                headers: [("Authorization", "Bearer {secret}")], format: .json,
                template: #"{"to": "{to}", "n": "{digits}", "message": {"text": "{text}"}, "key": "{id}"}"#,
                success: #""status":\s*"accepted""#, secret: SendingSecret(file: server.secretFile("t0ken")))
            try await SMSGatewaySender(settings).send(Samples.short(Self.nasty))
            let call = try #require(try server.received(Call.self).first)
            #expect(call.method == "POST" && call.path == "/send")
            #expect(call.headers["content-type"] == "application/json")
            #expect(call.headers["authorization"] == "Bearer t0ken")
            let body = try JSONDecoder().decode(Body.self, from: Data(call.body.utf8))
            #expect(
                body
                    == Body(
                        to: "+77770000001", n: "77770000001", message: .init(text: Self.nasty),
                        key: "00112233445566778899aabbccddeeff"))
            #expect(!String(reflecting: settings).contains("t0ken"))
        }
    }

    private struct Body: Decodable, Equatable {
        let to: String
        let n: String
        let message: Message
        let key: String
        struct Message: Decodable, Equatable { let text: String }
    }

    @Test("a text cannot end the form value it stands in")
    func form() async throws {
        try await LocalServer.run("sms", ["--answer", "OK - 1 SMS"]) { server in
            let settings = try SMSGatewaySettings(
                url: "http://127.0.0.1:\(server.port)/", method: .put, format: .form,
                template: "psw={secret}&phones={to}&mes={text}&charset=utf-8", success: "^OK",
                secret: SendingSecret(file: server.secretFile("a&b=c")))
            try await SMSGatewaySender(settings).send(Samples.short(Self.nasty))
            let call = try #require(try server.received(Call.self).first)
            #expect(call.method == "PUT" && call.headers["content-type"] == "application/x-www-form-urlencoded")
            let items = call.body.split(separator: "&", omittingEmptySubsequences: false).map {
                $0.split(separator: "=")
            }
            #expect(items.map { $0[0] } == ["psw", "phones", "mes", "charset"])
            #expect(items.map { $0[1].removingPercentEncoding } == ["a&b=c", "+77770000001", Self.nasty, "utf-8"])
        }
    }

    @Test(
        "tells what may work later from what never will",
        arguments: [
            (["--status", "400"], SendingError.permanent(.refused(status: 400))),
            (["--status", "302"], .permanent(.refused(status: 302))),
            (["--status", "401"], .retryable(.loginRefused)),
            (["--status", "429"], .retryable(.refused(status: 429))),
            (["--status", "503"], .retryable(.refused(status: 503))),
            (["--answer", "ERROR = 3 (no money)"], .retryable(.notConfirmed)),
            (["--pad", "80000"], .retryable(.interrupted(code: 23))),
            (["--silent"], .retryable(.timedOut)),
        ])
    func refused(server arguments: [String], expected: SendingError) async throws {
        try await LocalServer.run("sms", arguments) { server in
            let settings = try SMSGatewaySettings(
                url: "http://127.0.0.1:\(server.port)/", format: .form, template: "to={digits}&text={text}",
                success: "accepted",
                limits: TransferLimits(connect: 5_000, total: arguments == ["--silent"] ? 300 : 20_000))
            let error = await #expect(throws: SendingError.self) {
                try await SMSGatewaySender(settings).send(Samples.short("code 000000"))
            }
            #expect(error == expected)
        }
    }

    @Test("has no way to an e-mail address")
    func wrongChannel() async throws {
        let settings = try SMSGatewaySettings(url: "https://sms.example/", format: .form, template: "{to}{text}")
        await #expect(throws: SendingError.permanent(.wrongChannel)) {
            try await SMSGatewaySender(settings).send(Samples.email(subject: "a", text: "b"))
        }
    }
}
