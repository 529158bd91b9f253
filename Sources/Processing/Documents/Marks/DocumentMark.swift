import Policy
import Primitives
import Storage

/// A keyed digest by which a document is found again in another registration, without its number being kept for that.
package struct DocumentMark: Hashable, Sendable {
    /// The field whose value it stands for: the document's number or the IIN.
    package let field: FieldNumber
    /// The version of the index key.
    package let version: Int
    package let digest: Bytes

    static let length = 32
}

/// What tells a document, or the person it was issued to, from all others; normalised, as it is compared.
package struct DocumentIdentifier: Sendable {
    package let field: FieldNumber
    package let value: PersonalData<String>

    package init(_ field: FieldNumber, _ value: String) {
        self.field = field
        self.value = PersonalData(value)
    }
}

extension DocumentStore {
    /// Enters the marks of a document; they go when it is destroyed.
    func enter(
        _ marks: [DocumentMark], of document: DocumentID, _ subject: SubjectID, at now: Instant
    ) throws(StorageError) {
        let marks = marks.sorted { $0.digest.lexicographicallyPrecedes($1.digest) }
        for mark in marks {
            try transaction.run(
                """
                INSERT INTO document_mark (digest, subject_id, document, field, version, at)
                VALUES (\(mark.digest), \(subject), \(document), \(mark.field.rawValue), \(mark.version), \(now))
                ON CONFLICT DO NOTHING
                """)
        }
        try transaction.run(
            """
            UPDATE document SET marks = \(marks.flatMap(\.digest)) WHERE subject_id = \(subject) AND id = \(document)
            """)
    }

    /// The marks of all documents of a person that are not destroyed.
    package func marks(of subject: SubjectID) throws(StorageError) -> Set<Bytes> {
        let rows = try transaction.rows(
            "SELECT marks FROM document WHERE subject_id = \(subject) AND marks IS NOT NULL ORDER BY id")
        return Set(try rows.map { row throws(StorageError) in Self.cut(try row.bytes(0)) }.joined())
    }

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

    func hasMarks(_ document: DocumentID, of subject: SubjectID) throws(StorageError) -> Bool {
        try transaction.row(
            "SELECT 1 FROM document_mark WHERE subject_id = \(subject) AND document = \(document) LIMIT 1") != nil
    }

    /// Deletes marks under versions that have ended.
    func endMarks(before version: Int) throws(StorageError) {
        try transaction.run("DELETE FROM document_mark WHERE version < \(version)")
    }

    /// Who has a document with one of these marks, and which field it stands for, the newest first.
    ///
    /// A mark in the index counts only when the person's own document holds it too.
    package func holders(
        of marks: Set<Bytes>
    ) throws(StorageError) -> [(subject: SubjectID, field: FieldNumber)] {
        var holders: [(SubjectID, FieldNumber)] = []
        for mark in marks.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let rows = try transaction.rows(
                """
                SELECT subject_id, document, field FROM document_mark WHERE digest = \(mark)
                ORDER BY at DESC, subject_id LIMIT 20
                """)
            for row in rows {
                let (subject, document): (SubjectID, DocumentID) = (try row.identifier(0), try row.identifier(1))
                let own = try transaction.row(
                    "SELECT marks FROM document WHERE subject_id = \(subject) AND id = \(document)")?.bytesIfAny(0)
                guard let own, Self.cut(own).contains(mark) else { continue }
                holders.append((subject, FieldNumber(Int(try row.int(2)))))
            }
        }
        return holders
    }

    private static func cut(_ joined: Bytes) -> [Bytes] {
        stride(from: 0, to: joined.count, by: DocumentMark.length).map {
            Bytes(joined[$0..<min($0 + DocumentMark.length, joined.count)])
        }
    }
}
