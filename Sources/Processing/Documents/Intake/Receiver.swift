import Blobs
import Crypto
import Permits
import Policy
import Primitives
import Storage
import Synchronization

/// One request's hold on an upload: seals what comes in, and lets go when the request ends or another takes over.
final class Receiver: Sendable {
    let upload: DocumentID
    let subject: SubjectID
    /// The number of the hold; a later one ends it.
    let turn: Int
    let announced: Int?
    let rule: Rule
    private let phase: Mutex<Phase>

    /// What the content of a file is measured by.
    struct Rule: Sendable {
        let accepted: [FileType]
        let limits: UploadLimits
    }

    /// Where the writing stands.
    struct Work: Sendable {
        var seal: any IncomingSeal
        let writer: any BlobWriter
        /// Octets taken so far, from the beginning of the file.
        var position: Int
        /// The first octets, as far as they are needed to tell the type; nil when that is done.
        var head: Bytes?
        /// Octets that may come at most.
        var most: Int
        /// Whether an earlier request began the object.
        let isResumed: Bool
        var heldSince: Instant
        /// SHA-256 of what was sealed; nil where an earlier request sealed the beginning.
        var digest: SHA256?
        /// Sealed octets that are not written yet.
        var unwritten = Bytes()
        var unsynced = 0

        init(
            _ seal: any IncomingSeal, _ writer: any BlobWriter, row: DocumentRow, resumedAt position: Int?,
            at now: Instant
        ) {
            self.seal = seal
            self.writer = writer
            self.position = position ?? 0
            head = self.position == 0 ? [] : nil
            most = row.most
            isResumed = position != nil
            heldSince = now
            digest = isResumed ? nil : SHA256()
        }
    }

    private enum Phase: Sendable {
        case idle(Work)
        /// A piece is being written.
        case working
        case ended
    }

    init(upload: DocumentID, subject: SubjectID, turn: Int, announced: Int?, rule: Rule, work: Work) {
        self.upload = upload
        self.subject = subject
        self.turn = turn
        self.announced = announced
        self.rule = rule
        phase = Mutex(.idle(work))
    }

    /// Does one piece of work; after a failure the hold has ended.
    ///
    /// - Throws: ``IntakeRefusal/busy`` when another request has taken over.
    func work(_ body: (inout Work) async throws -> Void) async throws {
        guard var work = take(leaving: .working) else { throw IntakeRefusal.busy }
        do {
            try await body(&work)
        } catch {
            phase.withLock { $0 = .ended }
            throw error
        }
        phase.withLock { $0 = .idle(work) }
    }

    /// Ends the hold. - Returns: nil when it has ended, or a piece is being written this moment.
    func end() -> Work? { take(leaving: .ended) }

    var hasEnded: Bool {
        phase.withLock { phase in
            if case .ended = phase { true } else { false }
        }
    }

    private func take(leaving next: Phase) -> Work? {
        phase.withLock { phase in
            guard case .idle(let work) = phase else { return nil }
            phase = next
            return work
        }
    }
}

extension Receiver.Work {
    /// How much is sealed in one go, in octets.
    static let piece = 65_536
    /// How much is written in one go, in octets: each time costs two ways between threads.
    private static let writing = 262_144
    /// After how many octets what was written is made durable, within a request.
    static let syncAfter = 4 << 20

    /// Takes a piece of plaintext.
    mutating func take(_ piece: Bytes, announced: Int?, rule: Receiver.Rule) async throws {
        if let announced, position + piece.count > announced { throw IntakeRefusal.longerThanAnnounced }
        if let known = head {
            let head = known + piece.prefix(FileType.signatureLength - known.count)
            self.head = head
            if head.count == FileType.signatureLength { try judge(head, rule, length: announced) }
        }
        position += piece.count
        guard position <= most else { throw IntakeRefusal.file(.tooLarge, most: most) }
        try await write(try sealing { seal in try seal.update(piece) })
    }

    /// Seals the last segment and makes the whole durable.
    mutating func finish(rule: Receiver.Rule) async throws {
        guard position > 0 else { throw IntakeRefusal.file(.empty, most: nil) }
        if let head { try judge(head, rule, length: position) }
        try await write(try sealing { seal in try seal.finish() })
        try await makeDurable()
    }

    /// Makes what came so far survive a crash.
    mutating func makeDurable() async throws {
        try await writeOut()
        try await writer.sync()
        unsynced = 0
    }

    private mutating func write(_ sealed: Bytes) async throws {
        digest?.update(data: sealed)
        unwritten += sealed
        guard unwritten.count >= Self.writing else { return }
        try await writeOut()
        if unsynced >= Self.syncAfter { try await makeDurable() }
    }

    private mutating func writeOut() async throws {
        guard !unwritten.isEmpty else { return }
        try await writer.append(unwritten)
        unsynced += unwritten.count
        unwritten.removeAll(keepingCapacity: true)
    }

    private mutating func judge(_ head: Bytes, _ rule: Receiver.Rule, length: Int?) throws(IntakeRefusal) {
        self.head = nil
        let type = FileType(firstOctets: head)
        if let type, !rule.accepted.contains(type) { throw .file(.notAccepted, most: nil) }
        // What no type fits is looked at by the imaging process, which can say what it is; it may be as long as a picture.
        let most = type == .pdf ? rule.limits.pdfBytes : rule.limits.photoBytes
        guard length ?? 0 <= most else { throw .file(.tooLarge, most: most) }
        self.most = min(self.most, most)
    }

    private mutating func sealing(_ body: (inout any IncomingSeal) throws -> Bytes) throws -> Bytes {
        do {
            return try body(&seal)
        } catch {
            // The stream made the newest segment again from the plaintext, and it is not the one in the store.
            guard isResumed else { throw error }
            throw IntakeRefusal.otherContent
        }
    }
}
