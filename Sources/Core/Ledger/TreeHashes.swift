import Primitives

/// Reads one state of a tree from its tiles (C2SP `tlog-tiles`): each holds up to 256 hashes of one level of 256-fold subtrees.
struct TreeHashes {
    /// The content of a tile: 256 hashes, or fewer in the last one of its level.
    let tile: (_ level: Int, _ number: Int) throws -> Bytes
    private let known = Known()

    static let width = 256

    /// Hashes that were read or computed before, by the leaves that they stand for.
    private final class Known {
        var hashes: [Range<Int>: Bytes] = [:]
        var tiles: [Place: Bytes] = [:]
    }

    private struct Place: Hashable {
        let level: Int
        let number: Int
    }

    init(tile: @escaping (_ level: Int, _ number: Int) throws -> Bytes) { self.tile = tile }

    /// The root of a full tile: the hash of which the level above holds.
    static func root(ofTile tile: Bytes) throws -> Bytes {
        guard tile.count == width * 32 else { throw LedgerError.malformed }
        return MerkleTree.root(ofFull: tile)
    }

    /// The hash of the leaves `range`, whose start is a multiple of the smallest power of two that is not below its length.
    func root(_ range: Range<Int>) throws -> Bytes {
        guard !range.isEmpty else { return MerkleTree.emptyRoot }
        if let known = known.hashes[range] { return known }
        let (start, left) = (range.lowerBound, range.count)
        let height = Int.bitWidth - 1 - left.leadingZeroBitCount
        let hash: Bytes
        if left == 1 << height {
            hash = try perfect(height: height, index: start >> height)
        } else {
            let middle = start + (1 << height)
            hash = MerkleTree.nodeHash(try root(start..<middle), try root(middle..<range.upperBound))
        }
        known.hashes[range] = hash
        return hash
    }

    /// The hash of the `1 << height` leaves that begin at leaf `index << height`.
    private func perfect(height: Int, index: Int) throws -> Bytes {
        // It lies in one tile, under so many hashes of it.
        let (level, count) = (height / 8, 1 << (height % 8))
        let first = index * count
        let tile = try tileOnce(level, first / Self.width)
        let start = first % Self.width * 32
        guard start + count * 32 <= tile.count else { throw LedgerError.malformed }
        return MerkleTree.root(ofFull: Bytes(tile[start..<(start + count * 32)]))
    }

    private func tileOnce(_ level: Int, _ number: Int) throws -> Bytes {
        let place = Place(level: level, number: number)
        if let tile = known.tiles[place] { return tile }
        let tile = try tile(level, number)
        known.tiles[place] = tile
        return tile
    }
}
