import Blobs
import Crypto
import Documents
import FolderBlobs
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Objects for a copy of the house")
struct CopyTests {
    private static func objects(_ house: DocumentHouse) async throws -> [KeptObjects] {
        try await house.house.gate.look { transaction in
            let store = DocumentStore(transaction)
            return try store.scans(after: [], limit: 100) + store.images(after: [], limit: 100)
        }
    }

    private static func digest(_ blob: BlobKey, _ store: any BlobStore) async throws -> Bytes {
        Bytes(SHA256.hash(data: try await store.read(blob, 0..<(try await store.length(blob)))))
    }

    @Test("are all that belong to whole documents, with what the rows know of them", arguments: Engine.available)
    func all(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(150_000), by: person)
            try await house.processing(.slicing).work()
            let half = try await house.intake().begin(
                .init(.address, length: 200_000), of: person.subject, session: person.session)
            await #expect(throws: Cut.self) {
                try await house.intake().append(
                    to: half, of: person.subject, at: 0, Chunks(Files.jpeg(200_000), cut: 100_000))
            }
            let kept = try await Self.objects(house)
            let unfinished = try await house.documents(of: person).first { $0.id == half }?.blob
            let expected = try await house.blobs(of: person).subtracting([unfinished?.description ?? ""])
            #expect(Set(kept.flatMap(\.blobs).map(\.description)) == expected)
            let count = try await house.house.gate.look { try DocumentStore($0).objectCount() }
            #expect(count.documents == 1)
            #expect(count.objects == expected.count)
            let store = try house.store()
            for objects in kept {
                var digests: [Bytes] = []
                for blob in objects.blobs { digests.append(try await Self.digest(blob, store)) }
                #expect(objects.match(digests))
                digests[0][0] ^= 1
                #expect(!objects.match(digests))
            }
        }
    }

    @Test("come in pages that leave nothing out", arguments: Engine.available)
    func pages(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            for _ in 0..<3 { try await house.send(Files.jpeg(1_000), by: person) }
            var (last, found) = (Bytes(), Set<BlobKey>())
            while true {
                let after = last
                let page = try await house.house.gate.look { try DocumentStore($0).scans(after: after, limit: 2) }
                guard let newest = page.last?.blobs.first else { break }
                last = newest.bytes
                found.formUnion(page.flatMap(\.blobs))
            }
            let expected = try await house.blobs(of: person)
            #expect(Set(found.map(\.description)) == expected)
            #expect(expected.count > 2)
        }
    }

    @Test(
        "that were gone while the copy was made stay so: the document is destroyed, with an entry",
        arguments: Engine.available)
    func gone(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let staying = try await house.send(Files.jpeg(1_000), .address, by: person)
            let document = try await house.send(Files.jpeg(150_000), by: person)
            try await house.processing(.slicing).work()
            let blob = try #require(document.blob)
            let image = try await house.house.gate.look { transaction in
                try DocumentStore(transaction).pages(of: document.id, of: person.subject)[0].thumbnail
            }
            let stranger = BlobKey(from: .system)
            let again = try await house.sweep().destroyAgain([image, blob, stranger])
            #expect(again.destroyed == 1)
            #expect(again.left == 0)
            let left = try await house.documents(of: person).map(\.id)
            #expect(left == [staying.id])
            let acts = try await house.acts(on: person)
            #expect(acts.filter { $0 == "destroyDocument" }.count == 1)
        }
    }

    @Test("do not have an upload among them that was under way: without its file it begins anew")
    func anew() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let file = Files.jpeg(200_000)
            let upload = try await house.intake().begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            await #expect(throws: Cut.self) {
                try await house.intake().append(to: upload, of: person.subject, at: 0, Chunks(file, cut: 150_000))
            }
            let blob = try #require(try await house.documents(of: person).first?.blob)
            try await house.store().remove(blob)
            let intake = try house.intake()
            let offset = try await intake.offset(upload, of: person.subject)
            #expect(offset == 0)
            try await intake.append(to: upload, of: person.subject, at: 0, Chunks(file))
            let document = try await intake.finish(upload, of: person.subject, session: person.session)
            #expect(document.state == .received)
        }
    }

    @Test("are left when the Gate forbids it, as of somebody who is blocked")
    func blocked() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let document = try await house.send(Files.jpeg(1_000), by: person)
            try await house.house.gate.perform { try SubjectStore($0).setState(.blocked, of: person.subject) }
            let again = try await house.sweep().destroyAgain([try #require(document.blob)])
            #expect(again.destroyed == 0)
            #expect(again.left == 1)
        }
    }
}
