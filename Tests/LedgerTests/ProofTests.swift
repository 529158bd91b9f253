import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("Proofs")
struct ProofTests {
    private let tree = ReferenceTree.counting(1_024)
    private let hashes: TreeHashes

    init() { hashes = MemoryTiles(tree).hashes }

    /// Sizes in eight shares, so that they run side by side.
    private static func share(_ number: Int, of sizes: ClosedRange<Int>) -> [Int] {
        sizes.filter { $0 % 8 == number }
    }

    @Test("of every leaf of every tree up to 1,024 leaves are those of RFC 6962", arguments: 0..<8)
    func everyPath(share: Int) throws {
        for size in Self.share(share, of: 1...1_024) {
            for leaf in 0..<size {
                let proof = try hashes.inclusionProof(of: leaf, size: size)
                guard proof == tree.path(leaf, in: 0..<size) else {
                    Issue.record("leaf \(leaf) of \(size)")
                    return
                }
            }
        }
    }

    /// Every leaf up to 128 leaves; above, the first, the last, and those at both sides of each power of two.
    @Test("of leaves lead to the root, for both verifiers", arguments: 0..<8)
    func inclusion(share: Int) throws {
        for size in Self.share(share, of: 1...1_024) {
            let root = tree.root(of: size)
            for leaf in size <= 128 ? Array(0..<size) : Self.edges(size) {
                let proof = try hashes.inclusionProof(of: leaf, size: size)
                let hash = tree.leaves[leaf]
                guard MerkleTree.isIncluded(hash, at: leaf, of: size, proof: proof, root: root),
                    ReferenceVerifier.includes(hash, at: leaf, of: size, proof: proof, root: root)
                else {
                    Issue.record("leaf \(leaf) of \(size)")
                    return
                }
            }
        }
    }

    @Test("of consistency hold for every pair up to 256 leaves, for both verifiers", arguments: 0..<8)
    func consistency(share: Int) throws {
        for later in Self.share(share, of: 1...256) {
            let new = tree.root(of: later)
            for earlier in 1...later {
                let proof = try hashes.consistencyProof(from: earlier, to: later)
                let old = tree.root(of: earlier)
                guard proof == tree.proof(from: earlier, to: later),
                    MerkleTree.isConsistent(earlier, old, later, new, proof: proof),
                    ReferenceVerifier.continues(earlier, old, later, new, proof: proof)
                else {
                    Issue.record("\(earlier) to \(later)")
                    return
                }
            }
        }
    }

    private static func edges(_ size: Int) -> [Int] {
        let powers = [128, 256, 512].filter { $0 < size }
        return [0, size - 1] + powers + powers.map { $0 - 1 }
    }

    @Test(
        "across the tiles of 65,536 leaves and more are those of RFC 6962", arguments: [65_535, 65_536, 65_537, 70_000])
    func large(size: Int) throws {
        let tree = ReferenceTree.counting(size)
        let hashes = MemoryTiles(tree).hashes
        let root = tree.root(of: size)
        #expect(try hashes.root(0..<size) == root)
        for leaf in [0, 255, 256, 32_767, 65_534, size - 1] {
            let proof = try hashes.inclusionProof(of: leaf, size: size)
            #expect(proof == tree.path(leaf, in: 0..<size))
            #expect(MerkleTree.isIncluded(tree.leaves[leaf], at: leaf, of: size, proof: proof, root: root))
        }
        for earlier in [1, 255, 256, 257, 65_000, 65_535] {
            let proof = try hashes.consistencyProof(from: earlier, to: size)
            #expect(proof == tree.proof(from: earlier, to: size))
            #expect(MerkleTree.isConsistent(earlier, tree.root(of: earlier), size, root, proof: proof))
        }
    }

    @Test("are not given for a leaf or a state that is not there")
    func absent() {
        #expect(throws: LedgerError.noLeaf(8)) { try hashes.inclusionProof(of: 8, size: 8) }
        #expect(throws: LedgerError.noLeaf(-1)) { try hashes.inclusionProof(of: -1, size: 8) }
        #expect(throws: LedgerError.noLeaf(9)) { try hashes.consistencyProof(from: 9, to: 8) }
        #expect(throws: LedgerError.self) { try hashes.inclusionProof(of: 3, size: 2_000) }
    }

    @Test("of consistency with the empty tree are empty and name its root")
    func fromNothing() {
        let root = tree.root(of: 7)
        #expect(MerkleTree.isConsistent(0, MerkleTree.emptyRoot, 7, root, proof: []))
        #expect(!MerkleTree.isConsistent(0, root, 7, root, proof: []))
        #expect(!MerkleTree.isConsistent(0, MerkleTree.emptyRoot, 7, root, proof: [root]))
    }
}
