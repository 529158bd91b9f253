import Primitives
import Storage
import TestKit
import Testing

@testable import Ledger

@Suite("Sequencing")
struct SequencingTests {
    @Test("gives entries consecutive leaves, over batches that cross bundles of 256", arguments: Engine.available)
    func consecutive(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            var expected: [LedgerEntry] = []
            for batch in [1, 2, 252, 1, 1, 300, 211] {
                expected += try await house.append(batch)
                let checkpoint = try #require(try await sequencer.sequence())
                let tree = ReferenceTree(leaves: try expected.map { ReferenceTree.leafHash(try $0.canonical()) })
                #expect(checkpoint.size == expected.count)
                #expect(checkpoint.root == tree.root(of: expected.count))
            }
            let octets = try expected.map { try $0.canonical() }
            #expect(try await house.sequenced() == octets)
            for (number, entry) in expected.enumerated() {
                let leaf = try await house.database.read { try LedgerStore($0).leaf(of: entry.id) }
                #expect(leaf == number)
            }
        }
    }

    @Test("keeps the tiles that C2SP tlog-tiles names, on every level", arguments: Engine.available)
    func tiles(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            for batch in [255, 2, 600] {
                try await house.append(batch)
                try await house.sequencer().sequence()
            }
            let leaves = try await house.sequenced().map { ReferenceTree.leafHash($0) }
            let tree = ReferenceTree(leaves: leaves)
            let reader = house.reader
            for number in 0..<3 {
                let tile = try await reader.tile(level: 0, number: number, width: 256)
                #expect(tile == Bytes(leaves[(number * 256)..<(number * 256 + 256)].joined()))
            }
            #expect(try await reader.tile(level: 0, number: 3, width: 89) == Bytes(leaves[768..<857].joined()))
            let above = (0..<3).map { tree.root(($0 * 256)..<($0 * 256 + 256)) }
            #expect(try await reader.tile(level: 1, number: 0, width: 3) == Bytes(above.joined()))
            await #expect(throws: LedgerError.noLeaf(3)) { try await reader.tile(level: 0, number: 3, width: 256) }
            await #expect(throws: LedgerError.noLeaf(0)) { try await reader.tile(level: 1, number: 0, width: 4) }
            await #expect(throws: LedgerError.noLeaf(0)) { try await reader.tile(level: 2, number: 0, width: 1) }
            await #expect(throws: LedgerError.noLeaf(0)) { try await reader.tile(level: -1, number: 0, width: 1) }
            await #expect(throws: LedgerError.noLeaf(0)) { try await reader.tile(level: 0, number: 0, width: 0) }
        }
    }

    @Test("makes proofs that verify with the key alone", arguments: Engine.available)
    func proofs(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencer = try house.sequencer()
            let first = try await house.append(200)
            let early = try #require(try await sequencer.sequence())
            let second = try await house.append(400)
            let tooEarly = try await house.reader.proof(of: second[0].id)
            #expect(tooEarly == nil)
            let late = try #require(try await sequencer.sequence())
            for entry in [first[0], first[199], second[55], second[56], second[399]] {
                let text = try #require(try await house.reader.proof(of: entry.id))
                let checkpoint = try TlogProof(parsing: text)
                    .verify(entry: try entry.canonical(), key: sequencer.verifierKey)
                #expect(checkpoint == late)
            }
            let proof = try await house.reader.consistencyProof(from: early.size, to: late.size)
            #expect(MerkleTree.isConsistent(early.size, early.root, late.size, late.root, proof: proof))
            #expect(ReferenceVerifier.continues(early.size, early.root, late.size, late.root, proof: proof))
            await #expect(throws: LedgerError.noLeaf(601)) {
                try await house.reader.consistencyProof(from: 5, to: 601)
            }
        }
    }

    @Test("takes all that waits, in transactions of the size that it was given", arguments: Engine.available)
    func drains(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(50)
            let checkpoint = try await house.sequencer(most: 7).sequence()
            let oldest = try await house.database.read { try LedgerStore($0).oldestPending() }
            #expect(checkpoint?.size == 50)
            #expect(oldest == nil)
        }
    }

    @Test("of nothing signs nothing", arguments: Engine.available)
    func nothing(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let checkpoint = try await house.sequencer().sequence()
            let note = try await house.reader.checkpoint()
            #expect(checkpoint == nil)
            #expect(note == nil)
        }
    }

    @Test("of two at once on one database neither loses nor doubles an entry", arguments: Engine.available)
    func two(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let sequencers = [try house.sequencer("a", most: 9), try house.sequencer("b", most: 11)]
            var expected: Set<Bytes> = []
            for _ in 0..<6 {
                for entry in try await house.append(60) { expected.insert(try entry.canonical()) }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for sequencer in sequencers + sequencers {
                        group.addTask { try await sequencer.sequence() }
                    }
                    try await group.waitForAll()
                }
            }
            let entries = try await house.sequenced()
            #expect(entries.count == 360)
            #expect(Set(entries) == expected)
            let tree = ReferenceTree(leaves: entries.map { ReferenceTree.leafHash($0) })
            for sequencer in sequencers {
                let checkpoint = try await sequencer.sequence()
                #expect(checkpoint?.root == tree.root(of: 360))
                #expect(!sequencer.isForked)
            }
            let note = try #require(try await house.reader.checkpoint())
            #expect(try Checkpoint(text: SignedNote(parsing: note).text).size == 360)
        }
    }
}
