import Primitives

/// Why something cannot be done with an order.
package enum OrderRefusal: Refusal, Hashable {
    /// There is no such order.
    case noOrder
    /// The service cannot be ordered.
    case notOffered
    /// Only who has been identified orders.
    case notIdentified
    /// The box under the agreement is not ticked.
    case notAccepted
    /// Another text of the agreement is in force than the one that was shown.
    case changedMeanwhile
    /// So many orders of the person go on already.
    case tooMany
    /// The order does not lead there from where it stands.
    case notNow
    /// It is marked as paid already.
    case paidAlready
    /// Nothing is written where a reason is needed, or too much.
    case noReason, longReason

    package var kind: RefusalKind {
        switch self {
        case .noOrder, .notOffered: .notFound
        case .notIdentified: .forbidden
        case .changedMeanwhile, .notNow, .paidAlready: .conflict
        case .tooMany: .tooMany
        case .notAccepted, .noReason, .longReason: .invalid
        }
    }
}
