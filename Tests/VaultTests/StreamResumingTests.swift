import Blobs
import Crypto
import FolderBlobs
import Foundation
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("Resuming a sealed stream")
struct StreamResumingTests {
    private let blob = BlobKey(from: SeededRandomness(seed: 3).source)
    private let randomness = SeededRandomness(seed: 4)

    static let lengths = [
        0, 10, StreamShape.capacity(ofSegment: 0), StreamShape.capacity(ofSegment: 0) + 1,
        StreamShape.plaintextOffset(ofSegment: 2), StreamShape.plaintextOffset(ofSegment: 2) + 19_000,
    ]

    @Test("wherever it was cut, it ends as if it had not been", arguments: lengths)
    func cut(length: Int) async throws {
        let plaintext = Sample.plaintext(length)
        var stream = SealingStream(key: Sample.secret(), associatedData: blob.bytes, randomness: randomness.source)
        let whole = try stream.update(plaintext) + stream.finish()
        let cuts = Set([0, 40, 56, 65_536, 131_072, whole.count].flatMap { [$0 - 1, $0, $0 + 1] })
            .filter { (0...whole.count).contains($0) }
        for cut in cuts.sorted() {
            try await withBlobs(holding: Bytes(whole[..<cut])) { store in
                let resumed = try await SealingStream.resume(
                    blob, in: store, key: Sample.secret(), associatedData: blob.bytes)
                guard let (begun, offset) = resumed else {
                    #expect(cut < StreamShape.headerLength)
                    return
                }
                var stream = begun
                #expect(offset <= StreamShape.plaintextOffset(ofSegment: cut / StreamShape.segmentLength))
                let writer = try await store.resume(blob)
                try await writer.append(try stream.update(Bytes(plaintext[offset...])))
                try await writer.append(try stream.finish())
                try await writer.finish()
                #expect(try await store.read(blob, 0..<store.length(blob)) == whole, "cut at \(cut)")
            }
        }
    }

    @Test("another plaintext is refused: no nonce seals two")
    func other() async throws {
        var stream = SealingStream(key: Sample.secret(), associatedData: blob.bytes, randomness: randomness.source)
        let whole = try stream.update(Sample.plaintext(100_000)) + stream.finish()
        for cut in [41, 65_535, 65_536, 70_000, whole.count] {
            try await withBlobs(holding: Bytes(whole[..<cut])) { store in
                let resumed = try await SealingStream.resume(
                    blob, in: store, key: Sample.secret(), associatedData: blob.bytes)
                let (begun, offset) = try #require(resumed)
                var stream = begun
                var other = Sample.plaintext(100_000)
                other[offset] ^= 1
                #expect(throws: VaultError.doesNotOpen, "cut at \(cut)") {
                    _ = try stream.update(Bytes(other[offset...])) + stream.finish()
                }
            }
        }
    }

    @Test("a last segment that lies there already is not followed by more")
    func lengthened() async throws {
        var stream = SealingStream(key: Sample.secret(), associatedData: blob.bytes, randomness: randomness.source)
        let whole = try stream.update(Sample.plaintext(65_480)) + stream.finish()
        #expect(whole.count == StreamShape.segmentLength)
        try await withBlobs(holding: whole) { store in
            let resumed = try await SealingStream.resume(
                blob, in: store, key: Sample.secret(), associatedData: blob.bytes)
            let (begun, offset) = try #require(resumed)
            var stream = begun
            #expect(offset == 0)
            #expect(throws: VaultError.doesNotOpen) { try stream.update(Sample.plaintext(65_481)) }
        }
    }

    private func withBlobs(holding unfinished: Bytes, _ body: (FolderBlobs) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let store = try FolderBlobs(folder: folder.appending(path: "documents").path)
            try await store.begin(blob).append(unfinished)
            try await body(store)
        }
    }
}
