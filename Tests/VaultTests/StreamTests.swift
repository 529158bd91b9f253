import Crypto
import Primitives
import TestKit
import Testing

@testable import Vault

@Suite("Sealed stream")
struct StreamTests {
    static let first = StreamShape.capacity(ofSegment: 0)
    static let next = StreamShape.capacity(ofSegment: 1)

    @Test("octet by octet it is what Tink seals")
    func tink() throws {
        let lines = try Vectors.lines("stream-vectors.txt")
        #expect(lines.count == 12)
        for line in lines {
            let plaintext = Sample.plaintext(try #require(Int(line[0])))
            let key = SymmetricKey(data: try Vectors.bytes(line[1]))
            let header = try Vectors.bytes(line[3])
            var stream = SealingStream(
                key: key, associatedData: try Vectors.bytes(line[2]),
                randomness: Randomness { count in Bytes(header.suffix(count)) })
            let sealed = try stream.update(plaintext) + stream.finish()
            #expect(Bytes(SHA256.hash(data: sealed)).hex == line[4], "\(line[0]) octets")
            #expect(try open(sealed, key: key, associatedData: try Vectors.bytes(line[2])) == plaintext)
        }
    }

    @Test("lengths and places agree with each other at every boundary")
    func shape() {
        let lengths = [0, 1, Self.first, Self.first + Self.next, Self.first + 2 * Self.next, 25_000_000]
            .flatMap { [$0 - 1, $0, $0 + 1] }.filter { $0 >= 0 }
        for length in lengths {
            let sealed = StreamShape.ciphertextLength(plaintext: length)
            #expect(StreamShape.plaintextLength(ciphertext: sealed) == length)
            let segments = StreamShape.segmentCount(ciphertext: sealed)
            #expect(StreamShape.ciphertext(ofSegment: segments - 1, in: sealed).upperBound == sealed)
            #expect(StreamShape.segment(atPlaintext: max(length - 1, 0)) == segments - 1)
            #expect(StreamShape.plaintextOffset(ofSegment: segments - 1) <= length)
        }
        for length in [0, 39, 40, 55, 65_537, 65_552] {
            #expect(StreamShape.plaintextLength(ciphertext: length) == nil, "\(length)")
        }
    }

    @Test("however the plaintext arrives, the stream is the same", arguments: [1, 7_919, 65_480, 65_536, 200_000])
    func pieces(size: Int) throws {
        let plaintext = Sample.plaintext(size == 1 ? 70_000 : 200_000)
        #expect(try seal(plaintext, pieces: size) == seal(plaintext, pieces: plaintext.count))
    }

    @Test("at most one segment is held back, so memory does not grow with the document")
    func memory() throws {
        let piece = Sample.plaintext(10_000)
        var sealing = SealingStream(key: Sample.secret(), associatedData: [], randomness: .system)
        var opening = OpeningStream(key: Sample.secret(), associatedData: [])
        var (taken, sealed, opened) = (0, 0, 0)
        for _ in 0..<2_000 {
            taken += piece.count
            let ciphertext = try sealing.update(piece)
            sealed += ciphertext.count
            opened += try opening.update(ciphertext).count
            #expect(taken - sealed <= StreamShape.segmentLength)
            #expect(sealed - opened <= 2 * StreamShape.segmentLength)
        }
        #expect(taken == 20_000_000)
    }

    @Test("it opens under its own key and associated data only")
    func swapped() throws {
        let sealed = try seal(Sample.plaintext(1_000), pieces: 1_000)
        #expect(throws: VaultError.doesNotOpen) { try open(sealed, key: Sample.secret(2)) }
        #expect(throws: VaultError.doesNotOpen) { try open(sealed, associatedData: [9]) }
    }

    @Test("segments that were put in another order, dropped, doubled, cut or lengthened do not open")
    func rearranged() throws {
        let sealed = try seal(Sample.plaintext(Self.first + 2 * Self.next + 100), pieces: 50_000)
        let size = StreamShape.segmentLength
        let parts = [0..<size, size..<2 * size, 2 * size..<3 * size, 3 * size..<sealed.count].map { Bytes(sealed[$0]) }
        let orders = [
            [0, 2, 1, 3], [0, 1, 3], [0, 2, 3], [0, 1, 2], [0, 3], [0], [1, 2, 3], [0, 1, 1, 2, 3], [0, 1, 2, 3, 3],
        ]
        for order in orders {
            #expect(throws: VaultError.self, "\(order)") { try open(Bytes(order.flatMap { parts[$0] })) }
        }
        #expect(throws: Never.self) { try open(Bytes(parts.joined())) }
        for boundary in [40, size, 2 * size, 3 * size, sealed.count] {
            for count in [boundary - 1, boundary, boundary + 1] where count < sealed.count {
                #expect(throws: VaultError.self, "\(count)") { try open(Bytes(sealed[..<count])) }
            }
        }
        #expect(throws: VaultError.self) { try open(sealed + [0]) }
        #expect(throws: VaultError.self) { try open(sealed + Bytes(repeating: 0, count: 16)) }
    }

    @Test("no changed bit goes unnoticed, in header, text or tag")
    func flipped() throws {
        let short = try seal(Sample.plaintext(100), pieces: 100)
        for index in short.indices {
            for bit in 0..<8 {
                var bytes = short
                bytes[index] ^= 1 << bit
                #expect(throws: VaultError.self, "octet \(index), bit \(bit)") { try open(bytes) }
            }
        }
        let long = try seal(Sample.plaintext(Self.first + Self.next + 1), pieces: 70_000)
        for index in stride(from: 0, to: long.count, by: 1_009) {
            var bytes = long
            bytes[index] ^= 1
            #expect(throws: VaultError.self, "octet \(index)") { try open(bytes) }
        }
    }

    private func seal(_ plaintext: Bytes, pieces size: Int) throws -> Bytes {
        var stream = SealingStream(
            key: Sample.secret(), associatedData: [1, 2, 3], randomness: SeededRandomness(seed: 5).source)
        var sealed = Bytes()
        for start in stride(from: 0, to: plaintext.count, by: size) {
            sealed += try stream.update(Bytes(plaintext[start...].prefix(size)))
        }
        return try sealed + stream.finish()
    }

    @discardableResult
    private func open(
        _ sealed: Bytes, key: SymmetricKey = Sample.secret(), associatedData: Bytes = [1, 2, 3]
    ) throws -> Bytes {
        var stream = OpeningStream(key: key, associatedData: associatedData)
        return try stream.update(sealed) + stream.finish()
    }
}
