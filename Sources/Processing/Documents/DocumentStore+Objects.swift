import Blobs
import Crypto
import Primitives
import Storage

/// Sealed objects that a row says are whole: a scan, or the two images of a page.
package struct KeptObjects: Sendable {
    package let blobs: [BlobKey]
    /// What the row knows of their content; nil while a scan is not confirmed.
    private let digest: Bytes?

    /// Whether their SHA-256, in their order, are those of the row.
    package func match(_ digests: [Bytes]) -> Bool {
        guard let digest else { return true }
        return digests.count == 1 ? digests[0] == digest : Bytes(SHA256.hash(data: digests.flatMap(\.self))) == digest
    }

    fileprivate init(_ blobs: [BlobKey], digest: Bytes?) {
        self.blobs = blobs
        self.digest = digest
    }
}

extension DocumentStore {
    /// Whole scans, in the order of their objects; for a copy of the house.
    ///
    /// An upload of which octets are still to come is not among them: it begins anew.
    package func scans(after blob: Bytes, limit: Int) throws(StorageError) -> [KeptObjects] {
        try transaction.rows(
            """
            SELECT blob, digest FROM document WHERE blob > \(blob) AND sealed_length IS NOT NULL
            ORDER BY blob LIMIT \(limit)
            """
        ).map { row throws(StorageError) in KeptObjects([try row.identifier(0)], digest: try row.bytesIfAny(1)) }
    }

    /// Images of pages, in the order of the larger ones.
    package func images(after blob: Bytes, limit: Int) throws(StorageError) -> [KeptObjects] {
        try transaction.rows(
            "SELECT image, thumbnail, digest FROM page WHERE image > \(blob) ORDER BY image LIMIT \(limit)"
        ).map { row throws(StorageError) in
            KeptObjects([try row.identifier(0), try row.identifier(1)], digest: try row.bytes(2))
        }
    }

    /// How many documents have a scan, and how many objects there are with the images of pages.
    package func objectCount() throws(StorageError) -> (documents: Int, objects: Int) {
        let scans = try transaction.row(
            "SELECT COUNT(*) FROM document WHERE blob IS NOT NULL AND sealed_length IS NOT NULL")
        let pages = try transaction.row("SELECT COUNT(*) FROM page")
        let documents = Int(try scans?.int(0) ?? 0)
        return (documents, documents + 2 * Int(try pages?.int(0) ?? 0))
    }

    /// The document to which an object belongs; nil when no row names it.
    package func holder(of blob: BlobKey) throws(StorageError) -> (subject: SubjectID, document: DocumentID)? {
        for statement: SQL in [
            "SELECT subject_id, id FROM document WHERE blob = \(blob)",
            "SELECT subject_id, document FROM page WHERE image = \(blob)",
            "SELECT subject_id, document FROM page WHERE thumbnail = \(blob)",
        ] {
            if let row = try transaction.row(statement) { return (try row.identifier(0), try row.identifier(1)) }
        }
        return nil
    }
}
