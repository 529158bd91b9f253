import Primitives
import Storage

/// The tables of documents.
package enum DocumentsSchema {
    /// Erasure rules: `seen_original`, `document`, `page` and `document_mark` are deleted and the objects of the last three are entered as
    /// abandoned; `blob_abandoned` holds no personal data and empties itself. No table holds the name of a file. An object is deleted from the store for a
    /// row of `blob_abandoned` only, never because no row was found.
    package static let migrations = [
        Migration(
            "2026-11-24.60", "documents: documents, pages, abandoned objects",
            placing: ["document": .bySubject(), "page": .bySubject(), "blob_abandoned": .coordinator],
            [
                """
                CREATE TABLE document (
                    subject_id BLOB NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,
                    round BIGINT NOT NULL, replaces BLOB, edition BIGINT NOT NULL, blob BLOB, announced BIGINT,
                    most BIGINT NOT NULL, length BIGINT, sealed_length BIGINT, digest BLOB, type TEXT,
                    pages BIGINT NOT NULL, hints TEXT, reading BLOB, review TEXT, attempts BIGINT NOT NULL,
                    turn BIGINT NOT NULL, busy_until BIGINT NOT NULL, created_at BIGINT NOT NULL,
                    changed_at BIGINT NOT NULL, received_at BIGINT, PRIMARY KEY (subject_id, id))
                """,
                "CREATE INDEX document_by_state ON document (state, changed_at)",
                """
                CREATE TABLE page (
                    subject_id BLOB NOT NULL, document BLOB NOT NULL, number BIGINT NOT NULL, image BLOB NOT NULL,
                    thumbnail BLOB NOT NULL, width BIGINT NOT NULL, height BIGINT NOT NULL, digest BLOB NOT NULL,
                    PRIMARY KEY (subject_id, document, number))
                """,
                "CREATE TABLE blob_abandoned (blob BLOB PRIMARY KEY, reason TEXT NOT NULL, at BIGINT NOT NULL)",
                "CREATE INDEX blob_abandoned_by_time ON blob_abandoned (at)",
            ]),
        Migration(
            "2026-11-25.60", "documents: find the row of an object",
            [
                "CREATE INDEX document_by_blob ON document (blob)", "CREATE INDEX page_by_image ON page (image)",
                "CREATE INDEX page_by_thumbnail ON page (thumbnail)",
            ]),
        Migration(
            "2026-11-26.60", "documents: keyed digests by which files and documents are found again",
            placing: ["document_mark": .byDigest()],
            [
                "ALTER TABLE document ADD COLUMN fingerprint BLOB", "ALTER TABLE document ADD COLUMN marks BLOB",
                """
                CREATE TABLE document_mark (
                    digest BLOB NOT NULL, subject_id BLOB NOT NULL, document BLOB NOT NULL, field BIGINT NOT NULL,
                    version BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (digest, subject_id, document))
                """,
                "CREATE INDEX document_mark_by_subject ON document_mark (subject_id, document)",
            ]),
        Migration(
            "2026-11-27.60", "documents: how often an object could not be deleted",
            ["ALTER TABLE blob_abandoned ADD COLUMN attempts BIGINT"]),
        Migration(
            "2026-11-29.60", "documents: what keeps a job from its end",
            [
                "ALTER TABLE blob_abandoned ADD COLUMN fault TEXT",
                "ALTER TABLE blob_abandoned ADD COLUMN failing_since BIGINT",
                "ALTER TABLE document ADD COLUMN obstacles BIGINT", "ALTER TABLE document ADD COLUMN fault TEXT",
                "ALTER TABLE document ADD COLUMN failing_since BIGINT",
            ]),
        Migration(
            "2026-12-15.60", "documents: originals that were seen at the counter",
            placing: ["seen_original": .bySubject()],
            [
                """
                CREATE TABLE seen_original (
                    subject_id BLOB NOT NULL, kind TEXT NOT NULL, seen_on BIGINT NOT NULL, edition BIGINT NOT NULL,
                    at BIGINT NOT NULL, digits BLOB NOT NULL, PRIMARY KEY (subject_id, kind))
                """
            ]),
        Migration(
            "2026-12-18.60", "documents: files in threads of messages",
            [
                "ALTER TABLE document ADD COLUMN thread_id BLOB",
                "ALTER TABLE document ADD COLUMN by_staff BIGINT",
            ]),
        Migration(
            "2026-12-24.60", "documents: what each mark stands for",
            ["ALTER TABLE document ADD COLUMN mark_labels TEXT"]),
    ]

    /// What is deleted of a person who is erased; the objects go with the next sweep, the one that a request is writing
    /// when its hold has run out: until then the request may begin it anew.
    @Sendable package static func erase(_ subject: SubjectID, _ transaction: any Transaction) throws {
        let scans = try transaction.rows(
            """
            SELECT blob, CASE WHEN state = 'receiving' THEN busy_until ELSE 0 END FROM document
            WHERE subject_id = \(subject) AND blob IS NOT NULL
            """)
        let pages = try transaction.rows("SELECT image, thumbnail FROM page WHERE subject_id = \(subject)")
        let objects =
            try scans.map { (blob: try $0.bytes(0), at: try $0.instant(1)) }
            + pages.flatMap { page in try [0, 1].map { (blob: try page.bytes($0), at: Instant(microseconds: 0)) } }
        for object in objects {
            try transaction.run(
                """
                INSERT INTO blob_abandoned (blob, reason, at) VALUES (\(object.blob), 'erased', \(object.at))
                ON CONFLICT (blob) DO NOTHING
                """)
        }
        for statement: SQL in [
            "DELETE FROM document_mark WHERE subject_id = \(subject)", "DELETE FROM page WHERE subject_id = \(subject)",
            "DELETE FROM document WHERE subject_id = \(subject)",
            "DELETE FROM seen_original WHERE subject_id = \(subject)",
        ] { try transaction.run(statement) }
    }
}
