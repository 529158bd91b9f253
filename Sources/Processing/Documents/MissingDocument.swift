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
    /// The person agrees on paper, and no picture of it is there.
    case consentPaper
}

extension DocumentStore {
    /// What is missing before a registration can be sent.
    ///
    /// - Parameter isOnPaper: the person has agreed on paper.
    package func missing(
        of subject: SubjectID, under edition: Edition, isOnPaper: Bool = false
    ) throws(StorageError) -> [MissingDocument] {
        let documents = try scans(of: subject)
        var missing = documents.filter { $0.state == .askedAgain }.map { MissingDocument.askedAgain($0.kind) }
        missing += documents.filter { $0.state == .received }.map { .beingRead($0.id) }
        let originals = Set(try OriginalStore(transaction).all(of: subject).map(\.row.kind))
        let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
        for kind in edition.document.documentKinds(of: registrant) where kind.compulsory && !originals.contains(kind.id)
        {
            if !documents.contains(where: { $0.isThere(as: kind.id) }) { missing.append(.compulsory(kind.id)) }
        }
        // Whose paper was destroyed at the end of its term had shown it to a reviewer.
        let isShown = documents.contains { $0.kind == .consentPaper && $0.state == .destroyed && $0.refusal == nil }
        if isOnPaper, !isShown, !documents.contains(where: { $0.isThere(as: .consentPaper) }) {
            missing.append(.consentPaper)
        }
        return missing
    }
}

extension DocumentRow {
    /// Whether it is of a kind, and not refused or gone; what was asked for again is told by itself.
    fileprivate func isThere(as kind: DocumentKindID) -> Bool {
        self.kind == kind && (state.counts || state == .received || state == .askedAgain)
    }
}
