import Primitives
import Storage

/// The table of what is proposed to be published.
package enum PublicationSchema {
    /// `policy_proposal` is one row for each proposal, at most one of them open.
    ///
    /// Erasure rule: the row stays without the person who proposed.
    package static let migrations = [
        Migration(
            "2026-11-27.25", "publication: proposals",
            placing: ["policy_proposal": .reference],
            [
                """
                CREATE TABLE policy_proposal (
                    id BLOB PRIMARY KEY, after_edition BIGINT NOT NULL, hash BLOB NOT NULL, canonical BLOB NOT NULL,
                    warnings TEXT NOT NULL, state TEXT NOT NULL, proposed_by BLOB, proposed_at BIGINT NOT NULL,
                    ended_at BIGINT)
                """,
                "CREATE UNIQUE INDEX policy_proposal_open ON policy_proposal (state) WHERE state = 'open'",
            ])
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("UPDATE policy_proposal SET proposed_by = NULL WHERE proposed_by = \(subject)")
    }
}
