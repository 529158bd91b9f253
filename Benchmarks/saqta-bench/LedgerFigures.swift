import ArgumentParser
import Foundation
import Ledger
import Primitives
import SQLite
import Storage

/// How long a proof takes in a tree of many entries, and how fast a root is derived from entries in memory.
///
/// The tree is made up: leaf hashes drawn at random, and the tiles above them as they must be.
struct LedgerFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Measures proofs from tiles and the derivation of a root.")

    @Option(help: "An empty folder on the disk to be measured.") var folder: String
    @Option(help: "Seconds for each figure.") var seconds: Double = 3
    @Option(help: "Entries in the tree.") var entries = 10_000_000

    private static let width = 256
    /// So many entries have their place in the index; the others are leaves only.
    private static let indexed = 100_000

    func run() async throws {
        let database = try SQLiteDatabase(path: "\(folder)/ledger.sqlite", readers: 4)
        try await Migrator(LedgerSchema.migrations).migrate(database, at: TimeSource.system.now)
        let ids = try await makeTree(in: database)
        let reader = LedgerReader(database: database)
        // The tree is whole: a proof leads to the root that the checkpoint names.
        for _ in 0..<100 {
            guard let (id, leaf, hash) = ids.randomElement(), let text = try await reader.proof(of: id) else {
                throw ValidationError("no proof")
            }
            let proof = try TlogProof(parsing: text)
            let checkpoint = try Checkpoint(text: proof.checkpoint.text)
            guard
                MerkleTree.isIncluded(
                    hash, at: leaf, of: checkpoint.size, proof: proof.path, root: checkpoint.root)
            else { throw ValidationError("the proof of leaf \(leaf) does not lead to the root") }
        }
        let proofs = try await Timing.measure(clients: 1, seconds: seconds) {
            guard let id = ids.randomElement()?.id else { return }
            _ = try await reader.proof(of: id)
        }
        print(proofs.report("ledger proof", clients: 1))
        print(try derivation().report("root from bundles", clients: 1))
    }

    /// Derives a root from bundles in memory again and again; the rate counts entries.
    private func derivation() throws -> Timing {
        var (bundles, count) = ([Bytes](), 0)
        for _ in 0..<200 {
            var bundle = Bytes()
            for _ in 0..<Self.width {
                let entry = try Self.entry().canonical()
                bundle += [UInt8(entry.count >> 8), UInt8(entry.count & 255)] + entry
            }
            bundles.append(bundle)
        }
        let begin = ContinuousClock.now
        var latencies: [Double] = []
        while ContinuousClock.now - begin < .seconds(seconds) {
            let start = ContinuousClock.now
            var tree = Derivation()
            for bundle in bundles { try tree.append(bundle: bundle) }
            guard tree.root != MerkleTree.emptyRoot else { throw ValidationError("no root") }
            count += tree.count
            latencies.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        return Timing(
            done: count, seconds: (ContinuousClock.now - begin) / .seconds(1), latencies: latencies.sorted())
    }

    /// An entry as long as that of a permitted read.
    private static func entry() -> LedgerEntry {
        let randomness = Randomness.system
        return LedgerEntry(
            nonce: randomness.bytes(16), role: "reviewer", actor: randomness.bytes(8).hex, act: "read",
            whom: randomness.bytes(32), fields: [1, 2], purpose: "2.2.2", basis: "consent", clause: "2.2.2", edition: 1,
            caseID: "0123456789",
            outcome: .done, at: TimeSource.system.now, revision: nil, digest: nil, note: [:])
    }

    /// - Returns: entries with their leaves, to be proven.
    private func makeTree(in database: any Database) async throws -> [(id: EntryID, leaf: Int, hash: Bytes)] {
        var tree = SyntheticTree(size: entries)
        let every = max(1, entries / Self.indexed)
        var ids: [(id: EntryID, leaf: Int, hash: Bytes)] = []
        while let batch = tree.next(tiles: 1_000) {
            var places: [(id: EntryID, leaf: Int, hash: Bytes)] = []
            for tile in batch where tile.level == 0 {
                let first = tile.number * Self.width
                for offset in 0..<(tile.content.count / 32) where (first + offset) % every == 0 {
                    places.append(
                        (
                            EntryID(from: .system), first + offset,
                            Bytes(tile.content[(offset * 32)..<(offset * 32 + 32)])
                        ))
                }
            }
            ids += places
            let rows = places
            try await database.write { transaction in
                for tile in batch {
                    try transaction.run(
                        "INSERT INTO tile (level, number, content) VALUES (\(tile.level), \(tile.number), \(tile.content))"
                    )
                }
                for row in rows {
                    try transaction.run("INSERT INTO leaf (id, number) VALUES (\(row.id), \(row.leaf))")
                }
            }
        }
        let root = tree.root
        let note = SignedNote(
            text: Checkpoint(origin: "bench.example/ledger", size: entries, root: root).text,
            signatures: [
                .init(
                    name: "bench.example/ledger", keyHash: Bytes(repeating: 0, count: 4),
                    octets: Bytes(repeating: 0, count: 64))
            ])
        let size = entries
        try await database.write { transaction in
            _ = try transaction.run(
                "INSERT INTO tree (id, size, root, note) VALUES (1, \(size), \(root), \(note.description))")
        }
        return ids
    }
}
