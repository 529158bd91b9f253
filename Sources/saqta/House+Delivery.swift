import Foundation
import Messages
import Policy
import Primitives
import Sending
import Synchronization

extension House {
    /// Takes messages to the mail server and the SMS gateway, or to the outbox folder while they are not configured.
    static func deliverer(
        _ settings: Settings, _ inForce: EditionInForce, time: TimeSource
    ) throws -> @Sendable (Delivery) async -> DeliveryOutcome {
        let senders = try Senders(settings, inForce.last.document.operatorRecord, time: time)
        return { delivery in
            do {
                let sender = try senders.sender(delivery.channel, for: try await inForce.look().document.operatorRecord)
                guard let message = OutboundMessage(delivery) else { return .failed("bad_address") }
                try await sender.send(message)
                return sender.delivers ? .sent : .unsent
            } catch let error as SendingError {
                return error.isRetryable ? .retry("\(error.reason)") : .failed("\(error.reason)")
            } catch {
                return .retry("no_sender")
            }
        }
    }
}

/// The ways out of the house, under the name that the operator has in the policy in force.
private final class Senders: Sendable {
    private let settings: Settings
    private let password: SendingSecret?
    private let time: TimeSource
    private let gateway: SMSGatewaySender?
    private let made: Mutex<(from: Operator, email: any MessageSender, folder: OutboxFolderSender)>

    /// - Throws: what is wrong with the settings: that is told at the start, not with the first message.
    init(_ settings: Settings, _ record: Operator, time: TimeSource) throws {
        self.settings = settings
        self.time = time
        password = try settings.mail?.passwordFile.map { try SendingSecret(file: $0) }
        gateway = try settings.sms.map { try Self.gateway($0) }
        made = Mutex(try Self.make(settings, record, password, time))
    }

    func sender(_ channel: MessageChannel, for record: Operator) throws -> any MessageSender {
        try made.withLock { made in
            if made.from != record { made = try Self.make(settings, record, password, time) }
            if channel == .email { return made.email }
            if let gateway { return gateway }
            return made.folder
        }
    }

    private static func make(
        _ settings: Settings, _ record: Operator, _ password: SendingSecret?, _ time: TimeSource
    ) throws -> (from: Operator, email: any MessageSender, folder: OutboxFolderSender) {
        let from = try MailSender(address: settings.mail?.from ?? record.email, name: record.name[.ru])
        let folder = OutboxFolderSender(folder: "\(settings.data)/outbox", from: from, time: time)
        guard let mail = settings.mail else { return (record, folder, folder) }
        let server = try SMTPSettings(
            host: mail.host, port: mail.port, security: SMTPSettings.Security(rawValue: mail.tls) ?? .startTLS,
            user: mail.user, password: password, from: from, authorities: mail.caFile)
        return (record, SMTPSender(server, time: time), folder)
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
