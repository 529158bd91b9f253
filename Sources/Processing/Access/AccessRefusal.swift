import Primitives

/// Why somebody is not let in, or gets no code.
package enum AccessRefusal: Refusal, Hashable {
    /// There is no session, or it has ended.
    case noSession
    /// The code is wrong, used, too old, or was never sent: one answer for all.
    case wrongCode(triesLeft: Int)
    /// A code was sent less than a minute ago.
    case tooSoon(Instant)
    /// The one who asks has asked for five codes within an hour.
    case tooManyCodes(Instant)
    /// Address and password, or second factor, do not fit: one answer for all.
    case wrongCredentials
    /// Too many wrong passwords; the account opens again at the instant.
    case locked(Instant)
    /// The password is not acceptable.
    case weakPassword(String)
    /// What was signed in with is not enough for this.
    case needsMore
    /// Who it is was shown too long ago for this.
    case needsProof
    /// What was entered is no e-mail address and no telephone number.
    case notAnAddress

    package var kind: RefusalKind {
        switch self {
        case .noSession: .unauthenticated
        case .wrongCode, .wrongCredentials, .weakPassword, .notAnAddress: .invalid
        case .tooSoon, .tooManyCodes, .locked: .tooMany
        case .needsMore, .needsProof: .forbidden
        }
    }
}
