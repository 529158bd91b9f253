import Foundation
import Primitives

/// Keeps messages as files while no mail server or gateway is configured. Nothing leaves the machine.
package struct OutboxFolderSender: MessageSender {
    private let folder: String
    private let from: MailSender
    private let time: TimeSource
    private let calls = BlockingCalls("saqta.outbox", atOnce: 1)

    /// - Parameter folder: made with the first message; only the server may read it.
    package init(folder: String, from: MailSender, time: TimeSource) {
        self.folder = folder
        self.from = from
        self.time = time
    }

    package var delivers: Bool { false }

    /// Writes `…-ID.eml` for an e-mail and `…-ID.txt` for a short message; the name begins with the time.
    package func send(_ message: OutboundMessage) async throws(SendingError) {
        let (folder, now) = (folder, time.now)
        let stamp = now.description.filter { $0 != "-" && $0 != ":" }
        let (ending, octets) = render(message, at: now)
        try await calls.run { () throws(SendingError) in
            try Self.write(octets, as: "\(stamp)-\(message.id).\(ending)", in: folder)
        }
    }

    private func render(_ message: OutboundMessage, at now: Instant) -> (ending: String, octets: Bytes) {
        switch message.recipient {
        case .email(let address):
            let mail = InternetMessage(
                from: from, to: address, subject: message.subject, text: message.text, id: message.id, date: now)
            return ("eml", mail.octets(.utf8, extra: [("X-Saqta-Not-Sent", "yes; no mail server is configured")]))
        case .telephone(let number):
            let text = "NOT SENT; no SMS gateway is configured\nTo: \(number.e164)\nDate: \(now)\n\n\(message.text)\n"
            return ("txt", Bytes(text.utf8))
        }
    }

    /// Whole or not at all: a reader never sees half a message.
    private static func write(_ octets: Bytes, as name: String, in folder: String) throws(SendingError) {
        let files = FileManager.default
        let final = "\(folder)/\(name)"
        let draft = "\(folder)/.\(name)"
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            guard files.createFile(atPath: draft, contents: Data(octets), attributes: [.posixPermissions: 0o600]) else {
                throw SendingError.retryable(.notWritten)
            }
            guard rename(draft, final) == 0 else { throw SendingError.retryable(.notWritten) }
        } catch {
            throw .retryable(.notWritten)
        }
    }
}
