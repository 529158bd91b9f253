import Primitives
import Storage

/// The table of the texts of pages.
package enum PagesSchema {
    /// `site_page` is one row for each saving of a page, only ever added to.
    ///
    /// Erasure rule: what was saved stays without the person who saved it.
    package static let migrations = [
        Migration(
            "2026-12-10.02", "pages: texts of the operator", placing: ["site_page": .reference],
            [
                """
                CREATE TABLE site_page (
                    name TEXT NOT NULL, revision BIGINT NOT NULL, content TEXT NOT NULL, saved_by BLOB,
                    saved_at BIGINT NOT NULL, PRIMARY KEY (name, revision))
                """
            ])
    ]

    /// What is deleted of a person who is erased.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        try transaction.run("UPDATE site_page SET saved_by = NULL WHERE saved_by = \(subject)")
    }
}
