import Policy
import Primitives
import Storage

/// Representations, and the sessions in which representatives act, in an open transaction.
package struct RepresentationStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    package func insert(_ row: RepresentationRow) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO representation (subject_id, id, representative, kind, state, begun_at, ends_at, ended_at,
                                        agreed_edition, agreed_language, agreed_text, accepted_at)
            VALUES (\(row.subject), \(row.id), \(row.representative), \(row.kind.rawValue), \(row.state.rawValue),
                    \(row.begunAt), \(row.endsAt), NULL,
                    \(row.agreed?.edition), \(row.agreed?.language.rawValue), \(row.agreed?.digest),
                    \(row.acceptedAt))
            """)
    }

    /// Those of a principal, the newest first.
    package func all(of subject: SubjectID) throws(StorageError) -> [RepresentationRow] {
        try transaction.rows(
            """
            SELECT id, subject_id, representative, kind, state, begun_at, ends_at, ended_at,
                   agreed_edition, agreed_language, agreed_text, accepted_at
            FROM representation
            WHERE subject_id = \(subject) ORDER BY begun_at DESC, id
            """
        ).map(RepresentationRow.init(row:))
    }

    package func find(_ id: Identifier<RepresentationRow>, of subject: SubjectID) throws(StorageError)
        -> RepresentationRow?
    {
        try all(of: subject).first { $0.id == id }
    }

    /// Those by which somebody acts or agrees, the newest first.
    package func all(by representative: SubjectID) throws(StorageError) -> [RepresentationRow] {
        try transaction.rows(
            """
            SELECT id, subject_id, representative, kind, state, begun_at, ends_at, ended_at,
                   agreed_edition, agreed_language, agreed_text, accepted_at
            FROM representation
            WHERE representative = \(representative) ORDER BY begun_at DESC, id LIMIT 200
            """
        ).map(RepresentationRow.init(row:))
    }

    /// Those by which somebody acts or agrees and that nobody has ended.
    package func open(by representative: SubjectID) throws(StorageError) -> [Identifier<RepresentationRow>] {
        try transaction.rows(
            """
            SELECT id FROM representation
            WHERE representative = \(representative) AND state IN ('claimed', 'accepted') ORDER BY id
            """
        ).map { row throws(StorageError) in try row.identifier(0) }
    }

    /// Those whose term is over and that are still open.
    package func over(at now: Instant) throws(StorageError) -> [RepresentationRow] {
        try transaction.rows(
            """
            SELECT id, subject_id, representative, kind, state, begun_at, ends_at, ended_at,
                   agreed_edition, agreed_language, agreed_text, accepted_at
            FROM representation
            WHERE ends_at <= \(now) AND state IN ('claimed', 'accepted') ORDER BY ends_at LIMIT 100
            """
        ).map(RepresentationRow.init(row:))
    }

    /// Moves one that is open.
    ///
    /// - Returns: false when it is not open any more.
    package func move(
        _ row: RepresentationRow, to state: RepresentationRow.State, at now: Instant
    ) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE representation SET state = \(state.rawValue), ended_at = \(state.isOpen ? nil : now),
                   accepted_at = COALESCE(\(state == .accepted ? now : nil), accepted_at)
            WHERE subject_id = \(row.subject) AND id = \(row.id) AND state IN ('claimed', 'accepted')
            """) == 1
    }

    /// From now on a session acts for the principal by a representation; every act in it names both.
    package func act(
        by id: Identifier<RepresentationRow>, for subject: SubjectID, in session: Bytes, at now: Instant
    ) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO acting (subject_id, session, representation, since)
            VALUES (\(subject), \(session), \(id), \(now))
            ON CONFLICT (subject_id, session) DO UPDATE SET representation = excluded.representation, since = excluded.since
            """)
    }

    /// A session goes on under another token.
    package func renew(_ session: Bytes, as other: Bytes, of subject: SubjectID) throws(StorageError) {
        try transaction.send(
            "UPDATE acting SET session = \(other) WHERE subject_id = \(subject) AND session = \(session)")
    }

    /// Asks by which representation a session acts for a principal, with what is asked next.
    func askActing(_ session: Bytes, for subject: SubjectID) throws(StorageError) -> Asked {
        try transaction.ask(
            """
            SELECT representation.id, representation.subject_id, representation.representative, representation.kind,
                   representation.state, representation.begun_at, representation.ends_at, representation.ended_at,
                   representation.agreed_edition, representation.agreed_language, representation.agreed_text,
                   representation.accepted_at
            FROM acting JOIN representation
                 ON representation.subject_id = acting.subject_id AND representation.id = acting.representation
            WHERE acting.subject_id = \(subject) AND acting.session = \(session)
            """)
    }

    /// Ends a representation as a later entry says, in a house that was put back from before it.
    ///
    /// - Parameters:
    ///   - id: as the entry names it; without it, of older entries, all of the kind that had begun by then.
    ///   - end: when it ended.
    /// - Returns: false when none of them is open.
    package func endAgain(
        _ id: Identifier<RepresentationRow>?, _ kind: RepresentationRow.Kind?, of subject: SubjectID, at end: Instant
    ) throws(StorageError) -> Bool {
        let rows = try all(of: subject).filter { row in
            id.map { $0 == row.id } ?? (kind == row.kind && row.begunAt <= end)
        }
        var found = false
        for row in rows where try move(row, to: .ended, at: end) { found = true }
        return found
    }

    /// Deletes what tells of sessions that have long ended.
    package func sweep(at now: Instant) throws(StorageError) {
        try transaction.send("DELETE FROM acting WHERE since < \(now - .days(30))")
    }

    /// Of a principal who is erased nothing stays; one by whom others were represented ends.
    package func erase(_ subject: SubjectID) throws(StorageError) {
        try transaction.send("DELETE FROM acting WHERE subject_id = \(subject)")
        try transaction.send("DELETE FROM representation WHERE subject_id = \(subject)")
        try transaction.send(
            """
            UPDATE representation SET state = 'ended'
            WHERE representative = \(subject) AND state IN ('claimed', 'accepted')
            """)
    }
}
