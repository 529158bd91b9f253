import Primitives
import Sending
import Testing

/// Messages to invented people.
enum Samples {
    static let now = Instant(seconds: 1_795_511_100)
    static let clock = TimeSource { now }

    static func email(_ address: String = "aru@example.kz", subject: String, text: String) throws -> OutboundMessage {
        OutboundMessage(
            id: try #require(Identifier("00112233445566778899aabbccddeeff")),
            to: .email(try #require(EmailAddress(address))), subject: subject, text: text)
    }

    static func short(_ text: String) throws -> OutboundMessage {
        OutboundMessage(
            id: try #require(Identifier("00112233445566778899aabbccddeeff")),
            to: .telephone(try #require(TelephoneNumber(e164: "+77770000001"))), subject: "", text: text)
    }

    static func sender(_ name: String = "Сайт «Сақта»") throws -> MailSender {
        MailSender(name: name, address: try #require(EmailAddress("no-reply@saqta.example")))
    }
}
