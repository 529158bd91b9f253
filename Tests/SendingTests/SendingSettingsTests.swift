import Foundation
import Sending
import Testing

@Suite("Sending settings")
struct SendingSettingsTests {
    @Test("refuse a sender without an address")
    func sender() {
        #expect(throws: SendingSettingsError.badAddress) { try MailSender(address: "saqta", name: "Сақта") }
    }

    @Test("addresses print as dots")
    func prints() throws {
        let message = try Samples.email(subject: "a", text: "b")
        #expect(!String(reflecting: message).contains("aru"))
        #expect(!String(reflecting: try Samples.short("b")).contains("7777"))
    }

    @Test(
        "refuse a mail server beyond this machine without encryption",
        arguments: ["mail.example", "10.0.0.1", "128.0.0.1", "127.0.0.1.example", "::2", "127.1"])
    func plaintext(host: String) throws {
        #expect(throws: SendingSettingsError.plaintextBeyondLoopback) { try smtp(host) }
        #expect(throws: Never.self) { try smtp(host, security: .startTLS) }
    }

    @Test("take this machine without encryption", arguments: ["localhost", "127.0.0.1", "127.9.9.9", "::1", "[::1]"])
    func loopback(host: String) {
        #expect(throws: Never.self) { try smtp(host) }
    }

    @Test("refuse what is no host or port", arguments: ["", "a b", "a/b", "user@host", "a\r\nb", "хост", "a:25"])
    func hosts(host: String) {
        #expect(throws: SendingSettingsError.badHost) { try smtp(host, security: .startTLS) }
        #expect(throws: SendingSettingsError.badPort) { try smtp("localhost", port: 70_000) }
    }

    @Test("refuse a secret that others can read, or that is none")
    func secrets() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "saqta-secrets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func secret(_ text: String, mode: Int) throws -> SendingSecret {
            let path = folder.appending(path: UUID().uuidString).path
            try #require(
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: mode]))
            return try SendingSecret(file: path)
        }
        #expect("\(try secret("s3cret\n", mode: 0o600))" == "•••")
        #expect(throws: Never.self) { try secret("s3cret", mode: 0o400) }
        #expect(throws: SendingSettingsError.secretReadableByOthers) { try secret("s3cret", mode: 0o640) }
        #expect(throws: SendingSettingsError.secretReadableByOthers) { try secret("s3cret", mode: 0o604) }
        #expect(throws: SendingSettingsError.badSecret) { try secret("\n", mode: 0o600) }
        #expect(throws: SendingSettingsError.badSecret) { try secret("a\nb", mode: 0o600) }
        #expect(throws: SendingSettingsError.badSecret) { try SendingSecret(file: folder.path) }
        #expect(throws: SendingSettingsError.badSecret) { try SendingSecret(file: folder.path + "/none") }
    }

    @Test(
        "refuse a template that cannot work",
        arguments: [
            "", "{\"to\":\"{to}\"}", "{\"text\":\"{text}\"}", "{\"to\":\"{to}\",\"text\":{texts}}", "{to} {text}",
        ])
    func templates(text: String) {
        #expect(throws: SendingSettingsError.badTemplate) {
            try SMSGatewaySettings(url: "https://sms.example/", format: .json, template: text)
        }
    }

    @Test(
        "refuse a gateway that is none",
        arguments: [
            ("http://sms.example/", SendingSettingsError.plaintextBeyondLoopback), ("ftp://sms.example/", .badURL),
            ("https://user:pass@sms.example/", .badURL), ("https://sms.example/ x", .badURL), ("", .badURL),
            ("file:///etc/passwd", .badURL),
        ])
    func gateways(url: String, expected: SendingSettingsError) {
        #expect(throws: expected) { try SMSGatewaySettings(url: url, format: .form, template: "{to}{text}") }
    }

    @Test("refuse headers, patterns and secrets that do not fit")
    func details() {
        func gateway(_ header: (String, String), success: String? = nil) throws -> SMSGatewaySettings {
            try SMSGatewaySettings(
                url: "https://sms.example/", headers: [header], format: .form, template: "{to}{text}", success: success)
        }
        #expect(throws: Never.self) { try gateway(("X-Key", "1"), success: "ok|OK") }
        #expect(throws: SendingSettingsError.badHeader) { try gateway(("X-Key", "1\r\nX-Other: 2")) }
        #expect(throws: SendingSettingsError.badHeader) { try gateway(("X Key", "1")) }
        #expect(throws: SendingSettingsError.badHeader) { try gateway(("Content-Type", "text/plain")) }
        #expect(throws: SendingSettingsError.incompleteLogin) { try gateway(("X-Key", "{secret}")) }
        #expect(throws: SendingSettingsError.badPattern) { try gateway(("X-Key", "1"), success: "(") }
    }

    private func smtp(
        _ host: String, port: Int = 25, security: SMTPSettings.Security = .none
    ) throws -> SMTPSettings {
        try SMTPSettings(
            host: host, port: port, security: security, user: nil, password: nil, from: Samples.sender())
    }
}
