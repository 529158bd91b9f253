import Permits
import Policy
import Primitives
import Storage

/// An original document that a member of staff has seen at the counter; no scan of it is kept.
package struct SeenOriginal: Sendable, Hashable {
    package let subject: SubjectID
    package let kind: DocumentKindID
    package let seenOn: Day
    /// Under which the digits came.
    package let edition: Int
    package let at: Instant

    /// What is bound into the sealed digits.
    static func label(_ kind: DocumentKindID) -> String { "original \(kind)" }
}

/// Originals that were seen, in an open transaction; one of a kind counts, the newest.
package struct OriginalStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The originals of a person, with the last characters of their numbers, sealed.
    package func all(of subject: SubjectID) throws(StorageError) -> [(row: SeenOriginal, digits: SealedItem)] {
        try transaction.rows(
            """
            SELECT kind, seen_on, edition, at, digits FROM seen_original WHERE subject_id = \(subject) ORDER BY kind
            """
        ).map { row throws(StorageError) in
            let kind = DocumentKindID(try row.text(0))
            return (
                SeenOriginal(
                    subject: subject, kind: kind, seenOn: Day(daysSince1970: Int(try row.int(1))),
                    edition: Int(try row.int(2)), at: try row.instant(3)),
                SealedItem(try row.bytes(4), label: SeenOriginal.label(kind), in: .record)
            )
        }
    }

    /// One that is seen again keeps the edition under which it was seen first: nobody has agreed to another by that.
    func put(_ original: SeenOriginal, digits: Bytes) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO seen_original (subject_id, kind, seen_on, edition, at, digits)
            VALUES (\(original.subject), \(original.kind.rawValue), \(original.seenOn.daysSince1970),
                    \(original.edition), \(original.at), \(digits))
            ON CONFLICT (subject_id, kind) DO UPDATE SET
                seen_on = excluded.seen_on, at = excluded.at, digits = excluded.digits,
                edition = CASE WHEN seen_original.edition < excluded.edition THEN seen_original.edition
                               ELSE excluded.edition END
            """)
    }
}

extension DocumentsSchema {
    /// The originals that were seen, for a copy.
    @Sendable package static func holdings(
        of subject: SubjectID, _ transaction: any Transaction
    ) throws -> [Holding] {
        try OriginalStore(transaction).all(of: subject).map { row, digits in
            Holding(
                "originals",
                ["kind": row.kind.rawValue, "seen_on": row.seenOn.description, "at": row.at.description],
                text: Holding.Text(.readDocumentNumber, digits))
        }
    }
}

/// Why an original cannot be put on record.
package enum OriginalRefusal: Refusal, Hashable {
    /// Not the last four letters or digits of a number.
    case digits
    /// A day that has not come, or is longer ago than a month.
    case day
    /// The policy asks for no such document of this person, or does not compel it.
    case notAsked
    /// The registration takes no documents now.
    case closed

    package var kind: RefusalKind { self == .closed ? .conflict : .invalid }
}
