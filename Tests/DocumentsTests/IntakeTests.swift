import Crypto
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Permits
import Primitives
import Storage
import TestKit
import Testing

@Suite("Intake of documents")
struct IntakeTests {
    @Test("takes a file in parts; it opens as it was sent", arguments: Engine.available)
    func parts(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let file = Files.jpeg(300_000)
            let upload = try await house.upload(file.count)
            let offset = try await upload.append(file[..<150_000])
            #expect(offset > 0 && offset <= 150_000)
            let end = try await upload.append(file[offset...], at: offset)
            #expect(end == file.count)
            let row = try await upload.finish(as: file)
            #expect(row.state == .received)
            #expect(row.length == file.count)
            let length = try await house.store().length(try #require(row.blob))
            #expect(row.sealedLength == length)
            let acts = try await house.acts(on: upload.person)
            #expect(acts.filter { $0 == "uploadDocument" }.count == 1)
        }
    }

    @Test(
        "goes on in another process after a cut at any octet",
        arguments: [1, 15, 16, 17, 65_479, 65_480, 65_481, 65_536, 131_000, 131_072, 199_999])
    func cuts(at cut: Int) async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let file = Files.jpeg(200_000)
            let first = try await house.upload(file.count)
            await #expect(throws: Cut.self) { try await first.append(Chunks(file, size: 7_001, cut: cut)) }
            let second = try first.elsewhere()
            let offset = try await second.offset()
            #expect(offset <= cut)
            #expect(cut - offset <= 131_072)
            try await second.append(file[offset...], at: offset)
            try await second.finish(as: file)
        }
    }

    @Test("loses nothing when the process dies between the last octet and the end", arguments: Engine.available)
    func between(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let file = Files.jpeg(65_480)
            let upload = try await house.upload(file.count)
            try await upload.elsewhere().append(file)
            let later = try upload.elsewhere()
            let offset = try await later.offset()
            #expect(offset == file.count)
            try await later.finish(as: file)
        }
    }

    @Test(
        "puts on record the digest of what lies in the store, came it in one request or in several",
        arguments: [0, 1, 150_000])
    func digest(cut: Int) async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let file = Files.jpeg(300_000)
            let upload = try await house.upload(file.count)
            var offset = 0
            if cut > 0 { offset = try await upload.append(file[..<cut]) }
            try await upload.append(file[offset...], at: offset)
            let row = try await upload.elsewhere().finish(as: file)
            let blob = try #require(row.blob)
            let sealed = try await house.store().read(blob, 0..<(try await house.store().length(blob)))
            #expect(row.digest == Bytes(SHA256.hash(data: sealed)))
        }
    }

    @Test("does not put on record what somebody makes of the object before it is finished")
    func changed() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let file = Files.jpeg(300_000)
            let upload = try await house.upload(file.count)
            try await upload.append(file)
            let row = try #require(
                try await house.house.gate.look { try DocumentStore($0).find(upload.id, of: upload.person.subject) })
            let object = house.folder.appending(path: "unfinished/\(try #require(row.blob))")
            var sealed = try Bytes(Data(contentsOf: object))
            sealed[100_000] ^= 1
            try Data(sealed).write(to: object)
            let finished = try await upload.finish()
            #expect(finished.digest != Bytes(SHA256.hash(data: sealed)))
        }
    }

    @Test("refuses octets that do not follow, and says where they should", arguments: Engine.available)
    func wrongOffset(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let upload = try await house.upload(1_000)
            await #expect(throws: IntakeRefusal.offset(actual: 0)) {
                try await upload.append(Files.jpeg(995), at: 5)
            }
            await #expect(throws: IntakeRefusal.incomplete(actual: 0)) { try await upload.finish() }
        }
    }

    @Test("does not go on with another file than before the cut")
    func otherFile() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let file = Files.jpeg(200_000)
            let upload = try await house.upload(file.count)
            let offset = try await upload.append(file[..<140_000])
            await #expect(throws: IntakeRefusal.otherContent) {
                try await upload.append(file[offset...].map { $0 ^ 1 }, at: offset)
            }
        }
    }

    @Test("finished twice, or by two at once, is one document with one entry", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let upload = try await house.upload(70_000)
            try await upload.append(Files.jpeg(70_000))
            async let one = Self.finish(upload)
            async let other = Self.finish(try upload.elsewhere())
            let states = try await [one, other].compactMap { $0 }
            #expect(!states.isEmpty && states.allSatisfy { $0 == .received })
            let again = try await upload.elsewhere().finish()
            #expect(again.state == .received)
            let documents = try await house.documents(of: upload.person)
            #expect(documents.count == 1)
            let acts = try await house.acts(on: upload.person)
            #expect(acts.filter { $0 == "uploadDocument" }.count == 1)
        }
    }

    /// - Returns: nil when the other was faster.
    private static func finish(_ upload: Upload) async throws -> DocumentRow.State? {
        do {
            return try await upload.finish().state
        } catch IntakeRefusal.busy {
            return nil
        }
    }
}
