import Primitives

/// Why a message did not leave. No case can hold an address or a text, so it may be logged and shown.
package enum SendingError: Refusal, Hashable {
    /// It may work later: keep the message and try again.
    case retryable(Reason)
    /// It will never work for this message.
    case permanent(Reason)

    package enum Reason: Hashable, Sendable {
        /// The host has no address, or nobody answers there.
        case unreachable
        case timedOut
        /// No encryption, or a certificate that the configured authorities did not sign for this host.
        case notSecure
        /// The user or the password was not accepted.
        case loginRefused
        /// The other side answered no, with this status of SMTP (RFC 5321) or HTTP (RFC 9110).
        case refused(status: Int)
        /// The gateway's answer does not look like success.
        case notConfirmed
        /// This way does not lead to this kind of address.
        case wrongChannel
        /// The folder could not be written.
        case notWritten
        /// libcurl stopped with this code.
        case interrupted(code: Int)
    }

    package var reason: Reason {
        switch self {
        case .retryable(let reason), .permanent(let reason): reason
        }
    }

    package var isRetryable: Bool {
        if case .retryable = self { true } else { false }
    }

    package var kind: RefusalKind { .unavailable }
}

/// What is wrong with the settings of a way out; found at start.
package enum SendingSettingsError: Error, Hashable, Sendable {
    /// Not a host name or an address in digits.
    case badHost
    case badPort
    /// The sender's own address is no e-mail address.
    case badAddress
    /// Only servers on this machine may be spoken to without encryption.
    case plaintextBeyondLoopback
    /// The secret file cannot be read, is empty, too long, or holds control characters.
    case badSecret
    /// The secret file can be read by others: its mode must be 0600 or 0400.
    case secretReadableByOthers
    /// A user without a password or the reverse.
    case incompleteLogin
    case badURL
    case badHeader
    /// The template has an unknown placeholder, lacks `{text}` or the number, or is no JSON.
    case badTemplate
    /// The success pattern is no regular expression.
    case badPattern
}
