import Policy
import Primitives
import Storage

/// One act of giving or withdrawing a consent. Rows are only added.
package struct ConsentRow: Sendable {
    package let id: Identifier<ConsentRow>
    package let consent: ConsentID
    /// False when the row withdraws it.
    package let isGiven: Bool
    package let edition: Int
    package let language: Language
    /// SHA-256 of the exact text shown.
    package let textHash: Bytes
    /// The exact text shown, sealed.
    package let text: Bytes
    package let at: Instant

    /// What is bound into the sealed text.
    package var label: String { "consent \(id)" }
}

/// The history of consents, in an open transaction.
package struct ConsentStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// All rows of a person, the oldest first.
    package func history(of subject: SubjectID) throws(StorageError) -> [ConsentRow] {
        let rows = try transaction.rows(
            """
            SELECT id, consent, given, edition, language, text_hash, text, at FROM consent
            WHERE subject_id = \(subject) ORDER BY at, id
            """)
        return try rows.map { row throws(StorageError) in
            ConsentRow(
                id: try row.identifier(0), consent: ConsentID(try row.text(1)), isGiven: try row.bool(2),
                edition: Int(try row.int(3)), language: Language(rawValue: try row.text(4)) ?? .ru,
                textHash: try row.bytes(5), text: try row.bytes(6), at: try row.instant(7))
        }
    }

    /// The consents in force now, and the edition under which each was given. What was shown is not read.
    package func inForce(of subject: SubjectID) throws(StorageError) -> [ConsentID: Int] {
        try Self.inForce(try askInForce(of: subject))
    }

    /// Asks for the consents in force, with what is asked next.
    func askInForce(of subject: SubjectID) throws(StorageError) -> Asked {
        try transaction.ask("SELECT consent, given, edition FROM consent WHERE subject_id = \(subject) ORDER BY at, id")
    }

    /// What ``askInForce(of:)`` asked for.
    static func inForce(_ asked: Asked) throws(StorageError) -> [ConsentID: Int] {
        let rows = try asked.rows()
        var editions: [ConsentID: Int] = [:]
        for row in rows {
            editions[ConsentID(try row.text(0))] = try row.bool(1) ? Int(try row.int(2)) : nil
        }
        return editions
    }

    /// Adds a row. It is later than the person's newest one whatever the clock says, so that none is overtaken.
    func append(_ row: ConsentRow, of subject: SubjectID) throws(StorageError) {
        let newest = try transaction.row("SELECT MAX(at) FROM consent WHERE subject_id = \(subject)")?.instantIfAny(0)
        let at = newest.map { max(row.at, $0 + Span(microseconds: 1)) } ?? row.at
        try transaction.send(
            """
            INSERT INTO consent (subject_id, id, consent, given, edition, language, text_hash, text, at)
            VALUES (\(subject), \(row.id), \(row.consent.rawValue), \(row.isGiven), \(row.edition),
                    \(row.language.rawValue), \(row.textHash), \(row.text), \(at))
            """)
    }
}
