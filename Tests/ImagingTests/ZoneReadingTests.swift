import Imaging
import Primitives
import Testing

@Suite("What is read off a document")
struct ZoneReadingTests {
    @Test(
        "is its zone with all check digits, on every clean specimen and on photographs of a page",
        arguments: Specimens.those { $0.zone != nil })
    func zone(specimen: Specimens.Specimen) async throws {
        let (result, _) = try await Worker.with().pages(Specimens.bytes(specimen.file), ask: ImagingAsk(zone: true))
        let zone = try #require(result.zones.first)
        #expect(result.zones.count == 1)
        #expect(zone.passed == zone.checks)
        #expect(zone.lines.reveal() == specimen.zone)
    }

    @Test("is nothing where there is no zone")
    func none() async throws {
        guard Specimens.all != nil else { return }
        let (result, _) = try await Worker.with().pages(Specimens.bytes("front.jpg"), ask: ImagingAsk(zone: true))
        #expect(result.zones.isEmpty)
    }

    @Test("is text in Kazakh letters")
    func text() async throws {
        guard Specimens.all != nil else { return }
        let ask = ImagingAsk(languages: ["kaz"])
        let (result, _) = try await Worker.with().pages(Specimens.bytes("front.jpg"), ask: ask)
        let text = try #require(result.texts.first)
        let lines = text.lines.reveal().map(\.text)
        #expect(text.languages == "kaz")
        #expect(lines.contains("ТЕГІ / ФАМИЛИЯ"))
    }

    @Test("prints nowhere by accident")
    func hidden() async throws {
        guard let specimen = Specimens.those({ $0.clean == true }).first else { return }
        let (result, _) = try await Worker.with().pages(Specimens.bytes(specimen.file), ask: ImagingAsk(zone: true))
        let line = try #require(specimen.zone?.first)
        #expect(!result.zones.isEmpty)
        #expect(!"\(result)".contains(line))
    }
}
