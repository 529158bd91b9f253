import Documents
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("An audit of documents that were tampered with")
struct TamperedDocumentTests {
    /// What somebody at disk or database does to one of two documents, and what the audit says of it.
    enum Tampering: String, CaseIterable {
        case flippedScan, shortScan, longScan, noScan, flippedImage, shortThumbnail, noImage, noThumbnail
        case row, rowLength, kind, noName, noRow, noPage, reading, unread, markedDestroyed, markedRefused
        case markedReplaced, nobodysPage

        var finding: String {
            switch self {
            case .flippedScan: "has a file that was changed (entry "
            case .shortScan, .longScan: "octets instead of 1056 (entry "
            case .noScan: "has a file that is missing (entry "
            case .flippedImage, .shortThumbnail: "has an image of page 1 that was changed (entry "
            case .noImage, .noThumbnail: "has an image of page 1 that is missing (entry "
            case .row, .rowLength: "has the length or digest of another file than entry "
            case .kind: "is of another kind than entry "
            case .noName: "has lost its file's name (entry "
            case .noRow: "has lost its row (entry "
            case .noPage, .reading: "has other pages, or another reading, than entry "
            case .unread: "was put back: its pages were made with entry "
            case .markedDestroyed: "is marked as destroyed, and no entry tells so"
            case .markedRefused: "is marked as refused, and no entry tells so"
            case .markedReplaced: "is marked as replaced, and no entry tells so"
            case .nobodysPage: "has pages and no row"
            }
        }

        func happens(to document: DocumentRow, in house: DocumentHouse) async throws {
            let (scan, id) = (try #require(document.blob), document.id)
            let page = try #require(try await house.pages(of: document).first)
            switch self {
            case .flippedScan: try house.edit(scan) { $0[$0.count / 2] ^= 1 }
            case .shortScan: try house.edit(scan) { $0.removeLast() }
            case .longScan: try house.edit(scan) { $0.append(0) }
            case .noScan: try FileManager.default.removeItem(at: house.file(of: scan))
            case .flippedImage: try house.edit(page.image) { $0[$0.count - 1] ^= 128 }
            case .shortThumbnail: try house.edit(page.thumbnail) { $0.removeAll() }
            case .noImage: try FileManager.default.removeItem(at: house.file(of: page.image))
            case .noThumbnail: try FileManager.default.removeItem(at: house.file(of: page.thumbnail))
            case .row:
                try await house.tamper(
                    "UPDATE document SET digest = \(Bytes(repeating: 1, count: 32)) WHERE id = \(id)")
            case .rowLength: try await house.tamper("UPDATE document SET sealed_length = 1 WHERE id = \(id)")
            case .kind: try await house.tamper("UPDATE document SET kind = 'address_proof' WHERE id = \(id)")
            case .noName: try await house.tamper("UPDATE document SET blob = NULL WHERE id = \(id)")
            case .noRow: try await house.tamper("DELETE FROM document WHERE id = \(id)")
            case .noPage: try await house.tamper("DELETE FROM page WHERE document = \(id)")
            case .reading: try await house.tamper("UPDATE document SET reading = \(Bytes([1])) WHERE id = \(id)")
            case .unread: try await house.tamper("UPDATE document SET state = 'received' WHERE id = \(id)")
            case .nobodysPage:
                let strange = DocumentID(of: Bytes(id.bytes.reversed()))
                try await house.tamper(
                    """
                    INSERT INTO page (subject_id, document, number, image, thumbnail, width, height, digest)
                    VALUES (\(document.subject), \(strange), 1, \(scan), \(scan), 1, 1, \(scan))
                    """)
            case .markedDestroyed, .markedRefused, .markedReplaced:
                let state = rawValue.dropFirst(6).lowercased()
                try await house.tamper("UPDATE document SET state = \(state) WHERE id = \(id)")
            }
        }
    }

    @Test("names the person, the document and the entry", arguments: Engine.available, Tampering.allCases)
    func named(engine: Engine, tampering: Tampering) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (document, other) = try await Self.two(in: house)
            #expect(try await house.audit().faults == [])
            try await tampering.happens(to: document, in: house)
            let report = try await house.audit()
            let name = tampering == .nobodysPage ? DocumentID(of: Bytes(document.id.bytes.reversed())) : document.id
            let named = "person \(document.subject): document \(name) "
            #expect(report.faults.count == 1)
            #expect(
                report.faults.allSatisfy { $0.hasPrefix(named) && $0.contains(tampering.finding) }, "\(report.faults)")
            #expect(!report.faults.joined().contains(other.id.description))
        }
    }

    @Test(
        "names both when the files of two persons were exchanged, and when their rows were", arguments: Engine.available
    )
    func exchanged(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let (one, other) = try await Self.two(in: house)
            let blobs = (try #require(one.blob), try #require(other.blob))
            let places = (try house.file(of: blobs.0), try house.file(of: blobs.1))
            let contents = (try Data(contentsOf: places.0), try Data(contentsOf: places.1))
            try contents.1.write(to: places.0)
            try contents.0.write(to: places.1)
            let files = try await house.audit()
            expectBoth(files.faults, one, other, "has a file that was changed (entry ")

            try contents.0.write(to: places.0)
            try contents.1.write(to: places.1)
            try await house.tamper("UPDATE document SET blob = \(blobs.1) WHERE id = \(one.id)")
            try await house.tamper("UPDATE document SET blob = \(blobs.0) WHERE id = \(other.id)")
            let rows = try await house.audit()
            expectBoth(rows.faults, one, other, "has a file that was changed (entry ")

            for (row, digest) in [(one, other.digest), (other, one.digest)] {
                try await house.tamper("UPDATE document SET digest = \(digest) WHERE id = \(row.id)")
            }
            let digests = try await house.audit()
            expectBoth(digests.faults, one, other, "has the length or digest of another file than entry ")
        }
    }

    private func expectBoth(_ faults: [String], _ one: DocumentRow, _ other: DocumentRow, _ finding: String) {
        #expect(faults.count == 2 && faults.allSatisfy { $0.contains(finding) }, "\(faults)")
        for row in [one, other] {
            #expect(faults.contains { $0.hasPrefix("person \(row.subject): document \(row.id) ") })
        }
    }

    /// Documents of two persons, read, of the same length.
    static func two(in house: DocumentHouse) async throws -> (DocumentRow, DocumentRow) {
        let reading = DocumentInterpreter { _, _ in DocumentReading(values: [.init(24, "Үлгіева", confidence: 90)]) }
        var rows: [DocumentRow] = []
        for _ in 0..<2 {
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            try await house.processing(.slicing, reading).work()
            rows += try await house.documents(of: person)
        }
        return (rows[0], rows[1])
    }
}
