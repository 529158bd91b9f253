import Foundation
import Messages
import Policy
import Primitives
import Sending

extension House {
    /// Takes messages to the mail server and the SMS gateway, or to the outbox folder while they are not configured.
    static func deliverer(
        _ settings: Settings, _ edition: Edition, time: TimeSource
    ) throws -> @Sendable (Delivery) async -> DeliveryOutcome {
        let policy = edition.document.operatorRecord
        let from = try MailSender(address: settings.mail?.from ?? policy.email, name: policy.name[.ru])
        let folder = OutboxFolderSender(folder: "\(settings.data)/outbox", from: from, time: time)
        let email: any MessageSender = try settings.mail.map { try smtp($0, from: from, time: time) } ?? folder
        let telephone: any MessageSender = try settings.sms.map { try gateway($0) } ?? folder
        return { delivery in
            let sender = delivery.channel == .email ? email : telephone
            guard let message = OutboundMessage(delivery) else { return .failed("bad_address") }
            do throws(SendingError) {
                try await sender.send(message)
                return sender.delivers ? .sent : .unsent
            } catch {
                return error.isRetryable ? .retry("\(error.reason)") : .failed("\(error.reason)")
            }
        }
    }

    private static func smtp(_ mail: Settings.Mail, from: MailSender, time: TimeSource) throws -> SMTPSender {
        SMTPSender(
            try SMTPSettings(
                host: mail.host, port: mail.port, security: SMTPSettings.Security(rawValue: mail.tls) ?? .startTLS,
                user: mail.user, password: try mail.passwordFile.map { try SendingSecret(file: $0) }, from: from,
                authorities: mail.caFile), time: time)
    }

    private static func gateway(_ sms: Settings.SMS) throws -> SMSGatewaySender {
        let secret = try sms.headersFile.map { try SendingSecret(file: $0) }
        return SMSGatewaySender(
            try SMSGatewaySettings(
                url: sms.url, method: SMSGatewaySettings.Method(rawValue: sms.method) ?? .post,
                headers: secret == nil ? [] : [("Authorization", "{secret}")], format: .json, template: sms.body,
                success: sms.success, secret: secret))
    }
}

extension OutboundMessage {
    init?(_ delivery: Delivery) {
        let address = delivery.address.reveal()
        let recipient: Recipient?
        switch delivery.channel {
        case .email: recipient = EmailAddress(address).map(Recipient.email)
        case .sms: recipient = TelephoneNumber(e164: address).map(Recipient.telephone)
        }
        guard let recipient, let id = Identifier<OutboundMessage>(delivery.id.bytes) else { return nil }
        self.init(id: id, to: recipient, subject: delivery.subject, text: delivery.text)
    }
}
