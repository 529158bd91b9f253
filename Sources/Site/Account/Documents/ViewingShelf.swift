import Documents
import Permits
import Primitives

/// Keeps a person's viewing of their own documents while it lasts, so that one look is one entry, not one a page.
actor ViewingShelf {
    private struct Kept {
        let viewing: ViewingID
        let documents: [DocumentID]
        let until: Instant
    }

    private let documents: DocumentAccess
    private let time: TimeSource
    private var kept: [Bytes: Kept] = [:]

    init(documents: DocumentAccess, time: TimeSource) {
        self.documents = documents
        self.time = time
    }

    /// A viewing that shows all pages of the person's documents that there are now; nil when these have none.
    func viewing(of own: Own, for rows: [DocumentRow]) async throws -> ViewingID? {
        let now = time.now
        kept = kept.filter { $0.value.until > now }
        guard rows.contains(where: { $0.pages > 0 }) else { return nil }
        let shown = try await documents.everyDocument(of: own.subject).filter { $0.pages > 0 }.map(\.id)
        if let known = kept[own.digest], known.documents == shown { return known.viewing }
        guard let viewing = try await documents.viewOwn(own.subject, session: own.digest) else { return nil }
        // Half of what it lasts, so that pictures begun now still come.
        let half = Span(microseconds: (viewing.until - now).microseconds / 2)
        kept[own.digest] = Kept(viewing: viewing.id, documents: shown, until: now + half)
        return viewing.id
    }
}
