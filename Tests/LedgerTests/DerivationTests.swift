import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("A tree derived tile by tile")
struct DerivationTests {
    @Test(
        "has the root of one derived leaf by leaf, and so at every size on the way",
        arguments: [1, 255, 256, 257, 1_500])
    func roots(size: Int) throws {
        let leaves = ReferenceTree.counting(size).leaves
        let asked: Set<Int> = [1, 200, 256, 300, 512, 777, 1_024, 1_499]
        var (slow, fast) = (Derivation(rootsAt: asked), Derivation(rootsAt: asked))
        for leaf in leaves { slow.append(leaf) }
        for start in stride(from: 0, to: size, by: 256) {
            fast.append(tile: Bytes(leaves[start..<min(size, start + 256)].joined()))
        }
        #expect(fast.root == slow.root)
        #expect(fast.root == ReferenceTree(leaves: leaves).root(of: size))
        for at in asked where at <= size {
            #expect(fast.root(at: at) == ReferenceTree(leaves: leaves).root(of: at))
            #expect(slow.root(at: at) == fast.root(at: at))
        }
    }

    @Test("gives the tiles of all levels above the leaves")
    func tiles() throws {
        // One full tile of level 1, and a hash on level 2.
        let size = 256 * 256 + 256 * 3 + 17
        let random = SeededRandomness(seed: 3)
        let leaves = random.bytes(size * 32)
        var (derivation, upper) = (Derivation(), UpperTiles())
        var (content, made) = ([String: Bytes](), 0)
        for start in stride(from: 0, to: leaves.count, by: 8_192) {
            let tile = Bytes(leaves[start..<min(leaves.count, start + 8_192)])
            content["0/\(start / 8_192)"] = tile
            derivation.append(tile: tile)
            for (level, hash) in derivation.takeUppers() {
                guard let full = upper.add(hash, level: level) else { continue }
                content["\(full.level)/\(full.number)"] = full.content
                made += 1
            }
        }
        for tile in upper.rest { content["\(tile.level)/\(tile.number)"] = tile.content }
        #expect(made == 1)
        #expect(content.keys.filter { !$0.hasPrefix("0/") }.sorted() == ["1/0", "1/1", "2/0"])
        let hashes = TreeHashes { level, number in
            guard let tile = content["\(level)/\(number)"] else { throw LedgerError.malformed }
            return tile
        }
        #expect(try hashes.root(0..<size) == derivation.root)
        let proof = try hashes.inclusionProof(of: 70, size: size)
        #expect(
            MerkleTree.isIncluded(
                Bytes(leaves[(70 * 32)..<(71 * 32)]), at: 70, of: size, proof: proof, root: derivation.root))
    }

    @Test("finds each mark of an erasure at its last leaf, and no other")
    func marks() {
        let random = SeededRandomness(seed: 4)
        let digests = (0..<200).map { _ in random.bytes(32) }
        var marks = ErasureMarks()
        for (leaf, digest) in (digests + digests.prefix(9)).enumerated() { marks.add(digest, at: leaf, closes: leaf) }
        marks.sort()
        for (number, digest) in digests.enumerated() {
            #expect(marks.find(digest)?.leaf == (number < 9 ? number + 200 : number))
        }
        #expect(marks.find(random.bytes(32)) == nil)
    }
}
