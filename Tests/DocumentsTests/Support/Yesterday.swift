import Blobs
import Documents
import Foundation
import HouseKit
import Ledger
import Permits
import Primitives
import Storage
import TestKit

/// Rows and files as they were, to be put back by somebody at database and disk.
struct Yesterday {
    let house: DocumentHouse
    let folder: URL

    /// Runs `body` with a copy of all that is there now.
    static func kept(of house: DocumentHouse, _ body: (Yesterday) async throws -> Void) async throws {
        for table in ["document", "page"] {
            try await house.house.database.execute("CREATE TABLE \(table)_kept AS SELECT * FROM \(table)")
        }
        try await withTemporaryFolder { folder in
            let copy = folder.appending(path: "kept")
            try FileManager.default.copyItem(at: house.folder, to: copy)
            try await body(Yesterday(house: house, folder: copy))
        }
    }

    /// Puts a document's row, its pages and their files back.
    func putBack(_ document: DocumentRow) async throws {
        let name = document.id
        try await house.house.database.write { transaction in
            for statement: SQL in [
                "DELETE FROM document WHERE id = \(name)", "DELETE FROM page WHERE document = \(name)",
                "INSERT INTO document SELECT * FROM document_kept WHERE id = \(name)",
                "INSERT INTO page SELECT * FROM page_kept WHERE document = \(name)",
            ] { _ = try transaction.run(statement) }
        }
        let blobs = try await house.house.gate.look { transaction in
            try DocumentStore(transaction).pages(of: document.id, of: document.subject).flatMap {
                [$0.image, $0.thumbnail]
            }
        }
        for blob in blobs + [document.blob].compactMap({ $0 }) { try putBack(blob) }
    }

    func putBack(_ blob: BlobKey) throws {
        let files = FileManager.default
        for path in try files.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(blob.description) {
            let place = house.folder.appending(path: path)
            if files.fileExists(atPath: place.path) { try files.removeItem(at: place) }
            try files.copyItem(at: folder.appending(path: path), to: place)
        }
    }
}

extension DocumentHouse {
    /// Compares documents, entries and files, after the entries have come into the tree.
    func audit() async throws -> DocumentAudit.Report {
        try await house.sequencer.sequence()
        return try await DocumentAudit(gate: house.gate, blobs: try store()).run()
    }

    /// Where an object lies.
    func file(of blob: BlobKey) throws -> URL {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        guard let path = paths.first(where: { $0.hasSuffix(blob.description) }) else { throw BlobError.missing }
        return folder.appending(path: path)
    }

    func edit(_ blob: BlobKey, _ change: (inout Data) -> Void) throws {
        let file = try file(of: blob)
        var content = try Data(contentsOf: file)
        change(&content)
        try content.write(to: file)
    }

    /// Runs a statement behind the back of rooms and ledger.
    func tamper(_ statement: SQL) async throws {
        try await house.database.write { transaction in _ = try transaction.run(statement) }
    }

    func pages(of document: DocumentRow) async throws -> [PageRow] {
        try await house.gate.look { try DocumentStore($0).pages(of: document.id, of: document.subject) }
    }
}
