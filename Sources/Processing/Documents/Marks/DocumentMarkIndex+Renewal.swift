import Permits
import Policy
import Primitives
import Storage

extension Gate {
    /// The marks of what identifies a document, under all versions of the index key.
    func marks(of identifiers: [DocumentIdentifier]) throws -> [DocumentMark] {
        try identifiers.flatMap { identifier in
            try indexed(identifier.field, identifier.value.reveal()).map {
                DocumentMark(field: identifier.field, version: $0.version, digest: $0.digest)
            }
        }
    }
}

extension DocumentMarkIndex {
    /// Makes the marks of all documents under `version` of the index key too, out of what was read off them.
    ///
    /// It may be broken off at any point and run again.
    /// - Parameter after: is run after each document, with how many are done.
    /// - Returns: how many were left, since the Gate did not let them through, their reading does not open, or they are gone.
    package func renew(
        _ version: Int, after: @Sendable (Int) async throws -> Void = { _ in }
    ) async throws -> IndexRenewal {
        var (renewal, last): (IndexRenewal, (subject: Bytes, document: Bytes)) = (IndexRenewal(), ([], []))
        while true {
            let from = last
            let page = try await gate.look { transaction in
                try DocumentStore(transaction).unmarked(version, after: from, most: 100)
            }
            guard let newest = page.last else { return renewal }
            last = (newest.subject.bytes, newest.id.bytes)
            for document in page {
                if try await tryToRenew(document) { renewal.renewed += 1 } else { renewal.left += 1 }
                try await after(renewal.renewed + renewal.left)
            }
        }
    }

    /// Makes the marks of one document anew out of what was read off it: an act of its own.
    ///
    /// - Returns: false where it is left as it is: one reading that does not open keeps nobody else's from being found.
    func tryToRenew(_ document: DocumentRow) async throws -> Bool {
        do {
            return try await renew(document)
        } catch let refusal as GateRefusal where refusal.reason != .noEvidence {
            return false
        } catch  where Gate.isUnreadable(error) || error is DecodingError {
            return false
        }
    }

    private func renew(_ document: DocumentRow) async throws -> Bool {
        let ask = Ask(
            .readFromDocument, by: DocumentProcessing.actor, on: document.subject, for: .identification,
            fields: [.documentMark],
            documents: [document.kind])
        let sealer = try await gate.sealer(for: document.subject)
        let opened = try await gate.read(ask) { transaction in
            [try DocumentStore(transaction).sealedReading(of: document.id, of: document.subject)].compactMap { $0 }
        }
        guard let reading = opened.first else { return false }
        let marks = try gate.marks(of: identify(try reading.map { try DocumentReading(opened: $0) }.reveal()))
        guard !marks.isEmpty else { return false }
        let now = time.now
        return try await gate.perform { transaction in
            let permit = try gate.permitToWrite(ask, sealer: sealer, in: transaction)
            let store = DocumentStore(transaction)
            // Erased, exchanged or destroyed meanwhile: its marks are gone, and stay so.
            guard try store.hasMarks(document.id, of: document.subject) else { return false }
            try store.removeMarks(of: document.id, document.subject, but: marks)
            try store.enter(marks, of: document.id, document.subject, at: now)
            try permit.note(["renewed": document.id.description], in: transaction)
            return true
        }
    }

    /// Deletes the marks that stand under versions of the index key that have ended.
    package func end(before version: Int) async throws {
        try await gate.perform { try DocumentStore($0).endMarks(before: version) }
    }
}

extension DocumentStore {
    /// The first documents after one that have a mark and none under `version` of the index key.
    func unmarked(
        _ version: Int, after last: (subject: Bytes, document: Bytes), most: Int
    ) throws(StorageError) -> [DocumentRow] {
        var (documents, last): ([DocumentRow], (subject: Bytes, document: Bytes)) = ([], last)
        while documents.isEmpty {
            let former = try transaction.rows(
                """
                SELECT DISTINCT subject_id, document FROM document_mark
                WHERE version < \(version)
                      AND (subject_id > \(last.subject)
                           OR (subject_id = \(last.subject) AND document > \(last.document)))
                ORDER BY subject_id, document LIMIT \(most)
                """)
            guard let newest = former.last else { break }
            last = (try newest.bytes(0), try newest.bytes(1))
            let subjects = try former.map { row throws(StorageError) in try row.bytes(0) }
            let marked = Set(
                try transaction.rows(
                    """
                    SELECT DISTINCT subject_id, document FROM document_mark
                    WHERE version = \(version) AND subject_id IN (\(subjects))
                    """
                ).map(\.values))
            for row in former where !marked.contains(row.values) {
                guard let document = try find(try row.identifier(1), of: try row.identifier(0)) else { continue }
                documents.append(document)
            }
        }
        return documents
    }

    /// Whether a document's own row holds marks.
    func hasMarks(_ document: DocumentID, of subject: SubjectID) throws(StorageError) -> Bool {
        try transaction.row(
            "SELECT 1 FROM document WHERE subject_id = \(subject) AND id = \(document) AND marks IS NOT NULL") != nil
    }

    /// Takes marks of a document out of the index that are others than those that it has.
    func removeMarks(
        of document: DocumentID, _ subject: SubjectID, but marks: [DocumentMark]
    ) throws(StorageError) {
        try transaction.run(
            """
            DELETE FROM document_mark
            WHERE subject_id = \(subject) AND document = \(document) AND digest NOT IN (\(marks.map(\.digest)))
            """)
    }

    /// Deletes marks under versions that have ended.
    func endMarks(before version: Int) throws(StorageError) {
        try transaction.run("DELETE FROM document_mark WHERE version < \(version)")
    }
}
