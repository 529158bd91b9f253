import Foundation
import Primitives
import Storage
import Synchronization

/// Gives pending entries their leaves and signs what is committed, and nothing that is not.
///
/// Any number may run: the tree moves by compare-and-set on size and root. One that wakes with an old tree signs nothing,
/// since it first proves the tree in the database to be a continuation of what it signed before.
package final class Sequencer: Sendable {
    private let database: any Database
    private let signer: CheckpointSigner
    private let file: CheckpointFile
    private let time: TimeSource
    private let most: Int
    private let state = Mutex(State())

    private struct State {
        var signed: Checkpoint?
        var isForked = false
    }

    /// - Parameters:
    ///   - checkpointFile: where the newest checkpoint is kept outside the database.
    ///   - most: entries in one transaction.
    package init(
        database: any Database, signer: CheckpointSigner, checkpointFile: String, time: TimeSource, most: Int = 1_024
    ) throws {
        self.database = database
        self.signer = signer
        self.time = time
        self.most = most
        file = CheckpointFile(path: checkpointFile)
        if let note = try file.read() {
            let checkpoint = try Checkpoint(text: try signer.verifier.verify(note))
            state.withLock { $0.signed = checkpoint }
        }
    }

    /// The key that verifies the checkpoints, `name+hash+base64`.
    package var verifierKey: String { signer.verifier.text }

    package var verifier: VerifierKey { signer.verifier }

    /// True once the tree in the database was found not to continue what was signed; nothing is signed any more.
    package var isForked: Bool { state.withLock(\.isForked) }

    /// Takes what is pending into the tree and signs the new state.
    ///
    /// - Returns: the newest checkpoint; nil while the tree is empty.
    /// - Throws: ``LedgerError/forked``.
    @discardableResult
    package func sequence() async throws -> Checkpoint? {
        let signed = state.withLock(\.signed)
        let most = most
        let head = try await database.write { transaction -> (size: Int, root: Bytes)? in
            let store = TreeStore(transaction: transaction)
            let head = try store.head()
            guard try Self.continues(signed, size: head.size, root: head.root, store) else { return nil }
            let pending = try transaction.rows(
                "SELECT subject_id, id, entry FROM pending_entry ORDER BY at, id LIMIT \(most)")
            guard !pending.isEmpty else { return (head.size, head.root) }
            let root = try store.append(
                try pending.map { row in (id: try row.bytes(1), entry: try row.bytes(2)) }, after: head.size)
            for row in pending {
                try transaction.run(
                    "DELETE FROM pending_entry WHERE subject_id = \(try row.bytes(0)) AND id = \(try row.bytes(1))")
            }
            let size = head.size + pending.count
            guard try store.move(from: (head.size, head.root), to: size, root: root) else {
                throw StorageError.serialisation
            }
            return (size, root)
        }
        guard let head else {
            state.withLock { $0.isForked = true }
            throw LedgerError.forked
        }
        guard head.size > 0 else { return nil }
        let checkpoint = Checkpoint(origin: signer.origin, size: head.size, root: head.root)
        if checkpoint == signed { return checkpoint }
        try await publish(checkpoint)
        return checkpoint
    }

    private func publish(_ checkpoint: Checkpoint) async throws {
        let note = try signer.sign(size: checkpoint.size, root: checkpoint.root)
        let newest = state.withLock { state in
            guard (state.signed?.size ?? 0) <= checkpoint.size else { return false }
            state.signed = checkpoint
            return true
        }
        guard newest else { return }
        try file.write(note)
        try await database.write { try TreeStore(transaction: $0).setNote(note.description, size: checkpoint.size) }
    }

    /// Whether the stored tree begins with the one that was signed.
    private static func continues(
        _ signed: Checkpoint?, size: Int, root: Bytes, _ store: TreeStore
    ) throws -> Bool {
        guard let signed else { return true }
        if signed.size == size { return signed.root == root }
        guard signed.size < size else { return false }
        return try store.hashes.root(0..<signed.size) == signed.root
    }
}

extension TreeStore {
    /// Appends entries to bundles and tiles. - Returns: the root of the grown tree.
    func append(_ entries: [(id: Bytes, entry: Bytes)], after size: Int) throws -> Bytes {
        let width = TreeHashes.width
        var number = size
        var bundle = size % width == 0 ? Bytes() : try self.bundle(size / width) ?? Bytes()
        var hashes: [Bytes] = []
        for (id, entry) in entries {
            bundle += EntryBundle.octets(of: entry)
            hashes.append(MerkleTree.leafHash(entry))
            try transaction.run("INSERT INTO leaf (id, number) VALUES (\(id), \(number))")
            number += 1
            if number % width == 0 {
                try setBundle(number / width - 1, bundle)
                bundle = []
            }
        }
        if number % width != 0 { try setBundle(number / width, bundle) }
        try grow(level: 0, from: size, by: hashes)
        return try self.hashes.root(0..<number)
    }

    private func grow(level: Int, from count: Int, by hashes: [Bytes]) throws {
        let width = TreeHashes.width
        var tile = count % width == 0 ? Bytes() : try self.tile(level, count / width)
        var number = count
        var above: [Bytes] = []
        for hash in hashes {
            tile += hash
            number += 1
            if number % width == 0 {
                try setTile(level, number / width - 1, tile)
                above.append(try TreeHashes.root(of: tile))
                tile = []
            }
        }
        if number % width != 0 { try setTile(level, number / width, tile) }
        if !above.isEmpty { try grow(level: level + 1, from: count / width, by: above) }
    }
}

extension TreeHashes {
    /// The hash over the 256 hashes of a full tile.
    static func root(of tile: Bytes) throws -> Bytes {
        try TreeHashes { _, _ in tile }.root(0..<width)
    }
}
