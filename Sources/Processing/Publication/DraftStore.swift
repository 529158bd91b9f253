import Policy
import Primitives
import Storage

/// A file of the draft, as it was saved last.
package struct DraftFile: Sendable {
    package let name: String
    /// Counts from 1.
    package let revision: Int
    package let text: String
    /// nil for the operator on the server itself, and for somebody who is no more.
    package let savedBy: SubjectID?
    package let savedAt: Instant
}

/// The draft of the next edition, in an open transaction. Rows are only added: nothing that was saved is lost.
struct DraftStore {
    let transaction: any Transaction

    /// Each file as it was saved last; empty while no draft was begun.
    func files() throws -> [DraftFile] {
        try transaction.rows(
            """
            SELECT d.name, d.revision, d.text, d.saved_by, d.saved_at FROM policy_draft d
            WHERE d.revision = (SELECT MAX(e.revision) FROM policy_draft e WHERE e.name = d.name) ORDER BY d.name
            """
        ).map(Self.file)
    }

    /// The newest revisions of a file, the newest first.
    func revisions(of name: String, limit: Int) throws -> [DraftFile] {
        try transaction.rows(
            """
            SELECT name, revision, text, saved_by, saved_at FROM policy_draft
            WHERE name = \(name) ORDER BY revision DESC LIMIT \(limit)
            """
        ).map(Self.file)
    }

    /// - Returns: false when somebody else has saved that revision meanwhile.
    func add(_ file: DraftFile) throws -> Bool {
        try transaction.run(
            """
            INSERT INTO policy_draft (name, revision, text, saved_by, saved_at)
            VALUES (\(file.name), \(file.revision), \(file.text), \(file.savedBy), \(file.savedAt))
            ON CONFLICT DO NOTHING
            """) == 1
    }

    func isBegun() throws -> Bool { try transaction.count("SELECT COUNT(*) FROM policy_draft") > 0 }

    private static func file(_ row: Row) throws -> DraftFile {
        DraftFile(
            name: try row.text(0), revision: Int(try row.int(1)), text: try row.text(2),
            savedBy: try row.identifierIfAny(3), savedAt: try row.instant(4))
    }
}
