import Foundation
import Primitives

/// An e-mail as octets: the Internet Message Format (RFC 5322) with plain text in UTF-8 (RFC 2045).
struct InternetMessage {
    let from: MailSender
    let to: EmailAddress
    let subject: String
    let text: String
    let id: Identifier<OutboundMessage>
    let date: Instant

    /// How letters outside ASCII are written.
    enum Style {
        /// Encoded words and base64, which every server passes on.
        case ascii
        /// As they are (RFC 6532), for a file that a person opens.
        case utf8
    }

    /// - Parameter extra: more header lines; names and values are constants of the code.
    func octets(_ style: Style, extra: [(String, String)] = []) -> Bytes {
        var lines = [
            "From: \(from.header(style))", "To: <\(to.mailbox)>", "Subject: \(HeaderText(subject).encoded(style))",
            "Date: \(Self.format(date))", "Message-ID: <\(id)@\(from.address.domain)>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: \(style == .ascii ? "base64" : "8bit")",
            // RFC 3834: no holiday answers to a machine.
            "Auto-Submitted: auto-generated",
        ]
        lines += extra.map { "\($0.0): \($0.1)" }
        let body = text.split(separator: #/\r\n|\r|\n/#, omittingEmptySubsequences: false).joined(separator: "\r\n")
        lines.append("")
        switch style {
        case .ascii:
            lines.append(
                Data(body.utf8).base64EncodedString(
                    options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]))
        case .utf8: lines.append(body)
        }
        return Bytes((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    /// `Tue, 24 Nov 2026 09:05:00 +0000`: RFC 5322, section 3.3, in UTC.
    private static func format(_ instant: Instant) -> String {
        let day = Day(of: instant, hoursEast: 0)
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday - 1]
        let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][day.month - 1]
        let time = instant.description.suffix(9).prefix(8)
        return "\(weekday), \(day.day) \(month) \(day.year) \(time) +0000"
    }
}

/// Whom messages come from.
package struct MailSender: Hashable, Sendable {
    let name: String
    let address: EmailAddress

    /// - Parameter name: shown before the address; may be empty.
    package init(name: String, address: EmailAddress) {
        self.name = name
        self.address = address
    }

    /// - Throws: ``SendingSettingsError/badAddress`` when `address` is no e-mail address in ASCII.
    package init(address: String, name: String) throws(SendingSettingsError) {
        guard let address = EmailAddress(address) else { throw .badAddress }
        self.init(name: name, address: address)
    }

    func header(_ style: InternetMessage.Style) -> String {
        name.isEmpty ? "<\(address.mailbox)>" : "\(HeaderText(name).phrase(style)) <\(address.mailbox)>"
    }
}
