import Primitives

/// Why something cannot be done with a request or a block.
package enum RightsRefusal: Refusal, Hashable {
    /// There is no such request, or no registration of that number.
    case noRequest, noCase
    /// It is closed already.
    case closed
    /// The law pack knows no such request.
    case noSuchKind
    /// So many requests of the person wait already.
    case tooMany
    /// Nothing is written where words are needed.
    case noWords
    /// What is written is too long.
    case longWords
    /// The law pack gives no such ground for this kind.
    case noGround
    /// A day of receipt that is still to come, or more than a year ago.
    case wrongDay
    /// The data are blocked already, or are not.
    case blockedAlready, notBlocked
    /// Nothing can be sealed for what was given as a recipient of age.
    case noRecipient
    /// The registered person has confirmed another address than whoever asks.
    case contactDiffers
    /// It is the member of staff's own; another person handles it.
    case own
    /// Somebody has prepared the destruction already.
    case preparedAlready
    /// The operator blocked the data, and the operator ends it.
    case blockedByOperator

    package var kind: RefusalKind {
        switch self {
        case .noRequest, .noCase: .notFound
        case .closed, .blockedAlready, .notBlocked, .preparedAlready: .conflict
        case .tooMany: .tooMany
        case .blockedByOperator, .own: .forbidden
        case .noSuchKind, .noWords, .longWords, .noGround, .wrongDay, .noRecipient, .contactDiffers: .invalid
        }
    }
}
