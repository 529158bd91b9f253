import Blobs
import Crypto
import FolderBlobs
import Foundation
import Primitives
import Synchronization
import TestKit
import Testing

@testable import Vault

@Suite("Reading a sealed stream")
struct SegmentReaderTests {
    private let blob = BlobKey(from: SeededRandomness(seed: 3).source)
    private let plaintext = Sample.plaintext(StreamShape.plaintextOffset(ofSegment: 3) + 500)

    @Test("any part of it can be read")
    func ranges() async throws {
        try await withStored(try sealed()) { store in
            let reader = try await reader(store)
            #expect(reader.plaintextLength == plaintext.count)
            let places = [0, 1, 65_479, 65_480, 65_481, 131_000, 131_001, plaintext.count - 1, plaintext.count]
            for start in places {
                for end in places where end >= start {
                    #expect(try await reader.read(start..<end) == Bytes(plaintext[start..<end]))
                }
            }
            await #expect(throws: VaultError.self) { try await reader.read(0..<plaintext.count + 1) }
        }
    }

    @Test("to verify the whole gives the digest of the sealed stream")
    func whole() async throws {
        let sealed = try sealed()
        try await withStored(sealed) { store in
            let digest = try await reader(store).verifyWhole()
            #expect(digest == Bytes(SHA256.hash(data: sealed)))
        }
    }

    @Test("no more than four segments are asked of the store at once")
    func memory() async throws {
        try await withStored(try sealed()) { store in
            let watched = WatchedBlobs(store)
            try await reader(watched).verifyWhole()
            #expect(watched.largest <= 4 * StreamShape.segmentLength)
        }
    }

    @Test("a stream that was cut or lengthened has no reader", arguments: [-65_536, -517, -516, -1, 1, 16, 65_536])
    func changedLength(by change: Int) async throws {
        let sealed = try sealed()
        let changed = change < 0 ? Bytes(sealed.dropLast(-change)) : sealed + Bytes(repeating: 0, count: change)
        try await withStored(changed) { store in
            await #expect(throws: VaultError.self) { try await reader(store) }
        }
    }

    @Test("nothing of a changed segment is answered")
    func changedSegment() async throws {
        var sealed = try sealed()
        sealed[70_000] ^= 1
        try await withStored(sealed) { store in
            let reader = try await reader(store)
            await #expect(throws: VaultError.doesNotOpen) { try await reader.read(131_000 - 1..<131_000) }
            await #expect(throws: VaultError.doesNotOpen) { try await reader.verifyWhole() }
        }
    }

    @Test("a document that was put in place of another has no reader")
    func replaced() async throws {
        try await withStored(try sealed()) { store in
            await #expect(throws: VaultError.doesNotOpen) {
                try await SegmentReader(store: store, blob: blob, key: Sample.secret(), associatedData: [2])
            }
        }
    }

    private func reader(_ store: any BlobStore) async throws -> SegmentReader {
        try await SegmentReader(store: store, blob: blob, key: Sample.secret(), associatedData: [1])
    }

    private func sealed() throws -> Bytes {
        var stream = SealingStream(key: Sample.secret(), associatedData: [1], randomness: .system)
        return try stream.update(plaintext) + stream.finish()
    }

    private func withStored(_ bytes: Bytes, _ body: (FolderBlobs) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let store = try FolderBlobs(folder: folder.appending(path: "documents").path)
            let writer = try await store.begin(blob)
            try await writer.append(bytes)
            try await writer.finish()
            try await body(store)
        }
    }
}

/// A store that notes the longest part it was asked for.
private final class WatchedBlobs: BlobStore {
    private let base: FolderBlobs
    private let longest = Mutex(0)

    init(_ base: FolderBlobs) { self.base = base }

    var largest: Int { longest.withLock { $0 } }

    func read(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        longest.withLock { $0 = max($0, range.count) }
        return try await base.read(key, range)
    }

    func begin(_ key: BlobKey) async throws -> any BlobWriter { try await base.begin(key) }
    func resume(_ key: BlobKey) async throws -> any BlobWriter { try await base.resume(key) }
    func unfinishedLength(_ key: BlobKey) async throws -> Int? { try await base.unfinishedLength(key) }
    func readUnfinished(_ key: BlobKey, _ range: Range<Int>) async throws -> Bytes {
        try await base.readUnfinished(key, range)
    }
    func length(_ key: BlobKey) async throws -> Int { try await base.length(key) }
    func remove(_ key: BlobKey) async throws { try await base.remove(key) }
    func objects(after place: String, most: Int) async throws -> [StoredObject] {
        try await base.objects(after: place, most: most)
    }
}
