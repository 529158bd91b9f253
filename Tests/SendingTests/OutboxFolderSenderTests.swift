import Foundation
import Sending
import Testing

@Suite("Outbox folder")
struct OutboxFolderSenderTests {
    @Test("keeps messages readable, marked as not sent, for the server alone")
    func keeps() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "saqta-outbox-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let outbox = OutboxFolderSender(folder: folder.path, from: try Samples.sender(), time: Samples.clock)
        #expect(!outbox.delivers)
        try await outbox.send(Samples.email(subject: "Код\r\nBcc: x@y.kz", text: "Код: 123456\nhttps://saqta.example/"))
        try await outbox.send(Samples.short("Код: 654321"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let stem = "20261124T090500Z-00112233445566778899aabbccddeeff"
        #expect(names == ["\(stem).eml", "\(stem).txt"])
        let mail = try String(contentsOf: folder.appending(path: "\(stem).eml"), encoding: .utf8)
        #expect(mail.contains("\r\nX-Saqta-Not-Sent: yes"))
        #expect(mail.contains("\r\nTo: <aru@example.kz>\r\n"))
        #expect(mail.contains("\r\nSubject: Код  Bcc: x@y.kz\r\n"))
        #expect(mail.hasSuffix("\r\n\r\nКод: 123456\r\nhttps://saqta.example/\r\n"))
        let short = try String(contentsOf: folder.appending(path: "\(stem).txt"), encoding: .utf8)
        #expect(short.hasPrefix("NOT SENT"))
        #expect(short.contains("To: +77770000001\n") && short.hasSuffix("\n\nКод: 654321\n"))
        for path in [folder.path, folder.appending(path: names[0]).path, folder.appending(path: names[1]).path] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect(try #require(mode).intValue & 0o077 == 0)
        }
    }

    @Test("says so when the folder cannot be written")
    func blocked() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "saqta-file-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let outbox = OutboxFolderSender(folder: file.path, from: try Samples.sender(), time: Samples.clock)
        await #expect(throws: SendingError.retryable(.notWritten)) { try await outbox.send(Samples.short("a")) }
    }

    @Test("each channel goes its own way")
    func channels() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "saqta-channels-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let from = try Samples.sender()
        let sender = ChannelSender(
            email: OutboxFolderSender(folder: folder.path + "/mail", from: from, time: Samples.clock),
            telephone: OutboxFolderSender(folder: folder.path + "/short", from: from, time: Samples.clock))
        try await sender.send(Samples.email(subject: "a", text: "b"))
        try await sender.send(Samples.short("c"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/mail").count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/short").count == 1)
    }
}
