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

    /// The first `width` hashes of a tile. - Throws: ``LedgerError/noLeaf(_:)`` when there are not so many.
    package func tile(level: Int, number: Int, width: Int) async throws -> Bytes {
        let tile = try await database.read { try TreeStore(transaction: $0).tileIfAny(level, number) }
        guard let tile, (1...TreeHashes.width).contains(width), tile.count >= width * 32 else {
            throw LedgerError.noLeaf(number)
        }
        return Bytes(tile.prefix(width * 32))
    }

    /// The proof of an entry against the newest signed checkpoint, as a C2SP `tlog-proof`; nil while it is not in it.
    package func proof(of id: EntryID) async throws -> String? {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let note = try store.head().note
            guard !note.isEmpty, let leaf = try LedgerStore(transaction).leaf(of: id) else { return nil }
            let signed = try SignedNote(parsing: note)
            let checkpoint = try Checkpoint(text: signed.text)
            guard leaf < checkpoint.size else { return nil }
            return TlogProof(
                index: leaf, path: try store.hashes.inclusionProof(of: leaf, size: checkpoint.size), checkpoint: signed
            ).text
        }
    }

    /// Proof that one state of the tree is a continuation of another.
    package func consistencyProof(from earlier: Int, to later: Int) async throws -> [Bytes] {
        try await database.read { try TreeStore(transaction: $0).hashes.consistencyProof(from: earlier, to: later) }
    }
}
