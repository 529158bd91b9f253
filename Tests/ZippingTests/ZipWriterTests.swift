import Primitives
import TestKit
import Testing

@testable import Zipping

@Suite("A ZIP archive")
struct ZipWriterTests {
    private static func archive(_ members: [(name: String, content: Bytes)], pieces: Int = 1_000) throws -> Bytes {
        let writer = try ZipWriter()
        var octets = Bytes()
        for (name, content) in members {
            octets += try writer.begin(name, length: content.count, at: Instant(seconds: 1_795_000_000))
            for start in stride(from: 0, to: content.count, by: pieces) {
                octets += try writer.write(Bytes(content[start..<min(start + pieces, content.count)]))
            }
        }
        return octets + (try writer.finish())
    }

    @Test("is read back by another programme, member for member")
    func readBack() async throws {
        let members: [(name: String, content: Bytes)] = [
            ("data.json", Bytes("{\"name\":\"Үлгіева\"}".utf8)),
            ("documents/01-other.jpeg", Randomness.system.bytes(300_001)), ("documents/02-empty.pdf", []),
        ]
        let read = try await ReadZipMember.all(of: try Self.archive(members))
        #expect(read == members.map { ReadZipMember(name: $0.name, content: $0.content, isStored: true) })
    }

    @Test("that was broken off is read by nobody")
    func broken() async throws {
        let whole = try Self.archive([("data.json", Randomness.system.bytes(5_000))])
        for length in [10, 3_000, whole.count - 23] {
            #expect(try await ReadZipMember.all(of: Bytes(whole.prefix(length))) == nil)
        }
    }

    @Test("gives out what it has as soon as it has it, and takes no more than was announced")
    func streams() throws {
        let writer = try ZipWriter()
        #expect(try writer.begin("one", length: 100_000, at: Instant(seconds: 0)).count < 200)
        let piece = Bytes(repeating: 7, count: 50_000)
        #expect(try writer.write(piece).count >= 50_000)
        #expect(try writer.write(piece).count >= 50_000)
        #expect(throws: ZipFault.self) { try writer.write(piece) }
    }
}
