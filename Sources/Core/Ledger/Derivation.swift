import Primitives

/// A tree derived from leaf hashes, one after the other, in constant memory.
package struct Derivation {
    package private(set) var count = 0
    /// Hashes of full 256-fold subtrees, which tiles above the leaves hold, that nobody has taken yet: level 1 or higher.
    private var uppers: [(level: Int, hash: Bytes)] = []
    private var peaks: [Bytes] = []
    private let asked: Set<Int>
    private var roots: [Int: Bytes] = [:]

    /// - Parameter sizes: sizes at which the root is asked for later.
    package init(rootsAt sizes: Set<Int> = []) { asked = sizes }

    mutating func append(_ leaf: Bytes) { append(leaf, height: 0) }

    /// Appends the leaves of a tile, 32 octets each.
    package mutating func append(tile: Bytes) {
        let width = TreeHashes.width
        let isPassed = asked.contains { $0 > count && $0 < count + width }
        guard tile.count == width * 32, count % width == 0, !isPassed else {
            for start in stride(from: 0, to: tile.count, by: 32) { append(Bytes(tile[start..<(start + 32)])) }
            return
        }
        append(MerkleTree.root(ofFull: tile), height: 8)
    }

    /// Appends a full subtree of `1 << height` leaves at a place where one begins.
    private mutating func append(_ root: Bytes, height: Int) {
        var (hash, height, rest) = (root, height, count >> height)
        count += 1 << height
        if height == 8 { uppers.append((1, hash)) }
        while rest & 1 == 1, let peak = peaks.popLast() {
            hash = MerkleTree.nodeHash(peak, hash)
            rest >>= 1
            height += 1
            if height % 8 == 0 { uppers.append((height / 8, hash)) }
        }
        peaks.append(hash)
        if asked.contains(count) { roots[count] = self.root }
    }

    /// The hashes for tiles above the leaves that have come since this was asked last, in the order of their places.
    mutating func takeUppers() -> [(level: Int, hash: Bytes)] {
        defer { uppers.removeAll(keepingCapacity: true) }
        return uppers
    }

    /// Appends the entries of a bundle.
    ///
    /// - Throws: ``LedgerError/malformed`` when the octets are no bundle.
    package mutating func append(bundle: Bytes) throws { append(tile: try MerkleTree.leafHashes(ofBundle: bundle)) }

    package var root: Bytes {
        guard var root = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
        return root
    }

    /// The root of the first `size` leaves, when it was asked for.
    func root(at size: Int) -> Bytes? { size == 0 ? MerkleTree.emptyRoot : roots[size] }
}
