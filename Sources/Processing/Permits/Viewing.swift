import Policy
import Primitives
import Storage

/// The name of a viewing.
package typealias ViewingID = Identifier<ViewingRow>

/// A look at a case that lasts a few minutes: one entry, then permits for the same things without new entries.
package struct Viewing: Sendable {
    package let id: ViewingID
    /// When it ends, by the term of the edition in force when it was opened.
    package let until: Instant
}

/// A viewing as stored.
package struct ViewingRow: Sendable {
    let ask: Ask
    /// The sealed objects that it names.
    let blobs: Set<Bytes>
    let expiresAt: Instant
    let openings: Int
}

/// Viewings, in an open transaction.
struct ViewingStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    func insert(
        _ id: ViewingID, _ ask: Ask, person: SubjectID, session: Bytes, blobs: [Bytes], until end: Instant
    ) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO viewing (subject_id, id, actor, session, role, act, purpose, case_id, fields, kinds, documents,
                                 expires_at, openings)
            VALUES (\(ask.subject), \(id), \(person), \(session), \(ask.actor.role.rawValue), \(ask.act.rawValue),
                    \(ask.purpose.rawValue), \(ask.caseID),
                    \(ask.fields.map(\.description).joined(separator: ",")),
                    \(ask.documents.map(\.rawValue).joined(separator: ",")), \(blobs.flatMap { $0 }), \(end), 0)
            """)
    }

    func find(_ id: ViewingID, of subject: SubjectID) throws(StorageError) -> ViewingRow? {
        let row = try transaction.row(
            """
            SELECT actor, session, role, act, purpose, case_id, fields, kinds, documents, expires_at, openings
            FROM viewing WHERE subject_id = \(subject) AND id = \(id)
            """)
        return try row.map { row throws(StorageError) in try ViewingRow(row: row, subject: subject) }
    }

    func countOpening(_ id: ViewingID, of subject: SubjectID) throws(StorageError) {
        try transaction.send("UPDATE viewing SET openings = openings + 1 WHERE subject_id = \(subject) AND id = \(id)")
    }

    /// Keeps a word with a viewing, for as long as it lasts.
    func keep(_ word: String, with id: ViewingID, of subject: SubjectID) throws(StorageError) {
        try transaction.send(
            "UPDATE viewing SET kept = \(word) WHERE subject_id = \(subject) AND id = \(id)")
    }

    func kept(with id: ViewingID, of subject: SubjectID) throws(StorageError) -> String? {
        try transaction.row("SELECT kept FROM viewing WHERE subject_id = \(subject) AND id = \(id)")?.textIfAny(0)
    }

    /// - Returns: false when it was gone.
    func delete(_ id: ViewingID, of subject: SubjectID) throws(StorageError) -> Bool {
        try transaction.run("DELETE FROM viewing WHERE subject_id = \(subject) AND id = \(id)") == 1
    }

    /// Viewings that ended before an instant.
    func ended(before now: Instant) throws(StorageError) -> [(subject: SubjectID, id: ViewingID)] {
        let rows = try transaction.rows(
            "SELECT subject_id, id FROM viewing WHERE expires_at <= \(now) ORDER BY expires_at LIMIT 100")
        return try rows.map { row throws(StorageError) in (try row.identifier(0), try row.identifier(1)) }
    }
}

extension ViewingRow {
    init(row: Row, subject: SubjectID) throws(StorageError) {
        guard let act = Act(rawValue: try row.text(3)) else { throw .unexpected("viewing row") }
        let fields = try row.text(6).split(separator: ",").compactMap { Int($0) }.map { FieldNumber($0) }
        let kinds = try row.text(7).split(separator: ",").map { DocumentKindID(String($0)) }
        ask = Ask(
            act, by: Actor(RoleID(try row.text(2)), person: try row.identifier(0), session: try row.bytes(1)),
            on: subject, for: PurposeID(try row.text(4)), fields: fields, documents: kinds,
            caseID: try row.textIfAny(5))
        let joined = try row.bytes(8)
        blobs = Set(
            stride(from: 0, to: joined.count, by: 16).map { Bytes(joined[$0..<min($0 + 16, joined.count)]) })
        expiresAt = try row.instant(9)
        openings = Int(try row.int(10))
    }
}
