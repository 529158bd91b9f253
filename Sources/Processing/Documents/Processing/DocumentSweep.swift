import Blobs
import Metrics
import Permits
import Policy
import Primitives
import Storage

/// Ends what has run out: stale uploads, scans whose term is over, objects that are nobody's.
package struct DocumentSweep: Sendable {
    let gate: Gate
    let blobs: any BlobStore
    let time: TimeSource

    package init(gate: Gate, blobs: any BlobStore, time: TimeSource) {
        self.gate = gate
        self.blobs = blobs
        self.time = time
    }

    /// Deletes objects for which a row says that they are abandoned, and then the row.
    ///
    /// This is the only place in which objects are deleted, and a row the only ground. The row stays until the store says
    /// that nothing of the object is left; an object that cannot be deleted now is tried again after a pause that grows, and
    /// keeps no other one from going.
    /// - Returns: how many were deleted.
    @discardableResult
    package func deleteAbandoned(most: Int = 500) async throws -> Int {
        let now = time.now
        let due = try await gate.perform { transaction in
            let rows = try transaction.claim(
                "SELECT blob FROM blob_abandoned WHERE at <= \(now) ORDER BY at, blob LIMIT \(most)")
            return try rows.map { row in
                let blob: BlobKey = try row.identifier(0)
                // From here on nobody can take the object back.
                try transaction.send(
                    "UPDATE blob_abandoned SET reason = \(Abandonment.going.rawValue) WHERE blob = \(blob)")
                return blob
            }
        }
        var (deleted, failed) = (0, 0)
        for blob in due {
            do {
                try await blobs.remove(blob)
            } catch let error as BlobError {
                try await postpone(blob, because: error)
                failed += 1
                Counter(label: "documents.deletes.failed").increment()
                // A store that is away costs a minute for each; the others stay due.
                if failed == Self.failures { throw error }
                continue
            }
            try await gate.perform { transaction in
                try transaction.run("DELETE FROM blob_abandoned WHERE blob = \(blob)")
            }
            deleted += 1
        }
        return deleted
    }

    /// After how many failures in a row of work the rest waits for the next time.
    private static let failures = 3

    /// Tries a deletion again later and later, and each hour in the end.
    private func postpone(_ blob: BlobKey, because error: BlobError) async throws {
        let now = time.now
        try await gate.perform { transaction in
            let row = try transaction.row("SELECT attempts FROM blob_abandoned WHERE blob = \(blob)")
            let attempts = Int(try row?.intIfAny(0) ?? 0) + 1
            try transaction.run(
                """
                UPDATE blob_abandoned SET at = \(now + BackOff.deletion.pause(after: attempts)), attempts = \(attempts),
                       fault = \(error.fault), failing_since = COALESCE(failing_since, \(now))
                WHERE blob = \(blob)
                """)
        }
    }

    /// Ends what writers that died left in the store an hour ago or before. - Returns: how many leftovers.
    @discardableResult
    package func endLeftovers() async throws -> Int { try await blobs.endLeftovers(before: time.now - .hours(1)) }

    /// Gives up uploads that have rested for 24 hours. - Returns: how many.
    @discardableResult
    package func endStaleUploads() async throws -> Int {
        let now = time.now
        let before = now - DocumentIntake.staleAfter
        return try await gate.perform { transaction in
            let store = DocumentStore(transaction)
            let rows = try transaction.claim(
                """
                SELECT subject_id, id FROM document WHERE state = 'receiving' AND changed_at < \(before)
                      AND busy_until <= \(now)
                      AND NOT EXISTS (SELECT 1 FROM subject WHERE subject.id = document.subject_id AND subject.state = 'blocked')
                      AND NOT EXISTS (
                          SELECT 1 FROM hold WHERE hold.subject_id = document.subject_id AND hold.ended_at IS NULL)
                ORDER BY changed_at LIMIT 100
                """)
            for row in rows {
                let (subject, id): (SubjectID, DocumentID) = (try row.identifier(0), try row.identifier(1))
                if let blob = try store.find(id, of: subject)?.blob {
                    try store.abandon([blob], because: .upload, at: now)
                }
                try transaction.run(
                    "DELETE FROM document WHERE subject_id = \(subject) AND id = \(id) AND state = 'receiving'")
            }
            return rows.count
        }
    }

    /// Destroys a person's scans, page images and readings, because their term is over; an entry names up to ten.
    ///
    /// Files of threads stay as long as what is written there, those of requests until their own term is over.
    /// - Parameter kinds: the kinds whose term is over; nil for all.
    /// - Returns: how many documents.
    @discardableResult
    package func destroyScans(
        of subject: SubjectID, kinds due: Set<DocumentKindID>? = nil, caseID: String? = nil
    ) async throws -> Int {
        try await destroy(of: subject, caseID: caseID) { store throws(StorageError) in
            try store.scans(of: subject).filter { due?.contains($0.kind) ?? true }
        }
    }

    /// The same with the files that were sent in one place, as with a request that was closed long ago.
    @discardableResult
    package func destroyFiles(
        in place: CorrespondenceID, of subject: SubjectID, caseID: String? = nil
    ) async throws -> Int {
        try await destroy(of: subject, caseID: caseID) { store throws(StorageError) in
            try store.files(in: place, of: subject)
        }
    }

    private func destroy(
        of subject: SubjectID, caseID: String?,
        _ due: @escaping @Sendable (DocumentStore) throws(StorageError) -> [DocumentRow]
    ) async throws -> Int {
        let sealer = try await gate.sealer(for: subject)
        let now = time.now
        return try await gate.perform { transaction in
            try transaction.lock(subject, .exclusive)
            let store = DocumentStore(transaction)
            let documents = try due(store)
            guard !documents.isEmpty else { return 0 }
            // An entry is at most 1 KiB.
            for start in stride(from: 0, to: documents.count, by: 10) {
                let some = documents[start..<min(start + 10, documents.count)]
                let permit = try gate.permitToWrite(
                    Ask(
                        .destroyDocument, by: Actor(.sweep), on: subject, for: .rights,
                        documents: Set(some.map(\.kind)).sorted(), caseID: caseID), sealer: sealer, in: transaction)
                for document in some { try store.destroy(document, because: .term, at: now) }
                try permit.note(DocumentNote.gone(some.map(\.id)), in: transaction)
            }
            return documents.count
        }
    }
}
