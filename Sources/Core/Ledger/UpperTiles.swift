import Primitives

/// Puts hashes above the leaves together to tiles, one of each level at a time.
struct UpperTiles {
    struct Tile: Equatable {
        let level: Int
        let number: Int
        let content: Bytes
    }

    private var open: [Int: (number: Int, content: Bytes)] = [:]

    /// - Returns: the tile that has become full.
    mutating func add(_ hash: Bytes, level: Int) -> Tile? {
        var (number, content) = open[level] ?? (0, [])
        content += hash
        guard content.count == TreeHashes.width * 32 else {
            open[level] = (number, content)
            return nil
        }
        open[level] = (number + 1, [])
        return Tile(level: level, number: number, content: content)
    }

    /// The last tile of each level, which is not full.
    var rest: [Tile] {
        open.filter { !$0.value.content.isEmpty }.sorted { $0.key < $1.key }
            .map { Tile(level: $0.key, number: $0.value.number, content: $0.value.content) }
    }
}
