import Policy
import Primitives
import Storage
import Vault

/// What stands about a person outside their sealed record.
package struct SubjectRow: Sendable {
    package let id: SubjectID
    package let kind: Kind
    package let state: State
    /// Grows by one with each change of the record.
    package let revision: Int
    /// The sealed record, as stored.
    let record: Bytes
    package let language: Language
    /// Registered before the operator set region and address: an invented person.
    package let isInvented: Bool
    package let createdAt: Instant
    /// What they registered as; staff count as persons.
    package let registrant: Registrant

    package enum Kind: String, Sendable { case person, staff }

    /// Whether data may be worked with at all.
    package enum State: String, Sendable {
        case living, blocked
        /// The purposes have ended; what a law has kept lies in the archive, and there is nothing else.
        case archived
        case erased
    }

    static let columns = "id, kind, state, revision, record, language, demo, created_at, registrant"

    init(row: Row) throws(StorageError) {
        id = try row.identifier(0)
        guard let kind = Kind(rawValue: try row.text(1)), let state = State(rawValue: try row.text(2)) else {
            throw .unexpected("subject row")
        }
        self.kind = kind
        self.state = state
        revision = Int(try row.int(3))
        record = try row.bytes(4)
        language = Language(rawValue: try row.text(5)) ?? .ru
        isInvented = try row.bool(6)
        createdAt = try row.instant(7)
        guard let registrant = Registrant(rawValue: try row.textIfAny(8) ?? Registrant.person.rawValue) else {
            throw .unexpected("subject row")
        }
        self.registrant = registrant
    }
}

/// Rows about persons, in an open transaction.
package struct SubjectStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// The person's row; nil when there is none.
    package func find(_ id: SubjectID) throws(StorageError) -> SubjectRow? { try Self.found(try ask(id)) }

    /// Asks for the person's row, with what is asked next.
    func ask(_ id: SubjectID) throws(StorageError) -> Asked {
        try transaction.ask(
            """
            SELECT id, kind, state, revision, record, language, demo, created_at, registrant FROM subject
            WHERE id = \(id)
            """)
    }

    /// What ``ask(_:)`` asked for.
    static func found(_ asked: Asked) throws(StorageError) -> SubjectRow? {
        guard let row = try asked.row() else { return nil }
        return try SubjectRow(row: row)
    }

    /// Puts in a new person with an empty record.
    package func insert(
        _ id: SubjectID, kind: SubjectRow.Kind, as registrant: Registrant = .person, language: Language,
        isInvented: Bool,
        at now: Instant
    ) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO subject (id, kind, state, revision, record, language, demo, created_at, registrant)
            VALUES (\(id), \(kind.rawValue), 'living', 0, \(Bytes()), \(language.rawValue), \(isInvented), \(now),
                    \(registrant == .person ? nil : registrant.rawValue))
            """)
    }

    /// Remembers the language that the person reads.
    package func setLanguage(_ language: Language, of id: SubjectID) throws(StorageError) {
        try transaction.send("UPDATE subject SET language = \(language.rawValue) WHERE id = \(id)")
    }

    /// Stops or resumes all work with a person's data.
    package func setState(_ state: SubjectRow.State, of id: SubjectID) throws(StorageError) {
        try transaction.send("UPDATE subject SET state = \(state.rawValue) WHERE id = \(id)")
    }

    /// Whether somebody is registered who is not marked as invented.
    package func hasRealPersons() throws(StorageError) -> Bool {
        try transaction.row("SELECT 1 FROM subject WHERE kind = 'person' AND demo = 0 AND state <> 'erased' LIMIT 1")
            != nil
    }

    /// How many persons of a kind are not erased.
    package func count(_ kind: SubjectRow.Kind) throws(StorageError) -> Int {
        let row = try transaction.row(
            "SELECT COUNT(*) FROM subject WHERE kind = \(kind.rawValue) AND state <> 'erased'")
        return Int(try row?.int(0) ?? 0)
    }

    /// Stores a record in place of the one with a revision; there is a row in the answer when it was that.
    func update(_ id: SubjectID, record: Bytes, from revision: Int) throws(StorageError) -> Asked {
        try transaction.ask(
            """
            UPDATE subject SET record = \(record), revision = \(revision + 1)
            WHERE id = \(id) AND revision = \(revision) RETURNING revision
            """)
    }
}

extension SubjectRow {
    /// The sealed record; a person who has just been put in has an empty one.
    var openable: SealedRecord {
        get throws { record.isEmpty ? .empty : try SealedRecord(parsing: record) }
    }
}

extension SubjectRow {
    /// Which fields the record holds; readable without a key.
    package var fieldsHeld: [FieldNumber] {
        get throws { try openable.fields.map { FieldNumber($0.field) } }
    }
}
