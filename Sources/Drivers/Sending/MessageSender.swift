import Primitives

/// A way for messages out of the house.
package protocol MessageSender: Sendable {
    /// False when messages are only kept for the administrator and reach nobody.
    var delivers: Bool { get }

    /// Hands `message` over; returns once the other side has taken it.
    ///
    /// A message may arrive twice when the answer to it was lost; its identifier is the same then.
    func send(_ message: OutboundMessage) async throws(SendingError)
}

/// A message ready to leave. It carries no personal data but its address.
package struct OutboundMessage: Sendable {
    /// Stays the same when the message is sent again, so that receivers can tell.
    package let id: Identifier<OutboundMessage>
    package let recipient: Recipient
    /// The subject of an e-mail; not part of a short message.
    package let subject: String
    /// Plain text; lines end in `\n`.
    package let text: String

    package init(id: Identifier<OutboundMessage>, to recipient: Recipient, subject: String, text: String) {
        self.id = id
        self.recipient = recipient
        self.subject = subject
        self.text = text
    }

    package enum Recipient: Hashable, Sendable {
        case email(EmailAddress)
        case telephone(TelephoneNumber)
    }
}

/// One way for e-mail and one for short messages, as one.
package struct ChannelSender: MessageSender {
    private let email: any MessageSender
    private let telephone: any MessageSender

    package init(email: any MessageSender, telephone: any MessageSender) {
        self.email = email
        self.telephone = telephone
    }

    /// True when both ways deliver; ask the ways themselves for one of them.
    package var delivers: Bool { email.delivers && telephone.delivers }

    package func send(_ message: OutboundMessage) async throws(SendingError) {
        switch message.recipient {
        case .email: try await email.send(message)
        case .telephone: try await telephone.send(message)
        }
    }
}
