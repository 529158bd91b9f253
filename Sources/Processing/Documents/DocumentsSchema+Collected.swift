import Permits
import Policy
import Primitives
import Storage

extension DocumentsSchema {
    /// What was read off documents and made of them stands beside the record, and came when the document did.
    package static let collectedFields: Set<FieldNumber> = [
        .readIIN, .readDocumentNumber, .readBirthDate, .readExpiryDate, .readNames, .pageHints, .fileMark,
        .documentMark,
    ]

    /// Under which editions the documents came whose kinds an act reaches, the originals that were seen, and what was read
    /// off them.
    @Sendable package static func collected(_ ask: Ask, _ transaction: any Transaction) throws -> [CollectedDatum] {
        // What is being read off a document now came with that one: whoever reads asks the edition of just that.
        let isReading = [.renderDocument, .readFromDocument].contains(ask.act)
        let reachesFields = !isReading && !collectedFields.isDisjoint(with: ask.fields)
        guard reachesFields || !ask.documents.isEmpty else { return [] }
        let originals = try OriginalStore(transaction).all(of: ask.subject).map(\.row)
        var data = originals.map { CollectedDatum($0.kind, edition: $0.edition) }
        if !ask.documents.isEmpty {
            data += try DocumentStore(transaction).all(of: ask.subject).map {
                CollectedDatum($0.kind, edition: $0.edition)
            }
        }
        guard reachesFields else { return data }
        return try data + originals.map { CollectedDatum(.readDocumentNumber, edition: $0.edition) }
            + readings(of: ask.subject, transaction)
    }

    private static func readings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [CollectedDatum] {
        let made: [[FieldNumber]] = [
            [.readIIN, .readDocumentNumber, .readBirthDate, .readExpiryDate, .readNames], [.pageHints], [.fileMark],
            [.documentMark],
        ]
        return try transaction.rows(
            """
            SELECT DISTINCT edition, CASE WHEN reading IS NULL THEN 0 ELSE 1 END, CASE WHEN hints IS NULL THEN 0 ELSE 1 END,
                   CASE WHEN fingerprint IS NULL THEN 0 ELSE 1 END, CASE WHEN marks IS NULL THEN 0 ELSE 1 END
            FROM document WHERE subject_id = \(subject)
            """
        ).flatMap { row -> [CollectedDatum] in
            let edition = Int(try row.int(0))
            return try made.enumerated().flatMap { place, fields -> [CollectedDatum] in
                try row.bool(place + 1) ? fields.map { CollectedDatum($0, edition: edition) } : []
            }
        }
    }
}
