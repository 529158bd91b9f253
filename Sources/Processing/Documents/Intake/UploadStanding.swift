import Permits
import Policy
import Primitives
import Storage

/// Whether a person's registration, or a thread or request of theirs, takes documents now; their rooms tell.
package struct UploadStanding: Sendable, Hashable {
    package let stage: Stage
    /// Since when the stage lasts: what came later can still be exchanged and taken out.
    package let since: Instant
    /// The number of the registration.
    package let caseID: String?
    /// The person agrees on paper, of which a picture has to come.
    package let isOnPaper: Bool

    package init(_ stage: Stage, since: Instant, caseID: String?, isOnPaper: Bool = false) {
        self.isOnPaper = isOnPaper
        self.stage = stage
        self.since = since
        self.caseID = caseID
    }

    package enum Stage: Sendable, Hashable {
        /// Any kind that the policy asks for.
        case draft
        /// Only what was asked for again, or is still missing.
        case moreAsked
        /// A thread of messages: files of it only.
        case thread
        /// A request to correct data: what proves it.
        case request
        /// Nothing: it is with the reviewer, or there is none.
        case closed

        /// Whether files come beside the registration, for what is said there.
        var isCorrespondence: Bool { self == .thread || self == .request }

        /// For what is worked with what comes.
        var purpose: PurposeID {
            switch self {
            case .thread: .contact
            case .request: .rights
            case .draft, .moreAsked, .closed: .identification
            }
        }
    }
}

/// Asks the registration room, or where a thread or a request is named the room of that, in the same transaction.
package typealias StandingOf = @Sendable (SubjectID, CorrespondenceID?, any Transaction) throws -> UploadStanding

extension UploadStanding {
    /// Whether the person may still exchange or take out a document.
    func isOpen(_ document: DocumentRow) -> Bool {
        // What has come in a thread or with a request was said there.
        if document.thread != nil { return stage.isCorrespondence && document.state == .receiving }
        guard stage != .closed, document.createdAt >= since else { return false }
        switch document.state {
        case .receiving, .received, .ready, .refused: return true
        case .replaced, .approved, .askedAgain, .destroyed: return false
        }
    }

    /// In whose place a new document of a kind stands; nil when in nobody's.
    ///
    /// - Throws: ``IntakeRefusal/closed``, ``IntakeRefusal/notFound``.
    func place(
        _ kind: DocumentKind, replacing id: DocumentID?, among documents: [DocumentRow]
    ) throws(IntakeRefusal) -> DocumentRow? {
        guard stage != .closed else { throw .closed }
        if stage.isCorrespondence {
            guard id == nil else { throw .notFound }
            return nil
        }
        let same = documents.filter { $0.kind == kind.id }
        if let id {
            guard let document = same.first(where: { $0.id == id }) else { throw .notFound }
            guard document.state == .askedAgain || isOpen(document) else { throw .closed }
            return document
        }
        if let asked = same.first(where: { $0.state == .askedAgain }) { return asked }
        let isNeeded = kind.compulsory || (kind.id == .consentPaper && isOnPaper)
        guard stage == .draft || (isNeeded && !same.contains { $0.state.counts }) else { throw .closed }
        return nil
    }
}
