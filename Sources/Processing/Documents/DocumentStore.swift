import Blobs
import Permits
import Policy
import Primitives
import Storage

/// Documents and pages, in an open transaction.
package struct DocumentStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A person's document; nil when there is none of this name.
    package func find(_ id: DocumentID, of subject: SubjectID) throws(StorageError) -> DocumentRow? {
        try transaction.row(DocumentRow.selection + "WHERE subject_id = \(subject) AND id = \(id)")
            .map(DocumentRow.init(row:))
    }

    /// All documents of a person, the earliest first; destroyed ones are left out.
    package func all(of subject: SubjectID) throws(StorageError) -> [DocumentRow] {
        try transaction.rows(
            DocumentRow.selection
                + "WHERE subject_id = \(subject) AND state <> 'destroyed' ORDER BY created_at, id"
        ).map(DocumentRow.init(row:))
    }

    /// The scans of a person's registration, the earliest first; destroyed ones are left out.
    package func scans(of subject: SubjectID) throws(StorageError) -> [DocumentRow] {
        try all(of: subject).filter { $0.thread == nil }
    }

    /// The files of a thread, the earliest first; destroyed ones are left out.
    package func files(
        in thread: CorrespondenceID, of subject: SubjectID
    ) throws(StorageError) -> [DocumentRow] {
        try all(of: subject).filter { $0.thread == thread }
    }

    /// The kinds of which a person has sent a file that counts, the earliest first.
    package func kindsHeld(of subject: SubjectID) throws(StorageError) -> [DocumentKindID] {
        try all(of: subject).reduce(into: []) { kinds, row in
            if row.state.counts, !kinds.contains(row.kind) { kinds.append(row.kind) }
        }
    }

    /// All documents of a person, destroyed ones among them.
    func everything(of subject: SubjectID) throws(StorageError) -> [DocumentRow] {
        try transaction.rows(DocumentRow.selection + "WHERE subject_id = \(subject) ORDER BY created_at, id")
            .map(DocumentRow.init(row:))
    }

    /// The pages of a document in their order.
    package func pages(of document: DocumentID, of subject: SubjectID) throws(StorageError) -> [PageRow] {
        try transaction.rows(
            """
            SELECT number, image, thumbnail, width, height, digest FROM page
            WHERE subject_id = \(subject) AND document = \(document) ORDER BY number
            """
        ).map(PageRow.init(row:))
    }

    /// All pages of a person's documents, also of documents that have no row.
    func pages(of subject: SubjectID) throws(StorageError) -> [DocumentID: [PageRow]] {
        var pages: [DocumentID: [PageRow]] = [:]
        for row in try transaction.rows("SELECT DISTINCT document FROM page WHERE subject_id = \(subject)") {
            let document: DocumentID = try row.identifier(0)
            pages[document] = try self.pages(of: document, of: subject)
        }
        return pages
    }

    /// The sealed objects of the page images of some documents, for a viewing that names them.
    package func pageBlobs(of documents: [DocumentID], of subject: SubjectID) throws(StorageError) -> [Bytes] {
        var blobs: [Bytes] = []
        for document in documents {
            for page in try pages(of: document, of: subject) { blobs += [page.image.bytes, page.thumbnail.bytes] }
        }
        return blobs
    }

    /// What was read off a document, sealed; nil when nothing was.
    package func sealedReading(of document: DocumentID, of subject: SubjectID) throws(StorageError) -> SealedItem? {
        try transaction.row("SELECT reading FROM document WHERE subject_id = \(subject) AND id = \(document)")?
            .bytesIfAny(0)
            .map { SealedItem($0, label: DocumentReading.label(document), in: .documents) }
    }

    /// Marks what a reviewer decided about a document; the entry is the caller's.
    ///
    /// - Returns: false when the document is not one that can be decided about.
    package func review(
        _ document: DocumentID, of subject: SubjectID, _ verdict: Verdict, at now: Instant
    ) throws(StorageError) -> Bool {
        let (state, reason): (DocumentRow.State, ReasonID?) =
            switch verdict {
            case .approved: (.approved, nil)
            case .askedAgain(let reason): (.askedAgain, reason)
            case .undecided: (.ready, nil)
            }
        return try transaction.run(
            """
            UPDATE document SET state = \(state.rawValue), review = \(reason?.rawValue), changed_at = \(now)
            WHERE subject_id = \(subject) AND id = \(document) AND state IN ('ready', 'approved', 'askedAgain')
            """) == 1
    }

    /// What a reviewer finds about a document.
    package enum Verdict: Sendable, Hashable {
        case approved
        /// A better scan is needed, for a reason of the policy's list.
        case askedAgain(ReasonID)
        /// An earlier verdict is taken back.
        case undecided
    }

    /// Enters objects as abandoned: the sweep deletes them from `at` on.
    func abandon(_ blobs: [BlobKey], because reason: Abandonment, at: Instant) throws(StorageError) {
        for blob in blobs {
            try transaction.run(
                """
                INSERT INTO blob_abandoned (blob, reason, at) VALUES (\(blob), \(reason.rawValue), \(at))
                ON CONFLICT (blob) DO UPDATE SET reason = excluded.reason, at = excluded.at
                """)
        }
    }

    /// Takes a document's scan, pages, reading and marks away; the row stays and tells that there was one.
    func destroy(_ document: DocumentRow, because reason: Abandonment, at now: Instant) throws(StorageError) {
        let pages = try pages(of: document.id, of: document.subject)
        try abandon(pages.flatMap { [$0.image, $0.thumbnail] }, because: reason, at: now)
        if let blob = document.blob {
            // While a request holds the upload it may begin the object anew.
            let held = try document.state == .receiving ? heldUntil(document) : now
            try abandon([blob], because: reason, at: max(now, held))
        }
        try transaction.run(
            "DELETE FROM page WHERE subject_id = \(document.subject) AND document = \(document.id)")
        try transaction.run(
            "DELETE FROM document_mark WHERE subject_id = \(document.subject) AND document = \(document.id)")
        try transaction.run(
            """
            UPDATE document SET state = 'destroyed', blob = NULL, reading = NULL, hints = NULL, pages = 0,
                   fingerprint = NULL, marks = NULL, mark_labels = NULL, busy_until = 0, turn = turn + 1,
                   changed_at = \(now)
            WHERE subject_id = \(document.subject) AND id = \(document.id)
            """)
    }

    private func heldUntil(_ document: DocumentRow) throws(StorageError) -> Instant {
        let row = try transaction.row(
            "SELECT busy_until FROM document WHERE subject_id = \(document.subject) AND id = \(document.id)")
        return try row?.instant(0) ?? document.changedAt
    }
}

/// Why a sealed object is no longer anybody's.
package enum Abandonment: String, Sendable, CaseIterable {
    /// Being made; abandoned only if that does not come to its end.
    case unfinished
    /// The upload was broken off or went stale.
    case upload
    /// The file was refused.
    case refused
    /// The person took it out or exchanged it.
    case removed
    /// Its term is over.
    case term
    /// The person is erased.
    case erased
    /// The sweep is deleting it.
    case going
}
