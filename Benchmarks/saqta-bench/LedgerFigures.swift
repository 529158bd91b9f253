import ArgumentParser
import Foundation
import Ledger
import Primitives
import SQLite
import Storage

/// How long a proof takes in a tree of many entries, and how fast a root is derived from entries in memory.
///
/// The tree is made up, and stays in the folder for the next time: leaf hashes drawn at random, and the tiles above them as
/// they must be.
struct LedgerFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Measures proofs from tiles and the derivation of a root.")

    @Option(help: "A folder on the disk to be measured, empty the first time.") var folder: String
    @Option(help: "Seconds for each figure.") var seconds: Double = 3
    @Option(help: "Entries in the tree.") var entries = 10_000_000

    private static let width = 256
    /// So many entries have their place in the index; the others are leaves only.
    private static let indexed = 100_000

    func run() async throws {
        let database = try SQLiteDatabase(path: "\(folder)/ledger.sqlite", readers: 4)
        try await Migrator(LedgerSchema.migrations).migrate(database, at: TimeSource.system.now)
        if try await database.read({ try $0.row("SELECT id FROM tree") }) == nil {
            try await SyntheticTree.store(entries, placing: Self.indexed, in: database)
        }
        let places = try await database.read { transaction in
            try transaction.rows("SELECT id, number FROM leaf").map {
                (id: EntryID(of: try $0.bytes(0)), leaf: Int(try $0.int(1)))
            }
        }
        let reader = LedgerReader(database: database)
        try await check(places, reader, database)
        let proofs = try await Timing.measure(clients: 1, seconds: seconds) {
            guard let id = places.randomElement()?.id else { return }
            _ = try await reader.proof(of: id)
        }
        print(proofs.report("ledger proof", clients: 1))
        print(try derivation().report("root from bundles", clients: 1))
    }

    /// The tree is whole: proofs lead to the root that the checkpoint names.
    private func check(
        _ places: [(id: EntryID, leaf: Int)], _ reader: LedgerReader, _ database: any Database
    ) async throws {
        for _ in 0..<100 {
            guard let (id, leaf) = places.randomElement(), let text = try await reader.proof(of: id) else {
                throw ValidationError("no proof")
            }
            let proof = try TlogProof(parsing: text)
            let checkpoint = try Checkpoint(text: proof.checkpoint.text)
            let (tile, start) = (leaf / Self.width, leaf % Self.width * 32)
            let hashes = try await database.read { transaction in
                try transaction.row("SELECT content FROM tile WHERE level = 0 AND number = \(tile)")?.bytes(0)
            }
            guard let hashes,
                MerkleTree.isIncluded(
                    Bytes(hashes[start..<(start + 32)]), at: leaf, of: checkpoint.size, proof: proof.path,
                    root: checkpoint.root)
            else { throw ValidationError("the proof of leaf \(leaf) does not lead to the root") }
        }
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
}
