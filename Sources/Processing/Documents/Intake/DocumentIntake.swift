import Blobs
import Permits
import Policy
import Primitives
import Storage

/// Takes documents from the socket into sealed objects; no plaintext reaches a disk.
///
/// An upload is a document in state `receiving`. It goes on after a cut, also in another process, from the octets that
/// are durable.
package struct DocumentIntake: Sendable {
    package let gate: Gate
    let blobs: any BlobStore
    let sealing: ObjectSealing
    let standing: StandingOf
    let arrived: Arrived
    let time: TimeSource
    let randomness: Randomness
    let receivers = OpenReceivers()

    /// How long a request holds an upload without a sign of life.
    static let hold = Span.seconds(15)
    /// What one side sends in threads within this time counts together against the limits, however many threads there are.
    static let filesTogether = Span.days(30)
    /// How long an upload may rest before it is swept.
    package static let staleAfter = Span.hours(24)

    package init(
        gate: Gate, blobs: any BlobStore, sealing: ObjectSealing, standing: @escaping StandingOf,
        arrived: @escaping Arrived = { _, _, _, _ in }, time: TimeSource, randomness: Randomness
    ) {
        self.gate = gate
        self.blobs = blobs
        self.sealing = sealing
        self.standing = standing
        self.arrived = arrived
        self.time = time
        self.randomness = randomness
    }

    /// Sees to what follows when a file has come in a thread: with it, who sent it, and in the transaction that stores it.
    package typealias Arrived = @Sendable (DocumentRow, Actor, Sealer, any Transaction) throws -> Void

    /// What a person announces before the first octet.
    package struct Announcement: Sendable {
        package let kind: DocumentKindID
        /// Octets; nil when a form without scripts sends the file, which does not tell.
        package let length: Int?
        /// The type that the browser names; what counts is the content.
        package let type: FileType?
        /// The document in whose place it shall stand.
        package let replacing: DocumentID?
        /// The thread or request in which it is sent; nil for a scan of the registration.
        package let thread: CorrespondenceID?
        /// Staff put in what the person sent by other means.
        package let isForwarded: Bool

        package init(
            _ kind: DocumentKindID, length: Int?, type: FileType? = nil, replacing: DocumentID? = nil,
            thread: CorrespondenceID? = nil, isForwarded: Bool = false
        ) {
            self.isForwarded = isForwarded
            self.thread = thread
            self.kind = kind
            self.length = length
            self.type = type
            self.replacing = replacing
        }
    }

    /// Begins an upload, when the registration, the policy and the limits allow it.
    ///
    /// - Returns: the name of the upload, and of the document that it becomes.
    /// - Throws: ``IntakeRefusal``, `GateRefusal`.
    package func begin(_ file: Announcement, of subject: SubjectID, session: Bytes) async throws -> DocumentID {
        try await begin(file, of: subject, by: .subject(subject, session: session))
    }

    /// The same by whoever acts: the person, or staff at the counter.
    package func begin(_ file: Announcement, of subject: SubjectID, by actor: Actor) async throws -> DocumentID {
        let sealer = try await gate.sealer(for: subject)
        let id = DocumentID(from: randomness)
        let blob = BlobKey(from: randomness)
        let now = time.now
        return try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let standing = try standing(subject, file.thread, transaction)
            let policy = try gate.book.inForce(in: transaction)
            let registrant = try SubjectStore(transaction).find(subject)?.registrant ?? .person
            guard let kind = policy.document.documentKind(file.kind),
                file.thread == nil
                    ? kind.isAsked(of: registrant) || kind.id == .consentPaper && standing.isOnPaper
                    : kind.id == .attachment && standing.stage != .request
                        || kind.id == .proof && standing.stage != .thread
            else { throw IntakeRefusal.notAsked(file.kind) }
            let sender: DocumentRow.Sender =
                file.thread == nil || actor.role == .subject ? .person : file.isForwarded ? .letter : .staff
            let documents = try DocumentStore(transaction).all(of: subject).filter { other in
                guard file.thread != nil else { return other.thread == nil }
                return other.thread != nil && other.sender == sender && other.createdAt > now - Self.filesTogether
            }
            let replaced = try standing.place(kind, replacing: file.replacing, among: documents)
            let leaving = replaced.flatMap { standing.isOpen($0) ? $0 : nil }
            let most = try Quota(policy.document.limits).most(
                for: file, as: kind, beside: documents.filter { $0.id != leaving?.id })
            // Nothing personal is stored yet: the Gate is asked whether it may be, and the entry comes with the document.
            _ = try gate.permitToWrite(
                Self.ask(.uploadDocument, subject, actor, kind.id, standing), sealer: sealer, in: transaction)
            let round = replaced.map { leaving == nil ? $0.round + 1 : $0.round } ?? 1
            try transaction.run(
                """
                INSERT INTO document (subject_id, id, kind, state, round, replaces, edition, blob, announced, most, pages,
                                      attempts, turn, busy_until, created_at, changed_at, thread_id, by_staff)
                VALUES (\(subject), \(id), \(kind.id.rawValue), 'receiving', \(round), \(replaced?.id), \(policy.number),
                        \(blob), \(file.length), \(most), 0, 0, 0, 0, \(now), \(now), \(file.thread), \(sender.rawValue))
                """)
            return id
        }
    }

    static func ask(
        _ act: Act, _ subject: SubjectID, _ actor: Actor, _ kind: DocumentKindID, _ standing: UploadStanding
    ) -> Ask {
        Ask(
            act, by: actor, on: subject, for: standing.stage.purpose, documents: [kind], caseID: standing.caseID)
    }
}
