import Ledger
import Policy
import Primitives
import Storage
import Vault

/// What a room deletes of its own when a person is erased, in the transaction of the erasure.
package typealias ErasureStep = @Sendable (SubjectID, any Transaction) throws -> Void

extension Gate {
    /// Erases a person: rows, index and private history go in one transaction with the entry; then the key is destroyed.
    ///
    /// Where a law has a part of it kept, that part goes to the archive and the person stays until its term is over
    /// (``archive(_:in:_:sealer:steps:in:)``).
    ///
    /// When the process dies in between, ``finishErasures()`` destroys the key at the next start, before any is opened.
    ///
    /// - Returns: the mark under which the erasure is certified: SHA-256, 32 octets (``Whom/erasureMark(of:)``).
    @discardableResult
    package func erase(_ ask: Ask, steps: [ErasureStep]) async throws -> Bytes {
        try await beginErasure(ask, steps: steps)
        try await finishErasures()
        return Whom.erasureMark(of: ask.subject)
    }

    /// The same, if it is still to be done: asked under the lock of the person, since whoever found them looked before.
    ///
    /// - Returns: false when it is not, and nothing was done.
    package func erase(
        _ ask: Ask, steps: [ErasureStep], if isDue: @escaping @Sendable (any Transaction) throws -> Bool
    ) async throws -> Bool {
        guard try await beginErasure(ask, steps: steps, if: isDue) else { return false }
        try await finishErasures()
        return true
    }

    /// The mark under which an erasure of a person would be certified: SHA-256, 32 octets.
    package func erasureMark(of subject: SubjectID) -> Bytes { Whom.erasureMark(of: subject) }

    /// The part of an erasure that is one transaction. - Returns: false when it is not due.
    @discardableResult
    func beginErasure(
        _ ask: Ask, steps: [ErasureStep], if isDue: @escaping @Sendable (any Transaction) throws -> Bool = { _ in true }
    ) async throws -> Bool {
        let sealer = try await sealer(for: ask)
        return try await perform { [self] transaction in
            let standing = try check(ask, .exclusive, in: transaction)
            guard try isDue(transaction) else { return false }
            if standing.row.state == .archived {
                // What a law has kept is kept to its day, whoever asks.
                guard let row = try ArchivedStore(transaction).find(ask.subject), row.destroyAt <= time.now else {
                    throw GateRefusal(.archived, clause: standing.permission.clause, ask: ask)
                }
            } else if let keep = try legallyKept(ask.subject, standing.edition.document, time.now, transaction) {
                try archive(keep, in: ask, standing, sealer: sealer, steps: steps, in: transaction)
                return true
            }
            let mark = Whom.erasureMark(of: ask.subject)
            let closes = try LedgerStore(transaction).historyCount(of: ask.subject) + 1
            let entry = try appended(
                ask, edition: standing.edition.number, clause: standing.permission.clause,
                basis: standing.permission.basis.code, sealer: sealer,
                change: Change(revision: standing.row.revision + 1, digest: mark),
                note: [LedgerEntry.closesWord: "\(closes)"], in: transaction)
            try clear(ask.subject, revision: standing.row.revision + 1, by: entry, steps: steps, in: transaction)
            return true
        }
    }

    /// Deletes what there is about a person, whose entry of erasure is written in the same transaction.
    func clear(
        _ subject: SubjectID, revision: Int, by entry: LedgerEntry, steps: [ErasureStep],
        in transaction: any Transaction
    ) throws {
        let (mark, canonical) = (Whom.erasureMark(of: subject), try entry.canonical())
        for step in steps { try step(subject, transaction) }
        try clearRows(of: subject, .erased, revision: revision, in: transaction)
        try transaction.run("DELETE FROM archived WHERE subject_id = \(subject)")
        try transaction.run("DELETE FROM archive_opening WHERE subject_id = \(subject)")
        try transaction.run(
            """
            INSERT INTO erasure (subject_id, at, key_destroyed, mark, entry)
            VALUES (\(subject), \(entry.at), 0, \(mark), \(canonical))
            """)
        try LedgerStore(transaction).deleteHistory(of: subject)
    }

    /// Deletes what the Gate itself keeps for work with a person, and closes their record.
    func clearRows(
        of subject: SubjectID, _ state: SubjectRow.State, revision: Int, in transaction: any Transaction
    ) throws {
        // A hold that has not ended goes on in the archive, where nobody is asked for a consent any more.
        let holds: SQL =
            state == .archived
            ? """
            DELETE FROM hold
            WHERE subject_id = \(subject) AND (ended_at IS NOT NULL OR ground = \(Hold.lostConsent))
            """
            : "DELETE FROM hold WHERE subject_id = \(subject)"
        for statement: SQL in [
            holds,
            "DELETE FROM consent WHERE subject_id = \(subject)",
            "DELETE FROM viewing WHERE subject_id = \(subject)",
            "DELETE FROM address WHERE subject_id = \(subject)",
            "UPDATE work_hold SET proposed_by = NULL WHERE proposed_by = \(subject)",
            """
            UPDATE subject SET state = \(state.rawValue), record = \(Bytes()), revision = \(revision)
            WHERE id = \(subject)
            """,
        ] { try transaction.run(statement) }
    }

    /// Destroys the keys of persons whose erasure is on record, and empties the log in which they could still be read.
    ///
    /// It may be called again at any time: an erasure is ticked off when all of it is done.
    package func finishErasures() async throws {
        let waiting = try await database.read { transaction in
            try transaction.rows("SELECT subject_id FROM erasure WHERE key_destroyed = 0")
                .map { row in try row.identifier(0) as SubjectID }
        }
        guard !waiting.isEmpty else { return }
        for subject in waiting { try await keys.destroy(subject) }
        try await emptyKeyLog()
        let destroyed = time.now
        try await database.write { transaction in
            for subject in waiting {
                try transaction.send(
                    """
                    UPDATE erasure SET key_destroyed = 1, key_destroyed_at = \(destroyed)
                    WHERE subject_id = \(subject) AND key_destroyed = 0
                    """)
            }
        }
    }
}
