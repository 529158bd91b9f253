import Blobs
import Crypto
import Foundation
import Primitives
import TestKit
import Testing

/// What every store must do; the folder and the S3 service pass the same.
@Suite("Store of documents")
struct StoreTests {
    private let key = BlobKey(from: .system)

    @Test("an object is not there under its key before it is finished", arguments: StoreKind.available)
    func unfinished(kind: StoreKind) async throws {
        try await kind.run { open in
            let store = try open()
            let writer = try await store.begin(key)
            try await writer.append([1, 2, 3])
            try await writer.sync()
            #expect(await writer.length == 3)
            await #expect(throws: BlobError.missing) { try await store.length(key) }
            await #expect(throws: BlobError.missing) { try await store.read(key, 0..<1) }
            #expect(try await store.unfinishedLength(key) == 3)
            #expect(try await store.readUnfinished(key, 1..<3) == [2, 3])
            #expect(try await store.objects(after: "", most: 9).map(\.key) == [key])

            try await writer.finish()
            #expect(try await store.read(key, 0..<3) == [1, 2, 3])
            #expect(try await store.unfinishedLength(key) == nil)
            let place = "\(key.description.prefix(2))/\(key.description.dropFirst(2).prefix(2))/\(key)"
            #expect(try await store.objects(after: "", most: 9) == [StoredObject(place: place, key: key)])
            await #expect(throws: BlobError.self) { try await writer.append([4]) }
            #expect(try await store.length(key) == 3)
        }
    }

    @Test("what was made durable goes on in another process, whatever its pieces", arguments: StoreKind.available)
    func resumed(kind: StoreKind) async throws {
        try await kind.run { open in
            let total = 12_000_000
            var done = 0
            for length in [1, 70_000, 5 << 20, 3, 6_500_000] {
                let writer = try await done == 0 ? open().begin(key) : open().resume(key)
                #expect(await writer.length == done)
                for start in stride(from: done, to: done + length, by: 65_536) {
                    try await writer.append(octets(start..<min(start + 65_536, done + length)))
                }
                try await writer.sync()
                done += length
                #expect(try await open().unfinishedLength(key) == done)
            }
            #expect(
                try await open().readUnfinished(key, 69_990..<80_000 + 5 << 20) == octets(69_990..<80_000 + 5 << 20))
            let writer = try await open().resume(key)
            try await writer.append(octets(done..<total))
            try await writer.finish()
            let store = try open()
            #expect(try await store.length(key) == total)
            var hash = SHA256()
            for start in stride(from: 0, to: total, by: 1 << 20) {
                hash.update(data: try await store.read(key, start..<min(start + 1 << 20, total)))
            }
            #expect(Bytes(hash.finalize()) == Bytes(SHA256.hash(data: octets(0..<total))))
            #expect(try await store.objects(after: "", most: 9).count == 1)
        }
    }

    @Test(
        "an object in one piece is there with that step alone", arguments: StoreKind.available, [0, 1, 65_536, 5 << 20])
    func small(kind: StoreKind, length: Int) async throws {
        try await kind.run { open in
            let writer = try await open().begin(key)
            try await writer.append(octets(0..<length))
            try await writer.finish()
            #expect(try await open().length(key) == length)
            #expect(try await open().read(key, 0..<length) == octets(0..<length))
        }
    }

    @Test("two cannot make one object, nor begin a finished one", arguments: StoreKind.available)
    func exclusive(kind: StoreKind) async throws {
        try await kind.run { open in
            let writer = try await open().begin(key)
            try await writer.append([1])
            try await writer.sync()
            await #expect(throws: BlobError.self) {
                let other = try await open().begin(key)
                try await other.append([2, 2])
                try await other.sync()
            }
            await #expect(throws: BlobError.self) {
                let (one, other) = (writer, try await open().resume(key))
                try await one.append([3])
                try await one.sync()
                try await other.append([4, 4])
                try await other.sync()
            }
            #expect(try await open().readUnfinished(key, 0..<1) == [1])
            try await writer.finish()
            await #expect(throws: BlobError.self) {
                let other = try await open().begin(key)
                try await other.append([2])
                try await other.finish()
            }
            await #expect(throws: BlobError.missing) { try await open().resume(key) }
            #expect(try await open().read(key, 0..<1) == [1])
        }
    }

    @Test("a range past the end is damage, not a shorter answer", arguments: StoreKind.available)
    func short(kind: StoreKind) async throws {
        try await kind.run { open in
            let store = try open()
            let writer = try await store.begin(key)
            try await writer.append([1, 2])
            try await writer.finish()
            for range in [0..<3, 1..<3, 2..<3, 7..<9] {
                await #expect(throws: BlobError.damaged) { try await store.read(key, range) }
            }
            #expect(try await store.read(key, 2..<2) == [])
        }
    }

    @Test("what is removed is gone, finished or not; removing it again is no error", arguments: StoreKind.available)
    func removed(kind: StoreKind) async throws {
        try await kind.run { open in
            let store = try open()
            let writer = try await store.begin(key)
            try await writer.append([1])
            try await writer.sync()
            try await store.remove(key)
            #expect(try await store.unfinishedLength(key) == nil)
            let other = BlobKey(from: .system)
            for blob in [key, other] {
                let writer = try await store.begin(blob)
                try await writer.append(blob.bytes)
                try await writer.finish()
            }
            try await store.remove(key)
            try await store.remove(key)
            await #expect(throws: BlobError.missing) { try await store.length(key) }
            #expect(try await store.objects(after: "", most: 9).map(\.key) == [other])
            #expect(try await store.read(other, 0..<16) == other.bytes)
        }
    }

    @Test("60 objects are written at once, and listed page by page in their order", arguments: StoreKind.available)
    func concurrent(kind: StoreKind) async throws {
        try await kind.run { open in
            let store = try open()
            let keys = (0..<60).map { BlobKey(from: SeededRandomness(seed: $0).source) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for key in keys {
                    group.addTask {
                        let writer = try await store.begin(key)
                        for piece in 0..<4 { try await writer.append(key.bytes + [UInt8(piece)]) }
                        try await writer.finish()
                    }
                }
                try await group.waitForAll()
            }
            for key in keys { #expect(try await store.read(key, 51..<67) == key.bytes) }
            var (found, last): ([BlobKey], String) = ([], "")
            while true {
                let page = try await store.objects(after: last, most: 7)
                guard let newest = page.last else { break }
                last = newest.place
                found += page.compactMap(\.key)
            }
            #expect(found == keys.sorted { $0.place < $1.place })
        }
    }

    @Test("a probe leaves nothing behind", arguments: StoreKind.available)
    func probe(kind: StoreKind) async throws {
        try await kind.run { open in
            let store = try open()
            try await store.reach()
            try await store.probe(.system)
            #expect(try await store.objects(after: "", most: 9).isEmpty)
        }
    }
}
