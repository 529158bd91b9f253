import Ledger
import Policy
import Primitives
import Storage

/// That what goes out and what is done by itself stands still since a restore, until an administrator releases it: what
/// waits was meant for the time of the copy, and a part of it has been done since.
package struct WorkHold: Hashable, Sendable {
    package let since: Instant
    /// Who proposed to release it, and when; nil while nobody has.
    package let proposal: Proposal?

    package struct Proposal: Hashable, Sendable {
        /// nil for somebody who is no more.
        package let by: SubjectID?
        package let at: Instant
    }
}

/// The hold, in an open transaction.
package struct WorkHoldStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// nil while work goes on.
    package func standing() throws(StorageError) -> WorkHold? {
        try transaction.row("SELECT since, proposed_by, proposed_at FROM work_hold WHERE id = 1")
            .map { row throws(StorageError) in
                let by: SubjectID? = try row.identifierIfAny(1)
                let at = try row.instantIfAny(2)
                return WorkHold(since: try row.instant(0), proposal: at.map { WorkHold.Proposal(by: by, at: $0) })
            }
    }

    /// Holds everything from now on; a proposal to release an earlier hold ends.
    package func begin(at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO work_hold (id, since, proposed_by, proposed_at) VALUES (1, \(now), NULL, NULL)
            ON CONFLICT (id) DO UPDATE SET since = excluded.since, proposed_by = NULL, proposed_at = NULL
            """)
    }

    /// - Returns: false when nothing is held, or somebody has proposed it already.
    package func propose(by person: SubjectID, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE work_hold SET proposed_by = \(person), proposed_at = \(now)
            WHERE id = 1 AND proposed_at IS NULL
            """) == 1
    }

    /// - Returns: false when nothing is held.
    package func end() throws(StorageError) -> Bool {
        try transaction.run("DELETE FROM work_hold WHERE id = 1") == 1
    }
}

extension Gate {
    /// Whether what is done by itself stands still.
    package func isWorkHeld() async throws -> Bool {
        try await database.read { try WorkHoldStore($0).standing() != nil }
    }
}
