import Primitives

extension TreeHashes {
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
}
