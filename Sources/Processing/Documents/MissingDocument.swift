import Permits
import Policy
import Primitives
import Storage

/// What keeps a registration from being sent, as far as documents go.
package enum MissingDocument: Hashable, Sendable {
    /// There is no scan of a kind that the policy makes compulsory, and no original of it was seen.
    case compulsory(DocumentKindID)
    /// A scan was asked for again and has not come.
    case askedAgain(DocumentKindID)
    /// Pages of it are still being made.
    case beingRead(DocumentID)
}

extension DocumentStore {
    /// What is missing before a registration can be sent.
    package func missing(of subject: SubjectID, under edition: Edition) throws(StorageError) -> [MissingDocument] {
        let documents = try scans(of: subject)
        var missing = documents.filter { $0.state == .askedAgain }.map { MissingDocument.askedAgain($0.kind) }
        missing += documents.filter { $0.state == .received }.map { .beingRead($0.id) }
        let originals = Set(try OriginalStore(transaction).all(of: subject).map(\.row.kind))
        let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
        for kind in edition.document.documentKinds(of: registrant) where kind.compulsory && !originals.contains(kind.id)
        {
            let same = documents.filter { $0.kind == kind.id }
            let isThere = same.contains { $0.state.counts || $0.state == .received || $0.state == .askedAgain }
            if !isThere { missing.append(.compulsory(kind.id)) }
        }
        return missing
    }
}
