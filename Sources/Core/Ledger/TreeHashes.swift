import Primitives

/// Reads a tree from its tiles (C2SP `tlog-tiles`): each holds up to 256 hashes of one level of 256-fold subtrees.
struct TreeHashes {
    /// Hashes of a tile: 256, or fewer in the last one of its level.
    let tile: (_ level: Int, _ number: Int) throws -> Bytes

    static let width = 256

    /// The hash of the perfect subtree of `1 << height` leaves that begins at leaf `index << height`.
    func node(height: Int, index: Int) throws -> Bytes {
        let (level, rest) = (height / 8, height % 8)
        let first = index << rest
        let tile = try tile(level, first / Self.width)
        let offset = first % Self.width
        var hashes = try (0..<(1 << rest)).map { try hash(in: tile, at: offset + $0) }
        while hashes.count > 1 {
            hashes = stride(from: 0, to: hashes.count, by: 2).map { MerkleTree.nodeHash(hashes[$0], hashes[$0 + 1]) }
        }
        return hashes[0]
    }

    /// The hash of the leaves `range`, whose start is a multiple of the smallest power of two that is not below its length.
    func root(_ range: Range<Int>) throws -> Bytes {
        guard !range.isEmpty else { return MerkleTree.emptyRoot }
        var (start, parts) = (range.lowerBound, [Bytes]())
        while start < range.upperBound {
            let left = range.upperBound - start
            let height = Int.bitWidth - 1 - left.leadingZeroBitCount
            parts.append(try node(height: height, index: start >> height))
            start += 1 << height
        }
        var root = parts.removeLast()
        while let part = parts.popLast() { root = MerkleTree.nodeHash(part, root) }
        return root
    }

    /// The audit path of a leaf in the tree of `size` leaves (RFC 6962, 2.1.1).
    func inclusionProof(of leaf: Int, size: Int) throws -> [Bytes] {
        guard leaf >= 0, leaf < size else { throw LedgerError.noLeaf(leaf) }
        var (range, proof) = (0..<size, [Bytes]())
        while range.count > 1 {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            if leaf < middle {
                proof.append(try root(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try root(range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        return proof.reversed()
    }

    /// Proof that the tree of `later` leaves begins with the tree of `earlier` ones (RFC 6962, 2.1.2).
    func consistencyProof(from earlier: Int, to later: Int) throws -> [Bytes] {
        guard earlier >= 0, earlier <= later else { throw LedgerError.noLeaf(earlier) }
        guard earlier > 0, earlier < later else { return [] }
        var (range, proof, isWhole) = (0..<later, [Bytes](), true)
        while range.upperBound != earlier {
            let middle = range.lowerBound + MerkleTree.split(range.count)
            if earlier <= middle {
                proof.append(try root(middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                proof.append(try root(range.lowerBound..<middle))
                range = middle..<range.upperBound
                isWhole = false
            }
        }
        if !isWhole { proof.append(try root(range)) }
        return proof.reversed()
    }

    private func hash(in tile: Bytes, at index: Int) throws -> Bytes {
        guard index * 32 + 32 <= tile.count else { throw LedgerError.malformed }
        return Bytes(tile[(index * 32)..<(index * 32 + 32)])
    }
}
