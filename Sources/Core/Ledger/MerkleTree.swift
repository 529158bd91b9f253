import Crypto
import Primitives

/// The Merkle tree of RFC 6962, section 2: hashes of 32 octets.
package enum MerkleTree {
    /// `SHA-256(0x00 ‖ leaf)`
    package static func leafHash(_ leaf: Bytes) -> Bytes { Bytes(SHA256.hash(data: [0x00] + leaf)) }

    /// `SHA-256(0x01 ‖ left ‖ right)`
    package static func nodeHash(_ left: Bytes, _ right: Bytes) -> Bytes {
        var hasher = SHA256()
        hasher.update(data: [0x01])
        hasher.update(data: left)
        hasher.update(data: right)
        return Bytes(hasher.finalize())
    }

    /// The root of no leaves: SHA-256 of nothing.
    package static let emptyRoot = Bytes(SHA256.hash(data: Bytes()))

    /// The largest power of two below `size`, which is at least 2.
    static func split(_ size: Int) -> Int { 1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount) }

    /// Checks that a leaf's hash stands at `index` of the tree of `size` leaves with `root` (RFC 9162, 2.1.3.2).
    package static func isIncluded(_ leaf: Bytes, at index: Int, of size: Int, proof: [Bytes], root: Bytes) -> Bool {
        guard index >= 0, index < size, proof.allSatisfy({ $0.count == 32 }) else { return false }
        var (position, last, hash) = (index, size - 1, leaf)
        for sibling in proof {
            guard last > 0 else { return false }
            if position & 1 == 1 || position == last {
                hash = nodeHash(sibling, hash)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                hash = nodeHash(hash, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Checks that the tree of `later` leaves begins with the tree of `earlier` ones (RFC 9162, 2.1.4.2).
    package static func isConsistent(
        _ earlier: Int, _ earlierRoot: Bytes, _ later: Int, _ laterRoot: Bytes, proof: [Bytes]
    ) -> Bool {
        guard earlier >= 0, earlier <= later, proof.allSatisfy({ $0.count == 32 }) else { return false }
        if earlier == later { return proof.isEmpty && earlierRoot == laterRoot }
        if earlier == 0 { return proof.isEmpty && earlierRoot == emptyRoot }
        var path = proof[...]
        if earlier & (earlier - 1) == 0 { path = [earlierRoot] + path }
        guard let first = path.popFirst() else { return false }
        var (position, last) = (earlier - 1, later - 1)
        while position & 1 == 1 {
            position >>= 1
            last >>= 1
        }
        var (old, new) = (first, first)
        for sibling in path {
            guard last > 0 else { return false }
            if position & 1 == 1 || position == last {
                old = nodeHash(sibling, old)
                new = nodeHash(sibling, new)
                while position & 1 == 0, position != 0 {
                    position >>= 1
                    last >>= 1
                }
            } else {
                new = nodeHash(new, sibling)
            }
            position >>= 1
            last >>= 1
        }
        return last == 0 && old == earlierRoot && new == laterRoot
    }
}
