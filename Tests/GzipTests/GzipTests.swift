import CZlib
import Primitives
import Testing

@testable import Gzip

@Suite("Gzip")
struct GzipTests {
    @Test("gives back what was made smaller", arguments: [0, 1, 1_000, 300_000])
    func roundTrip(length: Int) throws {
        let octets = Bytes((0..<length).map { UInt8(truncatingIfNeeded: $0 / 7) })
        let compressed = try #require(Gzip.compress(octets))
        #expect(compressed.prefix(2) == [0x1F, 0x8B])
        #expect(try Self.inflate(compressed, to: length) == octets)
        #expect(length < 1_000 || compressed.count < length / 2)
    }

    @Test("is the same for the same octets: no time stands in it")
    func same() {
        let octets = Bytes("the policy".utf8)
        #expect(Gzip.compress(octets) == Gzip.compress(octets))
    }

    @Test("is whole for octets that cannot be made smaller")
    func random() throws {
        let octets = Randomness.system.bytes(100_000)
        #expect(try Self.inflate(try #require(Gzip.compress(octets)), to: octets.count) == octets)
    }

    private struct Broken: Error { let code: Int32 }

    private static func inflate(_ compressed: Bytes, to length: Int) throws -> Bytes {
        var (stream, source, plain) = (z_stream(), compressed, Bytes(repeating: 0, count: length + 1))
        inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { inflateEnd(&stream) }
        let code = source.withUnsafeMutableBufferPointer { source in
            plain.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return CZlib.inflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END, stream.avail_in == 0 else { throw Broken(code: code) }
        return plain.dropLast(Int(stream.avail_out))
    }
}
