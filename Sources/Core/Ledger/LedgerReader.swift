import Primitives
import Storage

/// Reads the tree for those who check it.
package struct LedgerReader: Sendable {
    let database: any Database

    package init(database: any Database) { self.database = database }

    /// The newest signed checkpoint; nil while nothing is signed.
    package func checkpoint() async throws -> String? {
        let note = try await database.read { try TreeStore(transaction: $0).head().note }
        return note.isEmpty ? nil : note
    }

    /// The first `width` hashes of a tile of the tree that is signed, 1 to 256.
    ///
    /// - Throws: ``LedgerError/noLeaf(_:)`` when there are not so many.
    package func tile(level: Int, number: Int, width: Int) async throws -> Bytes {
        let tile = try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let signed = try TreeStore.checkpoint(in: try store.head().note)?.size ?? 0
            guard level >= 0, number >= 0, (1...TreeHashes.width).contains(width) else { return nil as Bytes? }
            // A shift past the last bit gives nought, which is right: such a level holds no hash.
            let hashes = signed >> (8 * min(level, 63))
            guard number <= hashes / TreeHashes.width, number * TreeHashes.width + width <= hashes else { return nil }
            return try store.tile(level, number)
        }
        guard let tile, tile.count >= width * 32 else { throw LedgerError.noLeaf(number) }
        return Bytes(tile.prefix(width * 32))
    }

    /// The proof of an entry, as a C2SP `tlog-proof`: against the newest checkpoint that witnesses have signed too, when it
    /// is in that, else against the newest; nil while it is in none.
    package func proof(of id: EntryID) async throws -> String? {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let head = try store.head()
            guard !head.note.isEmpty, let leaf = try LedgerStore(transaction).leaf(of: id) else { return nil }
            let notes = try [head.cosigned, head.note].compactMap { try $0.map(SignedNote.init(parsing:)) }
                .map { (note: $0, size: try Checkpoint(text: $0.text).size) }
            guard let (signed, size) = notes.first(where: { leaf < $0.size }) else { return nil }
            let path = try store.hashes.inclusionProof(of: leaf, size: size)
            return TlogProof(index: leaf, path: path, checkpoint: signed).text
        }
    }

    /// The same for an entry that may still wait for its leaf.
    ///
    /// - Parameter nextCheckpoint: waits until the sequencer has worked once more.
    /// - Throws: ``LedgerError/forked`` when no checkpoint comes to hold the entry.
    package func proof(of id: EntryID, _ nextCheckpoint: @Sendable () async throws -> Void) async throws -> String {
        for _ in 0..<40 {
            if let proof = try await proof(of: id) { return proof }
            try await nextCheckpoint()
        }
        throw LedgerError.forked
    }

    /// Proof that one state of the tree is a continuation of another (RFC 6962, 2.1.2).
    ///
    /// - Throws: ``LedgerError/noLeaf(_:)`` when the tree has never been of one of these sizes.
    package func consistencyProof(from earlier: Int, to later: Int) async throws -> [Bytes] {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            guard later <= (try store.head().size) else { throw LedgerError.noLeaf(later) }
            return try store.hashes.consistencyProof(from: earlier, to: later)
        }
    }
}
