import Hummingbird
import Primitives
import TestKit
import Testing

@testable import WebCore

@Suite("A form with a file")
struct MultipartTests {
    private static let body = Bytes(
        ("--x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nabc\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"receipt\"; filename=\"a; name=b.json\"\r\n"
            + "Content-Type: Application/JSON\r\n\r\n{\r\n--\r\n}\r\n--x--\r\n").utf8)

    @Test("gives each part as it was sent, line breaks included")
    func parts() async throws {
        let found = await Self.parts(of: [Self.body])
        let parts = try #require(found)
        #expect(parts.map(\.head.name) == ["form-token", "receipt"])
        #expect(parts.map(\.head.isFile) == [false, true])
        #expect(parts.map(\.head.type) == [nil, "application/json"])
        #expect(parts.map { String(decoding: $0.content, as: UTF8.self) } == ["abc", "{\r\n--\r\n}"])
    }

    @Test("is refused wherever it is cut off", arguments: Array(3..<180))
    func cut(missing: Int) async {
        #expect(await Self.parts(of: [Bytes(Self.body.dropLast(missing))]) == nil)
    }

    @Test(
        "is refused when a part has no end of its head, a longer boundary, or more company than any page of ours sends")
    func malformed() async {
        let line = "--xy\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--\r\n"
        #expect(await Self.parts(of: [Bytes(line.utf8)]) == nil)
        let open = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n--x\r\n\r\nb\r\n--x--\r\n"
        #expect(await Self.parts(of: [Bytes(open.utf8)]) == nil)
        let bare = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--x\r\nb\r\n--x--\r\n"
        #expect(await Self.parts(of: [Bytes(bare.utf8)]) == nil)
        let part = "\r\n--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"
        let many = String(repeating: part, count: 101).dropFirst(2) + "\r\n--x--\r\n"
        #expect(await Self.parts(of: [Bytes(many.utf8)]) == nil)
        let head = "--x\r\nContent-Disposition: form-data; name=\"\(String(repeating: "a", count: 9_000))"
        #expect(await Self.parts(of: [Bytes(head.utf8)]) == nil)
    }

    @Test(
        "names its boundary",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; Boundary=\"a b\"", "a b"),
            ("text/plain; boundary=abc", nil), ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            (nil, nil),
        ] as [(String?, String?)])
    func boundary(type: String?, expected: String?) {
        #expect(MultipartReader.boundary(of: type) == expected)
    }

    @Test("is read the same however the network cuts it, sound or not, as by a reader of the whole, 1,000 times")
    func chunks() async {
        let texts = [
            "", "a", "\r\n", "\r\n--", "\r\n--x", "--x", "\r", "\n", "-", "қ", "\r\n\r\n--", "\r\n--y",
            String(repeating: "z", count: 300),
        ]
        for seed: UInt64 in 0..<1_000 {
            var dice = Dice(seed: seed)
            var body = Bytes()
            for number in 0..<dice.roll(0...4) {
                let file = dice.roll(0...1) == 0 ? "" : "; filename=\"f\""
                body += Bytes("--x1\r\nContent-Disposition: form-data; name=\"n\(number)\"\(file)\r\n\r\n".utf8)
                body += Bytes((dice.text(of: texts, 0...6) + "\r\n").utf8)
            }
            body += Bytes("--x1--\r\n".utf8)
            if dice.roll(0...2) == 0 { body = dice.mutated(body) }
            let expected = ReferenceForm.parts(of: body, boundary: "x1")
            for longest in [1, 7, 200] {
                let found = await Self.parts(of: Self.cut(body, longest, &dice), boundary: "x1")
                if found != expected { Issue.record("seed \(seed), chunks up to \(longest)") }
            }
        }
    }

    private static func cut(_ body: Bytes, _ longest: Int, _ dice: inout Dice) -> [Bytes] {
        var (chunks, start) = ([Bytes](), 0)
        while start < body.count {
            let end = min(body.count, start + dice.roll(1...longest))
            chunks.append(Bytes(body[start..<end]))
            start = end
        }
        return chunks
    }

    struct Part: Hashable {
        let head: MultipartReader.Head
        let content: Bytes
    }

    /// - Returns: nil when the body is malformed.
    private static func parts(of chunks: [Bytes], boundary: String = "x") async -> [Part]? {
        let (stream, source) = AsyncStream.makeStream(of: ByteBuffer.self)
        for chunk in chunks { source.yield(ByteBuffer(bytes: chunk)) }
        source.finish()
        let reader = MultipartReader(RequestBody(asyncSequence: stream), boundary: boundary)
        var parts: [Part] = []
        do {
            while let head = try await reader.nextPart() {
                parts.append(Part(head: head, content: try await reader.octets(upTo: .max)))
            }
            return parts
        } catch {
            return nil
        }
    }
}

/// Reads a whole body by the text of RFC 2046 and RFC 7578, apart from the code under test.
private enum ReferenceForm {
    static func parts(of body: Bytes, boundary: String) -> [MultipartTests.Part]? {
        let delimiter = Bytes("\r\n--\(boundary)".utf8)
        var pieces: [Bytes] = [[]]
        var rest = ([0x0D, 0x0A] + body)[...]
        while let octet = rest.first {
            if rest.starts(with: delimiter) {
                pieces.append([])
                rest = rest.dropFirst(delimiter.count)
            } else {
                pieces[pieces.count - 1].append(octet)
                rest = rest.dropFirst()
            }
        }
        guard pieces[0].isEmpty, let end = pieces.firstIndex(where: { $0.starts(with: "--".utf8) }), end > 0 else {
            return nil
        }
        let parts = pieces[1..<end].map(part)
        return parts.contains { $0 == nil } ? nil : parts.compactMap { $0 }
    }

    private static func part(_ piece: Bytes) -> MultipartTests.Part? {
        guard piece.starts(with: "\r\n".utf8), let gap = piece.firstRange(of: Bytes("\r\n\r\n".utf8)),
            let head = MultipartReader.Head(piece[..<gap.lowerBound])
        else { return nil }
        return MultipartTests.Part(head: head, content: Bytes(piece[gap.upperBound...]))
    }
}
