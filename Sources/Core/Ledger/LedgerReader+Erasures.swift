import Primitives
import Storage

extension LedgerReader {
    /// What the entries of erasures carry (``Whom/erasureMark(of:)``) that came after an earlier state of this ledger,
    /// those among them that still wait for their leaves.
    ///
    /// The whole tree is derived anew, a bundle at a time, so that no mark is taken from a ledger that was changed.
    /// - Parameters:
    ///   - size: entries of the earlier state.
    ///   - root: its root.
    /// - Throws: ``LedgerError/forked`` when this ledger does not continue that state, or is not what its own checkpoint
    ///   says; ``LedgerError/badSignature`` when that is not signed with this key; ``LedgerError/malformed``.
    package func erasureMarks(
        after size: Int, root: Bytes, signedBy verifier: VerifierKey, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> Set<Bytes> {
        let head = try await database.read { try TreeStore(transaction: $0).head() }
        let signed =
            head.note.isEmpty ? nil : try Checkpoint(SignedNote(parsing: head.note), signedBy: verifier)
        var (marks, tree) = (Set<Bytes>(), Derivation(rootsAt: [size, signed?.size ?? 0]))
        let width = TreeHashes.width
        for number in 0..<((head.size + width - 1) / width) {
            guard let bundle = try await database.read({ try TreeStore(transaction: $0).bundle(number) }) else {
                throw LedgerError.malformed
            }
            let (start, wanted) = (number * width, min(width, head.size - number * width))
            // It may have grown since.
            tree.append(tile: Bytes(try MerkleTree.leafHashes(ofBundle: bundle).prefix(wanted * 32)))
            for octets in try EntryBundle.entries(in: bundle).prefix(wanted).dropFirst(max(0, size - start)) {
                marks.add(try LedgerEntry(canonical: octets))
            }
            progress(start + wanted, head.size)
        }
        guard tree.root == head.root, tree.root(at: size) == root,
            signed.map({ tree.root(at: $0.size) == $0.root }) ?? true
        else { throw LedgerError.forked }
        for entry in try await LedgerAudit(database: database, verifier: verifier).entries(after: head.size) {
            marks.add(entry)
        }
        return marks
    }
}

extension Set<Bytes> {
    fileprivate mutating func add(_ entry: LedgerEntry) {
        if entry.isErasure, let digest = entry.digest { insert(digest) }
    }
}
