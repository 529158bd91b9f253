import Imaging
import Primitives
import Testing

@Suite("Refused documents")
struct RefusalTests {
    @Test("are refused for what they are, before a decoder sees them", arguments: Specimens.those { $0.refused != nil })
    func refused(specimen: Specimens.Specimen) async throws {
        let expected = try Self.refusal(try #require(specimen.refused))
        await #expect(throws: expected) { try await Worker.with().pages(Specimens.bytes(specimen.file)) }
    }

    @Test("of every reason but lack of a file are among the specimens")
    func complete() throws {
        guard Specimens.all != nil else { return }
        let drawn = Set(Specimens.those { $0.refused != nil }.compactMap(\.refused))
        #expect(drawn.isSuperset(of: ImagingRefusal.Reason.allCases.map(\.rawValue)))
    }

    @Test("are not those that are merely noted", arguments: Specimens.those { $0.notices != nil })
    func noted(specimen: Specimens.Specimen) async throws {
        let (result, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        #expect(result.notices.map(\.rawValue).sorted() == specimen.notices)
        #expect(pages.count == 1)
        #expect(pages.allSatisfy { !JPEGFile($0.image).contains("alert") })
    }

    @Test("that are too large are given up soon after the limit")
    func tooLarge() async throws {
        let pieces = Pieces(Bytes(repeating: 0, count: 8 << 20))
        let worker = Worker.with { $0.octets = 1 << 20 }
        await #expect(throws: ImagingRefusal.tooLarge) {
            try await worker.process {
                await pieces.next()
            } page: { _ in
            }
        }
        // What lies in the socket's own buffer on the way has been taken as well.
        #expect(await pieces.taken < 4 << 20)
    }

    private static func refusal(_ name: String) throws -> ImagingRefusal {
        if let reason = ImagingRefusal.Reason(rawValue: name) { return .refused(reason) }
        let others: [String: ImagingRefusal] = [
            "encrypted": .encrypted, "damaged": .damaged, "tooManyPixels": .tooManyPixels,
            "tooManyPages": .tooManyPages,
        ]
        return try #require(others[name])
    }
}
