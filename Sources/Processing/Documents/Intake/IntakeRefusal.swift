import Policy
import Primitives

/// Why a document cannot be sent, or not like this.
package enum IntakeRefusal: Refusal, Hashable {
    /// There is no such upload or document, or it has ended.
    case notFound
    /// The registration does not take documents now, or none of this kind.
    case closed
    /// The policy does not ask for documents of this kind.
    case notAsked(DocumentKindID)
    /// So many files as the policy allows are there already.
    case tooManyFiles(most: Int)
    /// All files together would pass so many octets.
    case tooMuch(most: Int)
    /// The file itself cannot be taken; for ``FileRefusal/tooLarge`` with the octets it may have.
    case file(FileRefusal, most: Int?)
    /// The octets do not follow on those that are there: the next one is `actual`.
    case offset(actual: Int)
    /// Another request is writing the same upload.
    case busy
    /// Octets are still missing: the next one is `actual`.
    case incomplete(actual: Int)
    /// More octets came than were announced.
    case longerThanAnnounced
    /// The file is another one than before the cut: it must be sent from the beginning, as a new upload.
    case otherContent

    package var kind: RefusalKind {
        switch self {
        case .notFound: .notFound
        case .closed, .offset, .busy, .incomplete, .otherContent: .conflict
        case .notAsked, .tooManyFiles, .longerThanAnnounced: .invalid
        case .tooMuch: .tooLarge
        case .file(let reason, _): reason == .tooLarge ? .tooLarge : .invalid
        }
    }
}
