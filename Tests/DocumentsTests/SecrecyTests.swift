import Documents
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("Secrecy of documents")
struct SecrecyTests {
    private static let marker = Bytes("MARKER-OF-A-SCAN".utf8)
    private static let tables = [
        "document", "document_mark", "page", "blob_abandoned", "pending_entry", "own_entry", "viewing", "subject",
        "registration",
    ]

    @Test("no octet of a scan lies on the disk or in a table in the clear, at any time", arguments: Engine.available)
    func sealed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let file = Bytes([0xFF, 0xD8, 0xFF] + (0..<10_000).flatMap { _ in Self.marker })
            let upload = try await house.upload(file.count)
            await #expect(throws: Cut.self) { try await upload.append(Chunks(file, cut: 100_000)) }
            try await expectNothing(in: house)
            let offset = try await upload.offset()
            try await upload.append(file[offset...], at: offset)
            try await upload.finish()
            let reading = DocumentInterpreter { _, _ in
                DocumentReading(values: [.init(24, String(decoding: Self.marker, as: UTF8.self), confidence: 90)])
            }
            let outcomes = try await house.processing(.slicing, reading).work()
            #expect(outcomes == [.ready])
            try await expectNothing(in: house)
            let files = try house.files()
            #expect(files.count > 2)
        }
    }

    private func expectNothing(in house: DocumentHouse) async throws {
        let marker = Data(Self.marker)
        let turned = Data(Self.marker.reversed())
        for name in try house.files() {
            let paths = try #require(FileManager.default.enumerator(atPath: house.folder.path))
            for case let path as String in paths where path.hasSuffix(name) {
                let content = try Data(contentsOf: house.folder.appending(path: path))
                #expect(content.range(of: marker) == nil && content.range(of: turned) == nil)
            }
        }
        for table in Self.tables {
            let rows = try await house.house.gate.look { try $0.rows(SQL(stringLiteral: "SELECT * FROM \(table)")) }
            for value in rows.flatMap(\.values) {
                switch value {
                case .bytes(let bytes): #expect(Data(bytes).range(of: marker) == nil, "\(table)")
                case .text(let text): #expect(!text.contains("MARKER"), "\(table)")
                case .int, .null: break
                }
            }
        }
    }
}
