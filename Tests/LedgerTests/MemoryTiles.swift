import Primitives

@testable import Ledger

/// The tiles of a tree in memory, cut as C2SP `tlog-tiles` says: hashes of level `l` stand for `256^l` leaves each.
struct MemoryTiles {
    private let levels: [[Bytes]]

    /// - Parameter reference: gives the hashes of all levels, so that the tiles owe nothing to the code under test.
    init(_ reference: ReferenceTree) {
        var levels: [[Bytes]] = []
        var width = 1
        while reference.leaves.count / width > 0 {
            levels.append(
                (0..<(reference.leaves.count / width)).map { reference.root(($0 * width)..<(($0 + 1) * width)) })
            width *= 256
        }
        self.levels = levels
    }

    var hashes: TreeHashes {
        TreeHashes { level, number in
            guard levels.indices.contains(level), number * 256 < levels[level].count else {
                throw LedgerError.malformed
            }
            return Bytes(levels[level].dropFirst(number * 256).prefix(256).joined())
        }
    }
}

extension ReferenceTree {
    /// A tree of so many leaves, each the hash of its own number.
    static func counting(_ size: Int) -> ReferenceTree {
        ReferenceTree(leaves: (0..<size).map { leafHash(Bytes("leaf \($0)".utf8)) })
    }
}
