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
        _ = try await plaintext(ofSegment: segmentCount - 1)
    }

    /// Some of the plaintext; in memory there are the range and one segment.
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
            let index = StreamShape.segment(atPlaintext: position)
            let start = StreamShape.plaintextOffset(ofSegment: index)
            answer += try await plaintext(ofSegment: index)[(position - start)...].prefix(range.count - answer.count)
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
        for index in 0..<segmentCount {
            let sealed = try await ciphertext(ofSegment: index)
            hash.update(data: sealed)
            _ = try open(sealed, index)
        }
        return Bytes(hash.finalize())
    }

    private var segmentCount: Int { StreamShape.segmentCount(ciphertext: ciphertextLength) }

    private func plaintext(ofSegment index: Int) async throws -> Bytes {
        try open(try await ciphertext(ofSegment: index), index)
    }

    private func ciphertext(ofSegment index: Int) async throws -> Bytes {
        try await store.read(blob, StreamShape.ciphertext(ofSegment: index, in: ciphertextLength))
    }

    private func open(_ sealed: Bytes, _ index: Int) throws(VaultError) -> Bytes {
        try cipher.open(sealed[...], index: index, isLast: index == segmentCount - 1)
    }
}
