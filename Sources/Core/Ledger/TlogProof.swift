import Primitives

/// An offline proof that an entry is in a log (C2SP `tlog-proof`): index, audit path and checkpoint in one text.
package struct TlogProof: Sendable, Hashable {
    package let index: Int
    /// From the leaf's sibling to the root's child.
    package let path: [Bytes]
    package let checkpoint: SignedNote
    /// What somebody put beside the proof; nothing vouches for it.
    package let extra: Bytes?

    static let header = "c2sp.org/tlog-proof@v1"
    /// A tree whose size fits 63 bits has no longer path.
    static let longestPath = 63

    package init(index: Int, path: [Bytes], checkpoint: SignedNote, extra: Bytes? = nil) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// The proof as it is stored, `.tlog-proof`.
    package var text: String {
        let head = [Self.header] + (extra.map { ["extra \(Base64.text($0))"] } ?? []) + ["index \(index)"]
        return (head + path.map(Base64.text)).joined(separator: "\n") + "\n\n" + checkpoint.description
    }

    /// - Throws: ``LedgerError/malformed``.
    package init(parsing text: String) throws {
        let all = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let gap = all.firstIndex(of: "") else { throw LedgerError.malformed }
        var lines = all[..<gap]
        guard lines.popFirst() == Self.header, var next = lines.popFirst() else { throw LedgerError.malformed }
        if next.hasPrefix("extra ") {
            extra = try Base64.octets(next.dropFirst(6))
            guard let line = lines.popFirst() else { throw LedgerError.malformed }
            next = line
        } else {
            extra = nil
        }
        guard next.hasPrefix("index "), let index = Int(next.dropFirst(6)), index >= 0, "index \(index)" == next,
            lines.count <= Self.longestPath
        else { throw LedgerError.malformed }
        self.index = index
        path = try lines.map { line in
            let hash = try Base64.octets(line)
            guard hash.count == 32 else { throw LedgerError.malformed }
            return hash
        }
        checkpoint = try SignedNote(parsing: all[(gap + 1)...].joined(separator: "\n"))
    }

    /// Checks that `entry` is in the log that `key` signs for.
    ///
    /// - Returns: the checkpoint that it was proven against.
    /// - Throws: ``LedgerError/badSignature``, ``LedgerError/noLeaf(_:)`` when the path does not lead to the root.
    @discardableResult
    package func verify(entry: Bytes, key: String) throws -> Checkpoint {
        let checkpoint = try Checkpoint(checkpoint, signedBy: try VerifierKey(key))
        let leaf = MerkleTree.leafHash(entry)
        guard MerkleTree.isIncluded(leaf, at: index, of: checkpoint.size, proof: path, root: checkpoint.root) else {
            throw LedgerError.noLeaf(index)
        }
        return checkpoint
    }
}
