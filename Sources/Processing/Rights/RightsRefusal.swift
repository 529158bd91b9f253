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
    /// The ground is an unfulfilled obligation, and the person has no order that is not ended.
    case noOrder
    /// A day of receipt that is still to come, or more than a year ago.
    case wrongDay
    /// The data are blocked already, or are not.
    case blockedAlready, notBlocked
    /// Nothing can be sealed for what was given as a recipient of age.
    case noRecipient
    /// The registered person has confirmed another address than whoever asks.
    case contactDiffers
    /// What is said to tell who asks does not go with the way in which the request came.
    case noEvidence
    /// Nothing told that the person makes the request.
    case unproven
    /// No consent is named that is to be withdrawn.
    case noConsent
    /// It is the member of staff's own; another person handles it.
    case own
    /// Somebody has prepared the destruction already.
    case preparedAlready
    /// The data are held from destruction, after an article.
    case held(article: String)
    /// Who put a hold on does not release it.
    case ownHold
    /// No number of a case or an order is given.
    case noReference
    /// Nothing else is proposed than what stands in the record.
    case nothingChanged
    /// The registration is a draft, which the person corrects at once.
    case stillDraft
    /// The operator blocked the data, and the operator ends it.
    case blockedByOperator
    /// The person blocked the data, and has no open request to unblock them.
    case ownBlock
    /// The block is ended on the request on which it was put on, or on an open one about blocking.
    case notAskedFor

    package var kind: RefusalKind {
        switch self {
        case .noRequest, .noCase: .notFound
        case .closed, .blockedAlready, .notBlocked, .preparedAlready, .held, .stillDraft: .conflict
        case .tooMany: .tooMany
        case .blockedByOperator, .own, .ownHold, .ownBlock, .notAskedFor, .unproven: .forbidden
        case .noSuchKind, .noWords, .longWords, .noGround, .noOrder, .noReference, .wrongDay, .noRecipient, .noConsent,
            .contactDiffers, .noEvidence, .nothingChanged:
            .invalid
        }
    }
}
