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

extension DocumentMark {
    /// What a document's own row tells of its marks beside the digests: field and version of each, in their order.
    static func labels(_ marks: [DocumentMark]) -> String {
        marks.map { "\($0.field.rawValue):\($0.version)" }.joined(separator: " ")
    }

    /// The marks that a document's own row holds.
    ///
    /// - Returns: nil where labels do not go with the digests: it was marked by a programme that kept none.
    static func labelled(_ joined: Bytes, _ labels: String?) -> [DocumentMark]? {
        let (digests, parts) = (cut(joined), labels?.split(separator: " ") ?? [])
        guard labels != nil, digests.count == parts.count else { return nil }
        var marks: [DocumentMark] = []
        for (digest, part) in zip(digests, parts) {
            let numbers = part.split(separator: ":").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            marks.append(DocumentMark(field: FieldNumber(numbers[0]), version: numbers[1], digest: digest))
        }
        return marks
    }

    static func cut(_ joined: Bytes) -> [Bytes] {
        stride(from: 0, to: joined.count, by: length).map { Bytes(joined[$0..<min($0 + length, joined.count)]) }
    }
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
            UPDATE document SET marks = \(marks.flatMap(\.digest)), mark_labels = \(DocumentMark.labels(marks))
            WHERE subject_id = \(subject) AND id = \(document)
            """)
    }

    /// The marks of all documents of a person that are not destroyed.
    package func marks(of subject: SubjectID) throws(StorageError) -> Set<Bytes> {
        let rows = try transaction.rows(
            "SELECT marks FROM document WHERE subject_id = \(subject) AND marks IS NOT NULL ORDER BY id")
        return Set(try rows.map { row throws(StorageError) in DocumentMark.cut(try row.bytes(0)) }.joined())
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
                guard let own, DocumentMark.cut(own).contains(mark) else { continue }
                holders.append((subject, FieldNumber(Int(try row.int(2)))))
            }
        }
        return holders
    }
}
