import Ledger
import Primitives

/// Tiles of a tree whose leaf hashes are drawn at random, a batch at a time.
struct SyntheticTree {
    struct Tile {
        let level: Int
        let number: Int
        let content: Bytes
    }

    private let size: Int
    private var made = 0
    /// The tile of each level above the leaves that is not full.
    private var open: [(number: Int, content: Bytes)] = []
    private var derivation = Derivation()
    private var random = SystemRandomNumberGenerator()
    static let width = 256

    init(size: Int) { self.size = size }

    var root: Bytes { derivation.root }

    /// - Returns: nil when all tiles are made.
    mutating func next(tiles: Int) -> [Tile]? {
        guard made < size else { return nil }
        var batch: [Tile] = []
        while batch.count < tiles, made < size {
            let width = min(Self.width, size - made)
            var content = Bytes()
            content.reserveCapacity(width * 32)
            for _ in 0..<(width * 4) {
                withUnsafeBytes(of: random.next()) { content.append(contentsOf: $0) }
            }
            batch.append(Tile(level: 0, number: made / Self.width, content: content))
            derivation.append(tile: content)
            if width == Self.width { lift(MerkleTree.root(ofFull: content), to: 1, &batch) }
            made += width
        }
        guard made >= size else { return batch }
        for (level, last) in open.enumerated() where !last.content.isEmpty {
            batch.append(Tile(level: level + 1, number: last.number, content: last.content))
        }
        return batch
    }

    private mutating func lift(_ hash: Bytes, to level: Int, _ batch: inout [Tile]) {
        if open.count < level { open.append((0, [])) }
        open[level - 1].content += hash
        let (number, content) = open[level - 1]
        guard content.count == Self.width * 32 else { return }
        batch.append(Tile(level: level, number: number, content: content))
        open[level - 1] = (number + 1, [])
        lift(MerkleTree.root(ofFull: content), to: level + 1, &batch)
    }
}
