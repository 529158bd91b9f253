import Imaging
import Primitives
import Testing

@Suite("Page images")
struct PageImageTests {
    @Test("are tested on drawn specimens, which continuous integration must have")
    func specimensExist() throws {
        if Specimens.isContinuous { try #require(Specimens.all != nil, "SAQTA_SPECIMENS names no folder of specimens") }
    }

    @Test(
        "of every accepted type come whole, small enough, and with nothing but pixels",
        arguments: Specimens.those { $0.type != nil })
    func accepted(specimen: Specimens.Specimen) async throws {
        let (result, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        #expect(result.type.rawValue == specimen.type)
        #expect(result.pages == specimen.pages)
        #expect(pages.map(\.index) == Array(0..<result.pages))
        for page in pages {
            #expect(max(page.width, page.height) <= 2_500)
            for image in [page.image, page.thumbnail] {
                let file = JPEGFile(image)
                #expect(file.applicationSegments.isEmpty)
                #expect(!file.contains(try #require(Specimens.all).marker))
            }
            #expect(JPEGFile(page.image).size == [page.width, page.height])
            #expect((JPEGFile(page.thumbnail).size.max() ?? 0) == 400)
        }
    }

    @Test("of a photograph that lies on its side stand upright")
    func upright() async throws {
        guard let specimen = Specimens.those({ $0.orientation != nil }).first else { return }
        let (_, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        let page = try #require(pages.first)
        #expect(page.orientation == specimen.orientation)
        #expect(page.sourceWidth > page.sourceHeight)
        #expect(page.width < page.height)
    }

    @Test("say what makes them hard to read", arguments: Specimens.those { $0.hints != nil })
    func hints(specimen: Specimens.Specimen) async throws {
        let (_, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        let hints = Set(pages.flatMap(\.hints).map(\.rawValue))
        #expect(hints.isSuperset(of: try #require(specimen.hints)))
    }

    @Test("get no hints that contradict each other", arguments: Specimens.those { $0.hints != nil })
    func agreeing(specimen: Specimens.Specimen) async throws {
        let (_, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        for page in pages {
            let light = Set(page.hints).intersection([.tooDark, .tooPale, .blank])
            #expect(light.count <= 1, "\(page.hints)")
        }
    }

    @Test("of good pictures give no hint", arguments: Specimens.those { $0.clean == true })
    func noHints(specimen: Specimens.Specimen) async throws {
        let (_, pages) = try await Worker.with().pages(Specimens.bytes(specimen.file))
        #expect(pages.flatMap(\.hints).isEmpty)
    }
}

/// As much of a JPEG file as a test must see.
struct JPEGFile {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// The segments before the picture: their markers, and where they begin.
    private var segments: [(marker: UInt8, start: Int)] {
        var found: [(UInt8, Int)] = []
        var offset = 2
        while offset + 4 <= bytes.count, bytes[offset] == 0xFF, bytes[offset + 1] != 0xDA {
            found.append((bytes[offset + 1], offset))
            offset += 2 + Int(bytes[offset + 2]) * 256 + Int(bytes[offset + 3])
        }
        return found
    }

    /// Where metadata would be: everything an application may add except the JFIF head, and comments.
    var applicationSegments: [UInt8] {
        segments.map(\.marker).filter { (0xE1...0xEF).contains($0) || $0 == 0xFE }
    }

    /// Width and height.
    var size: [Int] {
        guard let frame = segments.first(where: { (0xC0...0xC2).contains($0.marker) }) else { return [] }
        return [7, 5].map { Int(bytes[frame.start + $0]) * 256 + Int(bytes[frame.start + $0 + 1]) }
    }

    func contains(_ text: String) -> Bool {
        let pattern = Bytes(text.utf8)
        return bytes.indices.contains { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
    }
}
