import CCurl
import Primitives

/// Sends e-mail through a mail server (SMTP, RFC 5321) with libcurl.
package struct SMTPSender: MessageSender {
    private let settings: SMTPSettings
    private let time: TimeSource
    private let calls: BlockingCalls

    /// - Parameter atOnce: connections at the same time.
    package init(_ settings: SMTPSettings, time: TimeSource, atOnce: Int = 4) {
        self.settings = settings
        self.time = time
        calls = BlockingCalls("saqta.smtp", atOnce: atOnce)
    }

    package var delivers: Bool { true }

    package func send(_ message: OutboundMessage) async throws(SendingError) {
        guard case .email(let address) = message.recipient else { throw .permanent(.wrongChannel) }
        let (settings, now) = (settings, time.now)
        try await calls.run { () throws(SendingError) in
            let mail = InternetMessage(
                from: settings.from, to: address, subject: message.subject, text: message.text, id: message.id,
                date: now)
            let transfer = try Self.transfer(settings, to: address)
            try Self.judge(transfer.upload(mail.octets(.ascii)))
        }
    }

    private static func transfer(_ settings: SMTPSettings, to address: EmailAddress) throws(SendingError) -> Transfer {
        let transfer = try Transfer(limits: settings.limits, authorities: settings.authorities)
        let scheme = settings.security == .implicit ? "smtps" : "smtp"
        transfer.set(CURLOPT_PROTOCOLS_STR, scheme)
        // The path is the name given in EHLO; without one libcurl would tell this machine's.
        transfer.set(
            CURLOPT_URL, "\(scheme)://\(settings.host.inURL):\(settings.port)/\(settings.from.address.domain)")
        transfer.set(
            CURLOPT_USE_SSL, Int((settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        if let (user, password) = settings.login {
            transfer.set(CURLOPT_USERNAME, user)
            transfer.set(CURLOPT_PASSWORD, password.text)
        }
        transfer.set(CURLOPT_MAIL_FROM, "<\(settings.from.address.mailbox)>")
        transfer.set(CURLOPT_MAIL_RCPT, ["<\(address.mailbox)>"])
        return transfer
    }

    /// A reply of 5xx ends the message, but for those that say "log in first": they are about us, not about it.
    private static func judge(_ outcome: TransferOutcome) throws(SendingError) {
        guard let failure = outcome.failure else { return }
        switch (failure, outcome.status) {
        case (.timedOut, _), (.unreachable, _), (.notSecure, _), (.loginRefused, _): throw .retryable(failure)
        case (_, 530), (_, 534), (_, 535), (_, 538): throw .retryable(.loginRefused)
        case (_, 500...599): throw .permanent(.refused(status: outcome.status))
        case (_, 400...499): throw .retryable(.refused(status: outcome.status))
        default: throw .retryable(failure)
        }
    }
}
