import Primitives
import TestKit
import Testing

@testable import Ledger

@Suite("A proof that was changed")
struct MutatedProofTests {
    private let tree = ReferenceTree.counting(300)
    private let hashes: TreeHashes

    init() { hashes = MemoryTiles(tree).hashes }

    /// What is done to a proof.
    enum Change: CaseIterable {
        case flip, drop, add, swap, shorten, foreign
    }

    @Test("is refused by both verifiers, 1,000 times: inclusion")
    func inclusion() throws {
        var dice = Dice(seed: 6_962)
        var refused = 0
        while refused < 1_000 {
            let size = dice.roll(1...300)
            let leaf = dice.roll(0...(size - 1))
            let root = tree.root(of: size)
            let proof = try hashes.inclusionProof(of: leaf, size: size)
            var (hash, index, changed) = (tree.leaves[leaf], leaf, proof)
            switch dice.roll(0...7) {
            case 0: hash = tree.leaves[(leaf + 1) % 300]
            case 1 where size > 1: index = (leaf + dice.roll(1...(size - 1))) % size
            default: change(&changed, &dice)
            }
            guard hash != tree.leaves[leaf] || index != leaf || changed != proof else { continue }
            refused += 1
            #expect(!MerkleTree.isIncluded(hash, at: index, of: size, proof: changed, root: root))
            #expect(!ReferenceVerifier.includes(hash, at: index, of: size, proof: changed, root: root))
        }
    }

    @Test("is refused by both verifiers, 1,000 times: consistency")
    func consistency() throws {
        var dice = Dice(seed: 9_162)
        var refused = 0
        while refused < 1_000 {
            let later = dice.roll(2...300)
            let earlier = dice.roll(1...(later - 1))
            let proof = try hashes.consistencyProof(from: earlier, to: later)
            var (old, new, changed) = (tree.root(of: earlier), tree.root(of: later), proof)
            switch dice.roll(0...7) {
            case 0: old[dice.roll(0...31)] ^= 4
            case 1: new[dice.roll(0...31)] ^= 4
            default:
                change(&changed, &dice)
                guard changed != proof else { continue }
            }
            refused += 1
            #expect(!MerkleTree.isConsistent(earlier, old, later, new, proof: changed))
            #expect(!ReferenceVerifier.continues(earlier, old, later, new, proof: changed))
        }
    }

    private func change(_ proof: inout [Bytes], _ dice: inout Dice) {
        guard let change = Change.allCases.randomElement(using: &dice), !proof.isEmpty else {
            proof.append(tree.leaves[7])
            return
        }
        let place = dice.roll(0...(proof.count - 1))
        switch change {
        case .flip: proof[place][dice.roll(0...31)] ^= UInt8(1 << dice.roll(0...7))
        case .drop: proof.remove(at: place)
        case .add: proof.insert(tree.leaves[dice.roll(0...299)], at: place)
        case .swap: proof.swapAt(place, (place + 1) % proof.count)
        case .shorten: proof[place].removeLast()
        case .foreign: proof[place] = ReferenceTree.leafHash(Bytes("foreign".utf8))
        }
    }
}
