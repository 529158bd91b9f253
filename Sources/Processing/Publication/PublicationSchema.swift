import Primitives
import Storage

/// The table of what is proposed to be published.
package enum PublicationSchema {
    /// `policy_proposal` is one row for each proposal, at most one of them open; `void_proposal` one for each clause that
    /// somebody wants to be declared void, at most one of them open for a clause; `policy_draft` one for each revision of a
    /// file, only ever added to.
    ///
    /// Erasure rules: the rows stay without the person who proposed or saved; `edition_follower` is deleted.
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
            ]),
        Migration(
            "2026-12-03.11", "publication: clauses proposed to be declared void",
            placing: ["void_proposal": .reference],
            [
                """
                CREATE TABLE void_proposal (
                    id BLOB PRIMARY KEY, edition BIGINT NOT NULL, clause TEXT NOT NULL, since TEXT NOT NULL,
                    reason BLOB NOT NULL, state TEXT NOT NULL, proposed_by BLOB, proposed_at BIGINT NOT NULL,
                    ended_at BIGINT)
                """,
                "CREATE UNIQUE INDEX void_proposal_open ON void_proposal (edition, clause) WHERE state = 'open'",
            ]),
        Migration(
            "2026-12-03.12", "publication: the draft of the next edition",
            placing: ["policy_draft": .reference],
            [
                """
                CREATE TABLE policy_draft (
                    name TEXT NOT NULL, revision BIGINT NOT NULL, text TEXT NOT NULL, saved_by BLOB,
                    saved_at BIGINT NOT NULL, PRIMARY KEY (name, revision))
                """
            ]),
        Migration(
            "2026-12-03.13", "publication: who has seen which edition, and wants to be told of the next",
            placing: ["edition_follower": .bySubject()],
            [
                """
                CREATE TABLE edition_follower (
                    subject_id BLOB PRIMARY KEY, seen BIGINT, by_email BIGINT NOT NULL, told BIGINT NOT NULL)
                """,
                "CREATE INDEX edition_follower_by_told ON edition_follower (by_email, told)",
            ]),
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("UPDATE policy_proposal SET proposed_by = NULL WHERE proposed_by = \(subject)")
        try transaction.run("UPDATE void_proposal SET proposed_by = NULL WHERE proposed_by = \(subject)")
        try transaction.run("UPDATE policy_draft SET saved_by = NULL WHERE saved_by = \(subject)")
        try transaction.run("DELETE FROM edition_follower WHERE subject_id = \(subject)")
    }
}
