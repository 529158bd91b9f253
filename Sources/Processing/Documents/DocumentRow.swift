import Blobs
import Permits
import Policy
import Primitives
import Storage

/// The name of a document, and of the upload that brings it.
package typealias DocumentID = Identifier<DocumentRow>
/// The type of ``CorrespondenceID``; has no values.
package enum Correspondence {}
/// The thread of messages, or the request, in which a file was sent.
package typealias CorrespondenceID = Identifier<Correspondence>

/// One file that a person sends, as its row tells without a key.
package struct DocumentRow: Sendable {
    package let id: DocumentID
    package let subject: SubjectID
    package let kind: DocumentKindID
    package let state: State
    /// Why it is refused; nil in all other states.
    package let refusal: FileRefusal?
    /// 1 for what came with the draft; grows by one each time that a scan is asked for again.
    package let round: Int
    /// The document in whose place it stands.
    package let replaces: DocumentID?
    /// The edition under which it was collected.
    package let edition: Int
    /// The sealed object; nil when it is destroyed.
    package let blob: BlobKey?
    /// Octets that were announced; nil when the length was not known.
    package let announced: Int?
    /// Octets that may come at most.
    package let most: Int
    /// Octets received; nil before the last has come.
    package let length: Int?
    /// Octets of the sealed object; nil before the last has come.
    package let sealedLength: Int?
    /// SHA-256 of the sealed object.
    package let digest: Bytes?
    /// A keyed digest of the file, the same for the same file of the same person; nil before pages were made.
    package let fingerprint: Bytes?
    /// By content; nil before pages were made.
    package let type: FileType?
    /// How many page images there are.
    package let pages: Int
    package let hints: [PageHint]
    /// The reviewer's reason to ask for another scan.
    package let review: ReasonID?
    package let attempts: Int
    package let createdAt: Instant
    package let changedAt: Instant
    package let receivedAt: Instant?
    /// The thread or request in which it was sent; nil for a scan of a registration.
    package let thread: CorrespondenceID?
    package let sender: Sender
    /// Sent to the person by the operator, in a thread.
    package var isByStaff: Bool { sender == .staff }

    /// Whose it is. The raw values stand in the database, where NULL is the person.
    package enum Sender: Int, Sendable {
        case person = 0
        /// The operator, in a thread.
        case staff = 1
        /// Out of a letter whose sender nobody has proved; staff put it into the thread.
        case letter = 2
    }

    /// For what it is worked with.
    package var purpose: PurposeID { kind == .proof ? .rights : thread == nil ? .identification : .contact }

    package enum State: String, Sendable, CaseIterable {
        /// Octets are coming in.
        case receiving
        /// Whole; pages are still to be made.
        case received
        /// Page images are there.
        case ready
        /// The file cannot be taken.
        case refused
        /// Another scan stands in its place; kept for the reviewer.
        case replaced
        /// A reviewer has approved it.
        case approved
        /// A reviewer has asked for a better one.
        case askedAgain
        /// The scan is gone; the row tells that there was one.
        case destroyed

        /// Whether it stands for its kind in a registration.
        package var counts: Bool { self == .ready || self == .approved }
    }
}

extension DocumentRow {
    static let selection: SQL = """
        SELECT id, subject_id, kind, state, reason, round, replaces, edition, blob, announced, most, length, sealed_length,
               digest, type, pages, hints, review, attempts, created_at, changed_at, received_at, fingerprint,
               thread_id, by_staff
        FROM document
        """

    init(row: Row) throws(StorageError) {
        guard let state = State(rawValue: try row.text(3)) else { throw .unexpected("document row") }
        self.init(
            id: try row.identifier(0), subject: try row.identifier(1), kind: DocumentKindID(try row.text(2)),
            state: state,
            refusal: try row.textIfAny(4).flatMap(FileRefusal.init(rawValue:)), round: Int(try row.int(5)),
            replaces: try row.identifierIfAny(6), edition: Int(try row.int(7)), blob: try row.identifierIfAny(8),
            announced: try row.intIfAny(9).map { Int($0) }, most: Int(try row.int(10)),
            length: try row.intIfAny(11).map { Int($0) }, sealedLength: try row.intIfAny(12).map { Int($0) },
            digest: try row.bytesIfAny(13), fingerprint: try row.bytesIfAny(22),
            type: try row.textIfAny(14).flatMap(FileType.init(rawValue:)), pages: Int(try row.int(15)),
            hints: PageHint.list(try row.textIfAny(16) ?? ""),
            review: try row.textIfAny(17).map { ReasonID($0) }, attempts: Int(try row.int(18)),
            createdAt: try row.instant(19), changedAt: try row.instant(20), receivedAt: try row.instantIfAny(21),
            thread: try row.identifierIfAny(23),
            sender: try row.intIfAny(24).flatMap { Sender(rawValue: Int($0)) } ?? .person)
    }
}
