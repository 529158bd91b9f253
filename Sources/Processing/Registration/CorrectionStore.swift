import Policy
import Primitives
import Storage

/// A value that a reviewer read in a document and proposes for a field.
package struct CorrectionRow: Sendable {
    package let id: Identifier<CorrectionRow>
    package let field: FieldNumber
    /// Sealed.
    package let value: Bytes
    package let state: State
    package let at: Instant

    package init(id: Identifier<CorrectionRow>, field: FieldNumber, value: Bytes, state: State, at: Instant) {
        self.id = id
        self.field = field
        self.value = value
        self.state = state
        self.at = at
    }

    package enum State: String, Sendable { case proposed, accepted, rejected }

    /// What is bound into the sealed value.
    package static func label(_ id: Identifier<CorrectionRow>) -> String { "correction \(id)" }
}

/// Proposed values, in an open transaction.
package struct CorrectionStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// All proposals to a person, the oldest first.
    package func all(of subject: SubjectID) throws(StorageError) -> [CorrectionRow] {
        let rows = try transaction.rows(
            "SELECT id, field, value, state, at FROM correction WHERE subject_id = \(subject) ORDER BY at, id")
        return try rows.map { row throws(StorageError) in
            guard let state = CorrectionRow.State(rawValue: try row.text(3)) else {
                throw .unexpected("correction row")
            }
            return CorrectionRow(
                id: try row.identifier(0), field: FieldNumber(Int(try row.int(1))), value: try row.bytes(2),
                state: state,
                at: try row.instant(4))
        }
    }

    /// Puts in a proposal; an open one for the same field gives way.
    package func propose(_ row: CorrectionRow, of subject: SubjectID) throws(StorageError) {
        try transaction.send(
            """
            DELETE FROM correction
            WHERE subject_id = \(subject) AND field = \(row.field.rawValue) AND state = 'proposed'
            """)
        try transaction.send(
            """
            INSERT INTO correction (subject_id, id, field, value, state, at)
            VALUES (\(subject), \(row.id), \(row.field.rawValue), \(row.value), \(row.state.rawValue), \(row.at))
            """)
    }

    /// Closes a proposal. - Returns: false when it is not open any more.
    package func close(_ id: Identifier<CorrectionRow>, _ state: CorrectionRow.State, of subject: SubjectID)
        throws(StorageError) -> Bool
    {
        try transaction.run(
            """
            UPDATE correction SET state = \(state.rawValue), value = \(Bytes())
            WHERE subject_id = \(subject) AND id = \(id) AND state = 'proposed'
            """) == 1
    }
}
