import Permits
import Policy
import Primitives
import Storage

/// The index of the marks of documents, made anew out of what each document's own row holds.
///
/// Nothing is opened: a row tells its digests and what they stand for. So a copy that comes back finds no document by a
/// mark that is not its own, whatever its index says. Only where a row does not tell what its digests stand for, as an
/// earlier programme left it, they are made anew out of the reading. Only while nothing else works on the house.
package struct DocumentMarkIndex: Sendable {
    let gate: Gate
    let identify: @Sendable (DocumentReading) -> [DocumentIdentifier]
    let time: TimeSource

    /// - Parameter identify: what of a reading identifies the document; asked under a new index key, and where a document's
    ///   row does not tell it.
    package init(
        gate: Gate, identify: @escaping @Sendable (DocumentReading) -> [DocumentIdentifier], time: TimeSource
    ) {
        self.gate = gate
        self.identify = identify
        self.time = time
    }

    /// What a rebuilding changed.
    package struct Rebuilt: Sendable, Hashable {
        /// Documents that have marks.
        package var documents = 0
        /// Marks that were missing, or stood for something else.
        package var entered = 0
        /// Marks that are no document's.
        package var removed = 0
        /// Documents whose rows did not tell what their marks stand for, and which were read for it.
        package var renewed = 0
        /// Documents of which that could not be found out: in the index there is of them what stood there.
        package var left = 0

        package init() {}

        /// What the entry of a restore tells of it.
        package var note: [String: String] {
            [
                "marked": "\(documents)", "marks": "\(entered)", "unmarked": "\(removed)", "remarked": "\(renewed)",
                "markless": "\(left)",
            ].filter { $0.value != "0" }
        }
    }

    private static let atOnce = 500

    /// Takes out of the index what no document holds, and then enters what all documents hold.
    ///
    /// - Parameter after: is run after each batch, and after each document that was read, with what has been done so far.
    package func rebuild(
        after: @Sendable (Rebuilt) async throws -> Void = { _ in }
    ) async throws -> Rebuilt {
        var rebuilt = Rebuilt()
        let oldest = try gate.oldestIndexVersion()
        var last = MarkPlace.first
        while true {
            let from = last
            let (removed, newest) = try await gate.perform { transaction in
                try DocumentStore(transaction).removeStrayMarks(after: from, most: Self.atOnce)
            }
            rebuilt.removed += removed
            guard let newest else { break }
            last = newest
        }
        last = .first
        while true {
            let from = last
            let batch = try await gate.perform { transaction in
                try DocumentStore(transaction).enterOwnMarks(oldest: oldest, after: from, most: Self.atOnce)
            }
            guard let newest = batch.newest else { return rebuilt }
            last = newest
            rebuilt.documents += batch.documents
            rebuilt.entered += batch.entered
            for document in batch.unlabelled {
                if try await tryToRenew(document) { rebuilt.renewed += 1 } else { rebuilt.left += 1 }
                try await after(rebuilt)
            }
            try await after(rebuilt)
        }
    }
}

/// Up to where a walk through the index, or through all documents, has come.
struct MarkPlace: Hashable, Sendable {
    let subject: Bytes
    let document: Bytes

    static let first = MarkPlace(subject: [], document: [])
}

/// What one step of the walk through all documents found.
struct MarkBatch: Sendable {
    /// Documents that have marks.
    var documents = 0
    /// Marks that were entered.
    var entered = 0
    /// Documents whose rows do not tell what their marks stand for.
    var unlabelled: [DocumentRow] = []
    /// Up to where it came; nil at the end.
    var newest: MarkPlace?
}

extension DocumentStore {
    /// What a document's own row says of its marks.
    private struct OwnMarks {
        let digests: Set<Bytes>
        /// Nil where nobody wrote down what they stand for.
        let labelled: Set<DocumentMark>?

        init(_ joined: Bytes, _ labels: String?) {
            digests = Set(DocumentMark.cut(joined))
            labelled = DocumentMark.labelled(joined, labels).map { Set($0) }
        }

        func holds(_ mark: DocumentMark) -> Bool { labelled?.contains(mark) ?? digests.contains(mark.digest) }
    }

    /// Deletes marks that the documents do not hold for which they stand in the index.
    ///
    /// - Returns: how many, and up to where; nil at the end.
    func removeStrayMarks(after last: MarkPlace, most: Int) throws(StorageError) -> (Int, MarkPlace?) {
        let places = try transaction.rows(
            """
            SELECT DISTINCT subject_id, document FROM document_mark
            WHERE subject_id > \(last.subject) OR (subject_id = \(last.subject) AND document > \(last.document))
            ORDER BY subject_id, document LIMIT \(most)
            """
        ).map { row throws(StorageError) in MarkPlace(subject: try row.bytes(0), document: try row.bytes(1)) }
        guard let newest = places.last else { return (0, nil) }
        let (wanted, subjects) = (Set(places), Array(Set(places.map(\.subject))))
        let own = try ownMarks(of: subjects)
        var removed = 0
        for (place, mark) in try indexedMarks(of: subjects) where wanted.contains(place) {
            guard own[place]?.holds(mark) != true else { continue }
            removed += try transaction.run(
                """
                DELETE FROM document_mark
                WHERE digest = \(mark.digest) AND subject_id = \(place.subject) AND document = \(place.document)
                """)
        }
        return (removed, newest)
    }

    /// Enters the marks that documents hold and the index does not; those under a key that has ended only where a document
    /// has no others, so that it is known that it needs new ones.
    ///
    /// - Parameter oldest: the first version of the index key that has not ended.
    func enterOwnMarks(oldest: Int, after last: MarkPlace, most: Int) throws(StorageError) -> MarkBatch {
        var batch = MarkBatch()
        let rows = try transaction.rows(
            """
            SELECT subject_id, id, marks, mark_labels, COALESCE(received_at, created_at) FROM document
            WHERE marks IS NOT NULL
                  AND (subject_id > \(last.subject) OR (subject_id = \(last.subject) AND id > \(last.document)))
            ORDER BY subject_id, id LIMIT \(most)
            """)
        guard let newest = rows.last else { return batch }
        batch.newest = MarkPlace(subject: try newest.bytes(0), document: try newest.bytes(1))
        let subjects = Array(Set(try rows.map { row throws(StorageError) in try row.bytes(0) }))
        var indexed: [MarkPlace: Set<DocumentMark>] = [:]
        for (place, mark) in try indexedMarks(of: subjects) { indexed[place, default: []].insert(mark) }
        for row in rows {
            let place = MarkPlace(subject: try row.bytes(0), document: try row.bytes(1))
            let own = OwnMarks(try row.bytes(2), try row.textIfAny(3))
            if !own.digests.isEmpty { batch.documents += 1 }
            if own.labelled == nil, !own.digests.isEmpty,
                let document = try find(try row.identifier(1), of: try row.identifier(0))
            {
                batch.unlabelled.append(document)
            }
            let live = (own.labelled ?? []).filter { $0.version >= oldest }
            for mark in (live.isEmpty ? own.labelled ?? [] : live).subtracting(indexed[place] ?? []) {
                batch.entered += try transaction.run(
                    """
                    INSERT INTO document_mark (digest, subject_id, document, field, version, at)
                    VALUES (\(mark.digest), \(place.subject), \(place.document), \(mark.field.rawValue),
                            \(mark.version), \(try row.instant(4)))
                    ON CONFLICT DO NOTHING
                    """)
            }
        }
        return batch
    }

    private func ownMarks(of subjects: [Bytes]) throws(StorageError) -> [MarkPlace: OwnMarks] {
        let rows = try transaction.rows(
            """
            SELECT subject_id, id, marks, mark_labels FROM document
            WHERE marks IS NOT NULL AND subject_id IN (\(subjects))
            """)
        var own: [MarkPlace: OwnMarks] = [:]
        for row in rows {
            own[MarkPlace(subject: try row.bytes(0), document: try row.bytes(1))] = OwnMarks(
                try row.bytes(2), try row.textIfAny(3))
        }
        return own
    }

    private func indexedMarks(of subjects: [Bytes]) throws(StorageError) -> [(MarkPlace, DocumentMark)] {
        try transaction.rows(
            "SELECT subject_id, document, digest, field, version FROM document_mark WHERE subject_id IN (\(subjects))"
        ).map { row throws(StorageError) in
            (
                MarkPlace(subject: try row.bytes(0), document: try row.bytes(1)),
                DocumentMark(
                    field: FieldNumber(Int(try row.int(3))), version: Int(try row.int(4)), digest: try row.bytes(2))
            )
        }
    }
}
