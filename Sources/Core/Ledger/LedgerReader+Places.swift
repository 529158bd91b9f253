import Primitives
import Storage

extension LedgerReader {
    /// The octets at a place of the tree, as C2SP `tlog-tiles` addresses them.
    ///
    /// - Throws: ``LedgerError/noLeaf(_:)`` when no checkpoint covers it.
    package func content(at path: TilePath) async throws -> Bytes {
        switch path {
        case .hashes(let level, let index, let width): try await tile(level: level, number: index, width: width)
        case .entries(let index, let width): try await bundle(number: index, width: width)
        }
    }

    /// The first `width` entries of a bundle of the tree that is signed, 1 to 256; for auditors only.
    ///
    /// - Throws: ``LedgerError/noLeaf(_:)`` when there are not so many.
    package func bundle(number: Int, width: Int) async throws -> Bytes {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let signed = try TreeStore.checkpoint(in: try store.head().note)?.size ?? 0
            guard (1...TreeHashes.width).contains(width), number >= 0, number <= signed / TreeHashes.width,
                number * TreeHashes.width + width <= signed, let bundle = try store.bundle(number)
            else { throw LedgerError.noLeaf(number) }
            let entries = try EntryBundle.entries(in: bundle).prefix(width)
            guard entries.count == width else { throw LedgerError.malformed }
            return Bytes(try entries.map(EntryBundle.octets).joined())
        }
    }

    /// The leaf of an entry; nil while it has none.
    package func leaf(of id: EntryID) async throws -> Int? {
        try await database.read { try LedgerStore($0).leaf(of: id) }
    }

    /// The audit path of a leaf in the tree of `size` leaves (RFC 6962, 2.1.1); reads one or two tiles of each level.
    ///
    /// - Throws: ``LedgerError/noLeaf(_:)`` when there is no such leaf, or no tree of that size yet.
    package func inclusionProof(of leaf: Int, size: Int) async throws -> [Bytes] {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            guard size <= (try store.head().size) else { throw LedgerError.noLeaf(size) }
            return try store.hashes.inclusionProof(of: leaf, size: size)
        }
    }
}
