import Blobs
import Crypto
import Foundation
import Primitives

/// Reads any part of a sealed stream in a store.
///
/// The last segment has verified before there is a reader, so a stream that was cut or lengthened has none; each segment
/// verifies before something of it is answered.
package struct SegmentReader: Sendable {
    /// Length of the sealed stream in octets.
    package let ciphertextLength: Int
    /// Length of what it seals, in octets.
    package let plaintextLength: Int
    private let store: any BlobStore
    private let blob: BlobKey
    private let cipher: SegmentCipher

    /// - Throws: ``VaultError/doesNotOpen``, ``VaultError/malformed(_:)``, `BlobError`.
    package init(store: any BlobStore, blob: BlobKey, key: SymmetricKey, associatedData: Bytes) async throws {
        let length = try await store.length(blob)
        guard let plaintextLength = StreamShape.plaintextLength(ciphertext: length) else {
            throw VaultError.malformed("length of a sealed stream")
        }
        self.store = store
        self.blob = blob
        ciphertextLength = length
        self.plaintextLength = plaintextLength
        cipher = try SegmentCipher(
            key: key, associatedData: associatedData,
            header: try await store.read(blob, 0..<StreamShape.headerLength))
        let last = segmentCount - 1
        try await forEach(in: last...last) { index, sealed in _ = try open(sealed, index) }
    }

    /// Some of the plaintext; in memory there are the range and a few segments.
    ///
    /// - Throws: ``VaultError/malformed(_:)`` when the range goes past the end; ``VaultError/doesNotOpen``; `BlobError`.
    package func read(_ range: Range<Int>) async throws -> Bytes {
        guard range.lowerBound >= 0, range.upperBound <= plaintextLength else {
            throw VaultError.malformed("range past the end of a sealed stream")
        }
        var answer = Bytes()
        answer.reserveCapacity(range.count)
        while answer.count < range.count {
            let position = range.lowerBound + answer.count
            let first = StreamShape.segment(atPlaintext: position)
            let last = StreamShape.segment(atPlaintext: range.upperBound - 1)
            try await forEach(in: first...min(last, first + Self.atOnce - 1)) { index, sealed in
                let start = max(0, range.lowerBound + answer.count - StreamShape.plaintextOffset(ofSegment: index))
                answer += try open(sealed, index).dropFirst(start).prefix(range.count - answer.count)
            }
        }
        return answer
    }

    /// Opens every segment once, in constant memory.
    ///
    /// - Returns: SHA-256 of the sealed stream, to compare with the document's row.
    /// - Throws: ``VaultError/doesNotOpen``, `BlobError`.
    @discardableResult
    package func verifyWhole() async throws -> Bytes {
        var hash = SHA256()
        hash.update(data: cipher.header)
        for first in stride(from: 0, to: segmentCount, by: Self.atOnce) {
            try await forEach(in: first...min(segmentCount, first + Self.atOnce) - 1) { index, sealed in
                hash.update(data: sealed)
                _ = try open(sealed, index)
            }
        }
        return Bytes(hash.finalize())
    }

    private var segmentCount: Int { StreamShape.segmentCount(ciphertext: ciphertextLength) }

    /// How many segments are asked of the store in one call: each call to an S3 service takes milliseconds.
    static let atOnce = 4

    /// Hands over the sealed segments of a range, one by one; they are fetched in one call.
    private func forEach(
        in range: ClosedRange<Int>, _ body: (Int, ArraySlice<UInt8>) throws -> Void
    ) async throws {
        let places = range.map { StreamShape.ciphertext(ofSegment: $0, in: ciphertextLength) }
        guard let start = places.first?.lowerBound, let end = places.last?.upperBound else { return }
        let sealed = try await store.read(blob, start..<end)
        for (index, place) in zip(range, places) {
            try body(index, sealed[(place.lowerBound - start)..<(place.upperBound - start)])
        }
    }

    private func open(_ sealed: ArraySlice<UInt8>, _ index: Int) throws(VaultError) -> Bytes {
        try cipher.open(sealed, index: index, isLast: index == segmentCount - 1)
    }
}
