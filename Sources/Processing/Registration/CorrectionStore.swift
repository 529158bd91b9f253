import Policy
import Primitives
import Storage

/// A value that a reviewer read in a document, or that a request to correct data asks for, proposed for a field.
package struct CorrectionRow: Sendable {
    package let id: Identifier<CorrectionRow>
    package let field: FieldNumber
    /// Sealed; of an empty text where the datum is to be removed.
    package let value: Bytes
    package let state: State
    package let at: Instant
    /// The place of the request on which it is proposed among the person's; nil where a reviewer did.
    package let request: Int?

    package init(
        id: Identifier<CorrectionRow>, field: FieldNumber, value: Bytes, state: State, at: Instant, request: Int? = nil
    ) {
        self.id = id
        self.field = field
        self.value = value
        self.state = state
        self.at = at
        self.request = request
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
            "SELECT id, field, value, state, at, request FROM correction WHERE subject_id = \(subject) ORDER BY at, id")
        return try rows.map { row throws(StorageError) in
            guard let state = CorrectionRow.State(rawValue: try row.text(3)) else {
                throw .unexpected("correction row")
            }
            return CorrectionRow(
                id: try row.identifier(0), field: FieldNumber(Int(try row.int(1))), value: try row.bytes(2),
                state: state, at: try row.instant(4), request: try row.intIfAny(5).map { Int($0) })
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
            INSERT INTO correction (subject_id, id, field, value, state, at, request)
            VALUES (\(subject), \(row.id), \(row.field.rawValue), \(row.value), \(row.state.rawValue), \(row.at),
                    \(row.request))
            """)
    }

    /// What was proposed on a request, the oldest first.
    package func all(on request: Int, of subject: SubjectID) throws(StorageError) -> [CorrectionRow] {
        try all(of: subject).filter { $0.request == request }
    }

    /// Takes back what nobody has answered on a request, which is closed.
    package func end(on request: Int, of subject: SubjectID) throws(StorageError) {
        try transaction.run(
            "DELETE FROM correction WHERE subject_id = \(subject) AND request = \(request) AND state = 'proposed'")
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
