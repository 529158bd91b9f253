import Ledger
import Primitives
import TestKit
import Testing

@Suite("A place of the tree")
struct PlaceTests {
    @Test("holds the entries and hashes that C2SP tlog-tiles puts there", arguments: Engine.available)
    func content(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(600)
            try await house.sequencer(most: 131).sequence()
            let entries = try await house.sequenced()
            let reference = ReferenceTree(leaves: entries.map(ReferenceTree.leafHash))
            for (number, width) in [(0, 256), (1, 256), (2, 88), (1, 40)] {
                let range = (number * 256)..<(number * 256 + width)
                let bundle = try await house.reader.content(at: .entries(index: number, width: width))
                #expect(try EntryBundleReader.entries(in: bundle) == Array(entries[range]))
                let tile = try await house.reader.content(at: .hashes(level: 0, index: number, width: width))
                #expect(tile == Bytes(reference.leaves[range].joined()))
            }
            let upper = try await house.reader.content(at: .hashes(level: 1, index: 0, width: 2))
            #expect(upper == reference.root(0..<256) + reference.root(256..<512))
        }
    }

    private static let uncovered = [
        TilePath.hashes(level: 0, index: 2, width: 89), .hashes(level: 0, index: 3, width: 1),
        .hashes(level: 1, index: 0, width: 3), .hashes(level: 2, index: 0, width: 1),
        .hashes(level: 63, index: 0, width: 1), .hashes(level: 0, index: .max, width: 1),
        .hashes(level: 0, index: 0, width: 0), .hashes(level: -1, index: 0, width: 1),
        .entries(index: 2, width: 89), .entries(index: 3, width: 1), .entries(index: -1, width: 1),
        .entries(index: 0, width: 257), .entries(index: .max, width: 1),
    ]

    @Test("that no checkpoint covers is not there", arguments: Engine.available)
    func outside(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            try await house.append(600)
            try await house.sequencer().sequence()
            for path in Self.uncovered {
                await #expect(throws: LedgerError.self, "\(path)") { try await house.reader.content(at: path) }
            }
        }
    }

    @Test("of a leaf is proven for every size up to the tree's", arguments: Engine.available)
    func inclusion(engine: Engine) async throws {
        try await LedgerHouse.with(engine) { house in
            let appended = try await house.append(300)
            try await house.sequencer().sequence()
            let reference = ReferenceTree(leaves: try await house.sequenced().map(ReferenceTree.leafHash))
            let leaf = try #require(try await house.reader.leaf(of: appended[17].id))
            for size in [leaf + 1, 256, 299, 300] {
                let path = try await house.reader.inclusionProof(of: leaf, size: size)
                let root = reference.root(0..<size)
                #expect(
                    MerkleTree.isIncluded(reference.leaves[leaf], at: leaf, of: size, proof: path, root: root))
            }
            await #expect(throws: LedgerError.noLeaf(301)) {
                try await house.reader.inclusionProof(of: leaf, size: 301)
            }
            #expect(try await house.reader.leaf(of: house.entry().id) == nil)
        }
    }
}
