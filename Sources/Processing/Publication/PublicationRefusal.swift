import Primitives

/// Why a policy is not proposed, not published, or a proposal not withdrawn.
package enum PublicationRefusal: Refusal, Hashable {
    /// Only administrators do it.
    case notAdministrator
    /// The folder is as the edition in force is.
    case nothingNew
    /// The folder is not as it was shown.
    case folderChanged
    /// The check finds errors in the folder, or in what was proposed.
    case faulty
    /// A proposal stands already.
    case alreadyProposed
    /// The proposal was withdrawn or published, or another edition is in force by now.
    case ended
    /// Void clauses would hold again, and nobody has said that they shall.
    case revives
    /// The data lie elsewhere than this policy promises (clause 3.3.b; Law 94-V, art. 12(2)).
    case otherRegion

    package var kind: RefusalKind {
        switch self {
        case .notAdministrator: .forbidden
        case .nothingNew, .folderChanged, .alreadyProposed: .conflict
        case .faulty, .revives, .otherRegion: .invalid
        case .ended: .gone
        }
    }
}
