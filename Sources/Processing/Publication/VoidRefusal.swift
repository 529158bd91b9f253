import Primitives

/// Why a clause is not declared void, or a proposal to do so not withdrawn.
package enum VoidRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// The edition in force has no such clause.
    case noClause
    /// It is void already, or somebody has proposed it already.
    case already
    /// The day is still to come, or before the first edition.
    case day
    /// It has to be told why, in every language, in not too many words.
    case reason(Language)
    /// Nobody could come in any more to publish an edition without the clause.
    case locksOut
    /// The proposal was withdrawn or carried out, or another edition is in force by now.
    case ended

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .noClause: .notFound
        case .already: .conflict
        case .day, .reason, .locksOut: .invalid
        case .ended: .gone
        }
    }
}
