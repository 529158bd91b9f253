import Blobs
import Metrics
import Permits
import Policy
import Primitives
import Storage

extension DocumentIntake {
    /// Makes a document of an upload of which all octets are there. Finishing twice is finishing once.
    ///
    /// Length and SHA-256 of the sealed object, the state and the ledger entry are stored in one transaction.
    /// - Throws: ``IntakeRefusal/incomplete(actual:)``, ``IntakeRefusal/busy`` while another request finishes it,
    ///   ``IntakeRefusal/closed`` when the registration was sent meanwhile.
    @discardableResult
    package func finish(_ upload: DocumentID, of subject: SubjectID, session: Bytes) async throws -> DocumentRow {
        try await finish(upload, of: subject, by: .subject(subject, session: session))
    }

    /// The same by whoever acts.
    @discardableResult
    package func finish(_ upload: DocumentID, of subject: SubjectID, by actor: Actor) async throws -> DocumentRow {
        guard let row = try await gate.look({ try DocumentStore($0).find(upload, of: subject) }),
            row.state != .destroyed
        else { throw IntakeRefusal.notFound }
        guard row.state == .receiving else { return row }
        guard let blob = row.blob, let length = row.sealedLength else {
            throw IntakeRefusal.incomplete(actual: try await offset(upload, of: subject))
        }
        let sealer = try await gate.sealer(for: subject)
        guard let turn = try await takeToFinish(upload, of: subject) else { throw IntakeRefusal.busy }
        do {
            let digest = try await publish(blob, length: length, digest: row.digest)
            return try await finish(row, blob, digest: digest, length: length, sealer: sealer, actor: actor)
        } catch {
            try await letGo(upload, of: subject, turn: turn)
            throw error
        }
    }

    /// Stores that a document is there, with the entry that tells so.
    private func finish(
        _ row: DocumentRow, _ blob: BlobKey, digest: Bytes, length: Int, sealer: Sealer, actor: Actor
    ) async throws -> DocumentRow {
        let (upload, subject, now) = (row.id, row.subject, time.now)
        let finished: DocumentRow? = try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = DocumentStore(transaction)
            guard let current = try store.find(upload, of: subject) else {
                // Erased or swept while the object was published: it may have come back after the sweep.
                try store.abandon([blob], because: .upload, at: now)
                return nil
            }
            guard current.state == .receiving else { return current }
            let standing = try standing(subject, current.thread, transaction)
            guard standing.stage != .closed else { throw IntakeRefusal.closed }
            let place = try settle(current, standing, at: now, in: transaction)
            try transaction.run(
                """
                UPDATE document SET state = 'received', digest = \(digest), changed_at = \(now), received_at = \(now),
                       busy_until = 0, turn = turn + 1
                WHERE subject_id = \(subject) AND id = \(upload)
                """)
            let permit = try gate.permitToWrite(
                Self.ask(.uploadDocument, subject, actor, row.kind, standing), sealer: sealer, in: transaction)
            var note = DocumentNote.received(upload, sealedLength: length, place)
            if current.sender == .letter { note[DocumentNote.with] = "letter" }
            try permit.note(note, digest: digest, in: transaction)
            let finished = try store.find(upload, of: subject)
            if let finished, finished.thread != nil { try arrived(finished, actor, sealer, transaction) }
            return finished
        }
        guard let finished else { throw IntakeRefusal.notFound }
        Counter(label: "documents.received").increment()
        Counter(label: "documents.received.octets").increment(by: finished.length ?? 0)
        return finished
    }

    /// Takes a whole file in one go, as a form without scripts sends it; after an error nothing of it stays.
    package func receive<Body: AsyncSequence>(
        _ file: Announcement, of subject: SubjectID, session: Bytes, _ body: Body
    ) async throws -> DocumentRow where Body.Element == Bytes {
        try await receive(file, of: subject, by: .subject(subject, session: session), body)
    }

    /// The same by whoever acts.
    package func receive<Body: AsyncSequence>(
        _ file: Announcement, of subject: SubjectID, by actor: Actor, _ body: Body
    ) async throws -> DocumentRow where Body.Element == Bytes {
        let upload = try await begin(file, of: subject, by: actor)
        do {
            try await append(to: upload, of: subject, at: 0, body)
            return try await finish(upload, of: subject, by: actor)
        } catch {
            try await Task { try await abandon(upload, of: subject) }.value
            throw error
        }
    }

    /// Sees to the document in whose place another one comes.
    private func settle(
        _ document: DocumentRow, _ standing: UploadStanding, at now: Instant, in transaction: any Transaction
    ) throws -> DocumentPlace {
        let store = DocumentStore(transaction)
        guard let id = document.replaces, let replaced = try store.find(id, of: document.subject) else {
            return DocumentPlace()
        }
        if standing.isOpen(replaced) {
            try store.destroy(replaced, because: .removed, at: now)
            try transaction.run(
                """
                UPDATE document SET replaces = \(replaced.replaces)
                WHERE subject_id = \(document.subject) AND id = \(document.id)
                """)
            return DocumentPlace(removes: replaced.id, follows: replaced.replaces)
        } else if replaced.state == .askedAgain {
            try transaction.run(
                """
                UPDATE document SET state = 'replaced', changed_at = \(now)
                WHERE subject_id = \(document.subject) AND id = \(id)
                """)
            return DocumentPlace(follows: id)
        }
        return DocumentPlace()
    }

    /// Makes the object visible under its key.
    ///
    /// - Parameter digest: of what was sealed; nil when it came in several requests, and is read from the store.
    /// - Returns: its SHA-256.
    private func publish(_ blob: BlobKey, length: Int, digest known: Bytes?) async throws -> Bytes {
        let isUnfinished = try await blobs.unfinishedLength(blob) != nil
        var digest = known ?? []
        if known == nil {
            digest = try await ObjectDigest.of(length) { range in
                try await isUnfinished ? blobs.readUnfinished(blob, range) : blobs.read(blob, range)
            }
        }
        if isUnfinished {
            let writer = try await blobs.resume(blob)
            guard await writer.length == length else { throw BlobError.damaged }
            try await writer.finish()
        }
        return digest
    }
}
