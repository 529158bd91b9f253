import Primitives

/// Why a day is not moved.
package enum CalendarRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// Another version came in between.
    case changedMeanwhile
    /// The day is so already.
    case nothingNew
    /// More than two years away.
    case farAway
    /// No act is cited.
    case noAct
    /// The citation is too long.
    case longAct

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .changedMeanwhile: .conflict
        case .nothingNew, .farAway, .noAct, .longAct: .invalid
        }
    }
}
