import Primitives
import Storage

extension TreeStore {
    /// Appends entries to bundles and tiles. - Returns: the root of the grown tree.
    ///
    /// - Throws: ``LedgerError/malformed`` when the last bundle or a last tile does not fit the tree's size.
    func append(_ entries: [(id: Bytes, entry: Bytes)], after size: Int) throws -> Bytes {
        let width = TreeHashes.width
        var number = size
        var bundle = try lastBundle(of: size)
        var hashes: [Bytes] = []
        var leaves: [SQL] = []
        for (id, entry) in entries {
            bundle += try EntryBundle.octets(of: entry)
            hashes.append(MerkleTree.leafHash(entry))
            leaves.append("INSERT INTO leaf (id, number) VALUES (\(id), \(number))")
            number += 1
            if number % width == 0 {
                try setBundle(number / width - 1, bundle)
                bundle = []
            }
        }
        if number % width != 0 { try setBundle(number / width, bundle) }
        for leaf in leaves { try transaction.send(leaf) }
        try grow(level: 0, from: size, by: hashes)
        return try self.hashes.root(0..<number)
    }

    /// Whether the tiles give the tree's root, and that tree begins with the one that was signed.
    ///
    /// - Parameter hashes: what was read of the tiles before in this transaction.
    func continues(
        _ signed: Checkpoint?, size: Int, root: Bytes, through hashes: TreeHashes? = nil
    ) throws -> Bool {
        let hashes = hashes ?? self.hashes
        guard try hashes.root(0..<size) == root else { return false }
        guard let signed else { return true }
        guard signed.size <= size else { return false }
        let proof = try hashes.consistencyProof(from: signed.size, to: size)
        return MerkleTree.isConsistent(signed.size, signed.root, size, root, proof: proof)
    }

    /// The last bundle as far as it is begun, to which the next entry is added.
    ///
    /// - Throws: ``LedgerError/malformed`` when it does not fit the tree's size.
    func lastBundle(of size: Int) throws -> Bytes {
        let held = size % TreeHashes.width
        guard held > 0 else { return [] }
        guard let bundle = try bundle(size / TreeHashes.width), try EntryBundle.entries(in: bundle).count == held else {
            throw LedgerError.malformed
        }
        return bundle
    }

    private func grow(level: Int, from count: Int, by hashes: [Bytes]) throws {
        let width = TreeHashes.width
        var tile = count % width == 0 ? Bytes() : try self.tile(level, count / width)
        guard tile.count == count % width * 32 else { throw LedgerError.malformed }
        var number = count
        var above: [Bytes] = []
        for hash in hashes {
            tile += hash
            number += 1
            if number % width == 0 {
                try setTile(level, number / width - 1, tile)
                above.append(try TreeHashes.root(ofTile: tile))
                tile = []
            }
        }
        if number % width != 0 { try setTile(level, number / width, tile) }
        if !above.isEmpty { try grow(level: level + 1, from: count / width, by: above) }
    }
}
