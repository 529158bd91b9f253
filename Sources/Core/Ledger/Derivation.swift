import Primitives

/// A tree derived from leaf hashes, one after the other.
struct Derivation {
    private(set) var count = 0
    /// Roots of the full tiles of leaves, which the level above holds.
    private(set) var tileRoots: [Bytes] = []
    private var peaks: [Bytes] = []
    private var asked: Set<Int>
    private var roots: [Int: Bytes] = [:]

    /// - Parameter sizes: sizes at which the root is asked for later.
    init(rootsAt sizes: Set<Int> = []) { asked = sizes }

    mutating func append(_ leaf: Bytes) {
        var hash = leaf
        var (rest, height) = (count, 0)
        while rest & 1 == 1, let peak = peaks.popLast() {
            hash = MerkleTree.nodeHash(peak, hash)
            rest >>= 1
            height += 1
            if height == 8 { tileRoots.append(hash) }
        }
        peaks.append(hash)
        count += 1
        if asked.contains(count) { roots[count] = root }
    }

    var root: Bytes {
        guard var root = peaks.last else { return MerkleTree.emptyRoot }
        for peak in peaks.dropLast().reversed() { root = MerkleTree.nodeHash(peak, root) }
        return root
    }

    /// The root of the first `size` leaves, when it was asked for.
    func root(at size: Int) -> Bytes? { size == 0 ? MerkleTree.emptyRoot : roots[size] }
}
