import Crypto
import Permits
import Policy
import Primitives

/// A sitting of one person in one browser.
package struct Session: Sendable, Hashable {
    /// SHA-256 of the token in the cookie; the token itself is not stored.
    package let digest: Bytes
    package let subject: SubjectID?
    package let kind: Kind
    package let assurance: Assurance
    package let createdAt: Instant
    /// When it was last used, to the minute.
    package let seenAt: Instant
    package let expiresAt: Instant
    /// When the person last showed in it who they are; nil when only the browser has told so far.
    package let provedAt: Instant?
    /// By which representation somebody else acts for the person in it; nil when the person acts themselves.
    package var representation: Identifier<RepresentationRow>?

    package enum Kind: String, Sendable {
        /// Somebody who has asked for a code and is not known yet.
        case stranger
        /// Somebody who is filling in a registration.
        case registration
        /// A subject who has signed in.
        case account
        /// A member of staff.
        case staff

        /// How long a sitting may last in all.
        package var total: Span {
            switch self {
            case .stranger: .hours(1)
            case .registration: .days(7)
            case .account, .staff: .hours(12)
            }
        }
    }

    /// How long a sitting may last without a request.
    package struct IdleTerms: Sendable {
        /// Of subjects.
        package let account: Span
        /// Of staff.
        let staff: Span

        package init(_ terms: Terms) {
            account = terms.session.span
            staff = terms.staffSession.span
        }

        func span(_ kind: Kind) -> Span {
            switch kind {
            case .stranger: .minutes(30)
            // A registration is left and continued later; it lasts as long as a draft does.
            case .registration: .days(7)
            case .account: account
            case .staff: staff
            }
        }
    }

    /// How the person was recognised.
    package enum Assurance: String, Sendable {
        case none
        /// By the browser in which the registration was begun, or gone on with by the link of a programme that began it.
        case browser
        /// By a code to a telephone.
        case telephoneCode
        /// By a code to an e-mail address.
        case emailCode
        case password
        /// By password and second factor.
        case twoFactors
        /// By a one-time link and a password; the second factor is to be enrolled.
        case link
        /// By password, second factor still to come.
        case passwordOnly

        /// Whether data and documents may be shown, not the status alone.
        package var opensData: Bool {
            switch self {
            case .browser, .emailCode, .password, .twoFactors: true
            case .none, .telephoneCode, .passwordOnly, .link: false
            }
        }

        /// Whether the session began with the person's showing who they are.
        var isProof: Bool {
            switch self {
            case .telephoneCode, .emailCode, .password, .twoFactors: true
            case .none, .browser, .passwordOnly, .link: false
            }
        }
    }

    /// The digest under which a token is stored.
    package static func digest(of token: Bytes) -> Bytes { Bytes(SHA256.hash(data: token)) }
}
