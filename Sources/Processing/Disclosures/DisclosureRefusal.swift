import Primitives

/// Why a transfer, a telling or an answer to a withdrawal is not recorded.
package enum DisclosureRefusal: Refusal, Hashable {
    /// There is no registration with this number.
    case noCase
    /// There is no such task, or it is done already.
    case nothingOpen
    /// No field is named.
    case noFields
    /// Recipients are still to be told of the withdrawal.
    case recipientsNotTold
    /// A refusal names neither a ground of the law nor an order.
    case noGround
    /// The ground is an unfulfilled obligation, and no order is chosen.
    case noOrder
    /// The person has no such order that is not ended.
    case noSuchOrder
    /// A law is said to keep the data, and not until when.
    case noLastDay
    /// That day is not after today, or more than 75 years away.
    case wrongLastDay
    /// More than 200 characters.
    case tooLong
    /// Before what there is to tell, or in the future.
    case wrongDay

    package var kind: RefusalKind {
        switch self {
        case .noCase, .nothingOpen: .notFound
        case .recipientsNotTold: .conflict
        case .noFields, .noGround, .noOrder, .noSuchOrder, .noLastDay, .wrongLastDay, .tooLong, .wrongDay: .invalid
        }
    }
}
