import Primitives

/// Why a draft is not begun or not saved.
package enum DraftRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// There is no draft, or no such file or clause in it.
    case notFound
    /// Somebody saved the same place since it was looked at.
    case changedMeanwhile
    /// The text of a clause has a line that begins as a heading does, and would be cut up there.
    case heading(Language)
    /// A file longer than ``DraftDesk/longest`` octets.
    case tooLong

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .notFound: .notFound
        case .changedMeanwhile: .conflict
        case .heading: .invalid
        case .tooLong: .tooLarge
        }
    }
}
