import CCurl
import Primitives

/// Hands short messages to a provider's HTTP interface.
package struct SMSGatewaySender: MessageSender {
    /// An answer longer than this is not one of a gateway.
    private static let longestAnswer = 65_536

    private let settings: SMSGatewaySettings
    private let calls: BlockingCalls

    /// - Parameter atOnce: requests at the same time.
    package init(_ settings: SMSGatewaySettings, atOnce: Int = 4) {
        self.settings = settings
        calls = BlockingCalls("saqta.sms", atOnce: atOnce)
    }

    package var delivers: Bool { true }

    package func send(_ message: OutboundMessage) async throws(SendingError) {
        guard case .telephone(let number) = message.recipient else { throw .permanent(.wrongChannel) }
        let settings = settings
        try await calls.run { () throws(SendingError) in
            let transfer = try Transfer(limits: settings.limits, authorities: settings.authorities)
            transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
            transfer.set(CURLOPT_URL, settings.url)
            transfer.post(Bytes(Self.body(settings, message, number).utf8))
            transfer.set(CURLOPT_CUSTOMREQUEST, settings.method.rawValue)
            // An empty "Expect" keeps libcurl from asking for leave first, which small gateways never give.
            transfer.set(CURLOPT_HTTPHEADER, settings.lines() + ["Expect:"])
            let (outcome, answer) = transfer.receive(atMost: Self.longestAnswer)
            try Self.judge(outcome, answer, settings.pattern)
        }
    }

    private static func body(
        _ settings: SMSGatewaySettings, _ message: OutboundMessage, _ number: TelephoneNumber
    ) -> String {
        settings.template.filled { placeholder in
            switch placeholder {
            case .to: number.e164
            case .digits: number.digits
            case .text: message.text
            case .id: message.id.description
            case .secret: settings.secret?.text ?? ""
            }
        }
    }

    /// A status about our account or the gateway's health may change; another refusal is about this message.
    private static func judge(
        _ outcome: TransferOutcome, _ answer: Bytes, _ pattern: String?
    ) throws(SendingError) {
        if let failure = outcome.failure { throw .retryable(failure) }
        switch outcome.status {
        case 200...299: break
        case 401, 403, 407: throw .retryable(.loginRefused)
        case 408, 425, 429, 500...: throw .retryable(.refused(status: outcome.status))
        default: throw .permanent(.refused(status: outcome.status))
        }
        guard let pattern else { return }
        let text = String(decoding: answer, as: UTF8.self)
        guard let expected = try? Regex(pattern), text.firstMatch(of: expected) != nil else {
            throw .retryable(.notConfirmed)
        }
    }
}
