import Primitives
import Storage

/// What a ledger holds that an earlier state of it does not.
package struct LaterEntries: Sendable {
    /// What the entries of erasures carry (``Whom/erasureMark(of:)``).
    package fileprivate(set) var marks: Set<Bytes> = []
    /// Those that were asked for, in their order.
    package fileprivate(set) var entries: [PlacedEntry] = []
}

extension LedgerReader {
    /// What came after an earlier state of this ledger, that among it that still waits for its leaf.
    ///
    /// The whole tree is derived anew, a bundle at a time, so that nothing is taken from a ledger that was changed.
    /// - Parameters:
    ///   - size: entries of the earlier state.
    ///   - root: its root.
    ///   - keeping: which entries are asked for.
    /// - Throws: ``LedgerError/forked`` when this ledger does not continue that state, or is not what its own checkpoint
    ///   says; ``LedgerError/badSignature`` when that is not signed with this key; ``LedgerError/malformed``.
    package func later(
        than size: Int, root: Bytes, signedBy verifier: VerifierKey, keeping: (LedgerEntry) -> Bool = { _ in false },
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> LaterEntries {
        let head = try await database.read { try TreeStore(transaction: $0).head() }
        let signed =
            head.note.isEmpty ? nil : try Checkpoint(SignedNote(parsing: head.note), signedBy: verifier)
        var (later, tree) = (LaterEntries(), Derivation(rootsAt: [size, signed?.size ?? 0]))
        let width = TreeHashes.width
        for number in 0..<((head.size + width - 1) / width) {
            guard let bundle = try await database.read({ try TreeStore(transaction: $0).bundle(number) }) else {
                throw LedgerError.malformed
            }
            let (start, wanted) = (number * width, min(width, head.size - number * width))
            // It may have grown since.
            tree.append(tile: Bytes(try MerkleTree.leafHashes(ofBundle: bundle).prefix(wanted * 32)))
            let entries = try EntryBundle.entries(in: bundle).prefix(wanted)
            for (offset, octets) in entries.enumerated().dropFirst(max(0, size - start)) {
                later.add(PlacedEntry(entry: try LedgerEntry(canonical: octets), leaf: start + offset), keeping)
            }
            progress(start + wanted, head.size)
        }
        guard tree.root == head.root, tree.root(at: size) == root,
            signed.map({ tree.root(at: $0.size) == $0.root }) ?? true
        else { throw LedgerError.forked }
        let waiting = try await LedgerAudit(database: database, verifier: verifier).entries(after: head.size)
        // Those that wait have no order of their own.
        for entry in waiting.sorted(by: { ($0.at, $0.id.description) < ($1.at, $1.id.description) }) {
            later.add(PlacedEntry(entry: entry, leaf: nil), keeping)
        }
        return later
    }
}

extension LaterEntries {
    fileprivate mutating func add(_ placed: PlacedEntry, _ keeping: (LedgerEntry) -> Bool) {
        if placed.entry.isErasure, let digest = placed.entry.digest { marks.insert(digest) }
        if keeping(placed.entry) { entries.append(placed) }
    }
}
