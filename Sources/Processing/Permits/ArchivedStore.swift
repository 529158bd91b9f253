import Ledger
import Primitives
import Storage

/// The archive, in an open transaction.
package struct ArchivedStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Whose term is over, from behind one on, in the order of their identifiers; not those who are held.
    package func due(at now: Instant, after last: Bytes, limit: Int) throws(StorageError) -> [ArchivedRow] {
        try transaction.rows(
            """
            SELECT subject_id, case_id, articles, years, archived_at, destroy_at, entry FROM archived
            WHERE destroy_at <= \(now) AND subject_id > \(last)
                  AND NOT EXISTS (
                      SELECT 1 FROM hold
                      WHERE hold.subject_id = archived.subject_id AND hold.ended_at IS NULL AND hold.until > \(now))
            ORDER BY subject_id LIMIT \(limit)
            """
        ).map(ArchivedRow.init(row:))
    }

    /// What is archived of a person; nil when nothing is.
    package func find(_ subject: SubjectID) throws(StorageError) -> ArchivedRow? {
        try transaction.row(
            """
            SELECT subject_id, case_id, articles, years, archived_at, destroy_at, entry FROM archived
            WHERE subject_id = \(subject)
            """
        ).map(ArchivedRow.init(row:))
    }

    /// What is archived of the registration of that number; nil when nothing is.
    package func find(number: String) throws(StorageError) -> ArchivedRow? {
        try transaction.row(
            """
            SELECT subject_id, case_id, articles, years, archived_at, destroy_at, entry FROM archived
            WHERE case_id = \(number)
            """
        ).map(ArchivedRow.init(row:))
    }

    /// How many people there are in the archive, and the day of the next who leaves it.
    package func count() throws(StorageError) -> (persons: Int, next: Instant?) {
        guard let row = try transaction.row("SELECT count(*), min(destroy_at) FROM archived") else { return (0, nil) }
        return (Int(try row.int(0)), try row.instantIfAny(1))
    }

    func insert(_ row: ArchivedRow, content: Bytes) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO archived (subject_id, case_id, articles, years, archived_at, destroy_at, entry, content)
            VALUES (\(row.subject), \(row.caseID), \(row.articles), \(row.years), \(row.archivedAt), \(row.destroyAt),
                    \(row.entry), \(content))
            """)
    }

    func content(of subject: SubjectID) throws(StorageError) -> Bytes? {
        try transaction.row("SELECT content FROM archived WHERE subject_id = \(subject)")?.bytes(0)
    }
}

extension ArchivedRow {
    init(row: Row) throws(StorageError) {
        self.init(
            subject: try row.identifier(0), caseID: try row.text(1), articles: try row.text(2),
            years: Int(try row.int(3)), archivedAt: try row.instant(4), destroyAt: try row.instant(5),
            entry: try row.identifier(6))
    }
}
