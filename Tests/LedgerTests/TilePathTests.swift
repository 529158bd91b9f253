import Ledger
import Testing

@Suite("A path of a tile")
struct TilePathTests {
    @Test(
        "is written as the specification writes it",
        arguments: [
            (TilePath.hashes(level: 0, index: 0, width: 256), "tile/0/000"),
            (.hashes(level: 0, index: 1_234_067, width: 256), "tile/0/x001/x234/067"),
            (.hashes(level: 0, index: 273, width: 112), "tile/0/273.p/112"),
            (.hashes(level: 63, index: 1_000, width: 1), "tile/63/x001/000.p/1"),
            (.entries(index: 999, width: 255), "tile/entries/999.p/255"),
            (.entries(index: 1_234_067, width: 256), "tile/entries/x001/x234/067"),
        ])
    func written(path: TilePath, text: String) {
        #expect(path.description == text)
        #expect(TilePath(text) == path)
    }

    @Test(
        "is refused in any other spelling",
        arguments: [
            "", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000/000", "tile/0/x001",
            "tile/0/001/000", "tile/0/x001/x000", "tile/00/000", "tile/64/000", "tile/-1/000", "tile/+1/000",
            "tile/0/-01", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000.p",
            "tile/0/000/", "/tile/0/000", "tile/data/000", "tile/0/x99/x999/x999/x999/x999/x999/x999/999",
            "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999", "tile/0/０００", "tile/entries/000.p/1/2", "tile/0/../0",
        ])
    func refused(text: String) {
        #expect(TilePath(text) == nil)
    }
}
