import Blobs
import Ledger
import Permits
import Primitives
import Storage

/// Compares rows and files of all living persons' documents with the entries about them, and with each other.
///
/// It looks at ciphertext only and needs no key; a file is read in pieces. It trusts the private rows of the ledger, which
/// `LedgerAudit` compares with the tree, and looks at a house that may go on working meanwhile. Nothing is deleted.
package struct DocumentAudit: Sendable {
    let gate: Gate
    let blobs: any BlobStore

    package init(gate: Gate, blobs: any BlobStore) {
        self.gate = gate
        self.blobs = blobs
    }

    /// - Parameter progress: files done, of how many there were at the beginning.
    package func run(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> Report {
        var tally = Tally(files: try await countFiles(), progress: progress)
        try await forEachPerson { subject in try await compare(subject, &tally) }
        tally.report.strangers = try await strangers()
        return tally.report
    }

    /// What an audit found.
    package struct Report: Sendable {
        /// Documents whose file was compared.
        package internal(set) var documents = 0
        /// Files that were read, page images among them.
        package internal(set) var files = 0
        /// Octets that were read.
        package internal(set) var octets = 0
        /// What does not fit, by person, document and entry.
        package internal(set) var faults: [String] = []
        /// Places of files that no row knows.
        package internal(set) var strangers: [String] = []

        package var isSound: Bool { faults.isEmpty }
    }

    /// A report that grows.
    struct Tally {
        var report = Report()
        let files: Int
        let progress: @Sendable (Int, Int) -> Void

        mutating func add(_ octets: Int) {
            report.files += 1
            report.octets += octets
            progress(report.files, max(files, report.files))
        }
    }

    private func countFiles() async throws -> Int {
        try await gate.look { transaction in
            let scans = try transaction.row(
                "SELECT COUNT(*) FROM document WHERE blob IS NOT NULL AND state <> 'receiving'")
            let pages = try transaction.row("SELECT COUNT(*) FROM page")
            return Int(try scans?.int(0) ?? 0) + 2 * Int(try pages?.int(0) ?? 0)
        }
    }

    /// Everybody about whom there are entries, and whoever else has rows of documents or pages.
    private func forEachPerson(_ body: (SubjectID) async throws -> Void) async throws {
        try await forEachPerson(body) { last, transaction in
            try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM own_entry WHERE subject_id > \(last) ORDER BY subject_id LIMIT 200
                """)
        }
        try await forEachPerson(body) { last, transaction in
            try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM document WHERE subject_id > \(last)
                    AND NOT EXISTS (SELECT 1 FROM own_entry WHERE own_entry.subject_id = document.subject_id)
                ORDER BY subject_id LIMIT 200
                """)
        }
        try await forEachPerson(body) { last, transaction in
            try transaction.rows(
                """
                SELECT DISTINCT subject_id FROM page WHERE subject_id > \(last)
                    AND NOT EXISTS (SELECT 1 FROM own_entry WHERE own_entry.subject_id = page.subject_id)
                    AND NOT EXISTS (SELECT 1 FROM document WHERE document.subject_id = page.subject_id)
                ORDER BY subject_id LIMIT 200
                """)
        }
    }

    private func forEachPerson(
        _ body: (SubjectID) async throws -> Void,
        _ page: @escaping @Sendable (Bytes, any Transaction) throws -> [Row]
    ) async throws {
        var last = Bytes()
        while true {
            let after = last
            let rows = try await gate.look { try page(after, $0) }
            guard let newest = rows.last else { return }
            last = try newest.bytes(0)
            for row in rows { try await body(try row.identifier(0)) }
        }
    }
}
