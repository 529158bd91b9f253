import Foundation
import Primitives
import Sending
import Testing

@Suite("Mail server")
struct SMTPSenderTests {
    private struct Mail: Decodable {
        let helo: String
        let from: String
        let to: [String]
        let secure: Bool
        let user: String?
        let headers: [[String]]
        let text: String
        let defects: [String]
        let longest: Int
        let ascii: Bool

        func header(_ name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }
    }

    private static let kazakh = "Сізге хабарлама келді: әғқңөұүһі — өтінішіңіз қаралды, жауабын жеке бөлмеңізден оқыңыз"

    @Test(
        "takes a message by STARTTLS and login, and a parser reads back what was written",
        arguments: ["starttls", "implicit"])
    func delivers(tls: String) async throws {
        try await LocalServer.run("mail", ["--tls", tls, "--login", "saqta:p w:қ"]) { server in
            let sender = try sender(server, tls, user: "saqta", password: "p w:қ\n")
            let text = "Сәлеметсіз бе!\n.\nhttps://saqta.example/kk/account\n" + String(repeating: "ұзын ", count: 300)
            try await sender.send(Samples.email(subject: Self.kazakh, text: text))
            let mail = try #require(try server.received(Mail.self).first)
            #expect(mail.secure && mail.user == "saqta" && mail.ascii && mail.longest <= 76)
            #expect(mail.helo == "saqta.example")
            #expect(mail.from == "no-reply@saqta.example" && mail.to == ["aru@example.kz"])
            #expect(mail.header("Subject") == [Self.kazakh])
            #expect(
                mail.header("From") == ["\"Сайт «Сақта»\" <no-reply@saqta.example>"]
                    || mail.header("From") == ["Сайт «Сақта» <no-reply@saqta.example>"])
            #expect(mail.header("To") == ["aru@example.kz"] || mail.header("To") == ["<aru@example.kz>"])
            #expect(mail.header("Date") == ["Tue, 24 Nov 2026 09:05:00 +0000"])
            #expect(mail.header("Message-ID") == ["<00112233445566778899aabbccddeeff@saqta.example>"])
            #expect(mail.header("Auto-Submitted") == ["auto-generated"])
            #expect(
                mail.text.replacing("\r\n", with: "\n") == text + "\n"
                    || mail.text.replacing("\r\n", with: "\n") == text)
            #expect(mail.defects.isEmpty)
        }
    }

    @Test(
        "a subject or a name cannot bring a header with it",
        arguments: [
            "Code\r\nBcc: x@example.kz", "Code\nBcc: x@example.kz", "Код\r\n\r\ntext", "a\u{2028}Bcc: x@example.kz",
        ])
    func injection(subject: String) async throws {
        try await LocalServer.run("mail") { server in
            let sender = try sender(server, "none", name: subject)
            try await sender.send(Samples.email(subject: subject, text: "text"))
            let mail = try #require(try server.received(Mail.self).first)
            #expect(mail.headers.count == 9)
            #expect(mail.header("Bcc").isEmpty && mail.to == ["aru@example.kz"])
            #expect(mail.text.trimmingCharacters(in: .newlines) == "text")
        }
    }

    @Test("does not speak to a server whose certificate a stranger signed")
    func stranger() async throws {
        try await LocalServer.run("mail", ["--tls", "starttls"]) { server in
            let sender = try sender(server, "starttls", authority: "other.pem")
            await #expect(throws: SendingError.retryable(.notSecure)) {
                try await sender.send(Samples.email(subject: "a", text: "b"))
            }
            #expect(try server.received(Mail.self).isEmpty)
        }
    }

    @Test("does not go on in the clear when the server offers no TLS")
    func downgrade() async throws {
        try await LocalServer.run("mail") { server in
            let sender = try sender(server, "starttls")
            await #expect(throws: SendingError.retryable(.notSecure)) {
                try await sender.send(Samples.email(subject: "a", text: "b"))
            }
            #expect(try server.received(Mail.self).isEmpty)
        }
    }

    @Test("keeps the message for later when the password is wrong")
    func wrongPassword() async throws {
        try await LocalServer.run("mail", ["--tls", "starttls", "--login", "saqta:right"]) { server in
            let sender = try sender(server, "starttls", user: "saqta", password: "wrong", total: 3_000)
            await #expect(throws: SendingError.retryable(.loginRefused)) {
                try await sender.send(Samples.email(subject: "a", text: "b"))
            }
            #expect(try server.received(Mail.self).isEmpty)
        }
    }

    @Test(
        "a lasting no ends the message, a passing one keeps it",
        arguments: [
            ("550 5.1.1 no such user", SendingError.permanent(.refused(status: 550))),
            ("451 4.7.1 later", SendingError.retryable(.refused(status: 451))),
            ("530 5.7.0 log in", SendingError.retryable(.loginRefused)),
        ])
    func refused(reply: String, expected: SendingError) async throws {
        try await LocalServer.run("mail", ["--refuse", reply]) { server in
            let sender = try sender(server, "none")
            let error = await #expect(throws: SendingError.self) {
                try await sender.send(Samples.email(subject: "a", text: "b"))
            }
            #expect(error == expected)
            #expect(!String(reflecting: error).contains("aru"))
        }
    }

    @Test("keeps the message when nobody listens")
    func nobody() async throws {
        let port = try await LocalServer.run("mail") { $0.port }
        let settings = try SMTPSettings(
            host: "127.0.0.1", port: port, security: .none, user: nil, password: nil, from: Samples.sender())
        await #expect(throws: SendingError.retryable(.unreachable)) {
            try await SMTPSender(settings, time: Samples.clock).send(Samples.email(subject: "a", text: "b"))
        }
    }

    @Test("has no way to a telephone")
    func wrongChannel() async throws {
        let settings = try SMTPSettings(
            host: "localhost", port: 25, security: .none, user: nil, password: nil, from: Samples.sender())
        await #expect(throws: SendingError.permanent(.wrongChannel)) {
            try await SMTPSender(settings, time: Samples.clock).send(Samples.short("a"))
        }
    }

    private func sender(
        _ server: LocalServer, _ tls: String, user: String? = nil, password: String? = nil,
        name: String = "Сайт «Сақта»",
        authority: String = "ca.pem", total: Int = 20_000
    ) throws -> SMTPSender {
        let secret = try password.map { try SendingSecret(file: server.secretFile($0)) }
        let settings = try SMTPSettings(
            host: "127.0.0.1", port: server.port, security: #require(SMTPSettings.Security(rawValue: tls)), user: user,
            password: secret, from: Samples.sender(name), authorities: server.folder.appending(path: authority).path,
            limits: TransferLimits(connect: 5_000, total: total))
        return SMTPSender(settings, time: Samples.clock)
    }
}
