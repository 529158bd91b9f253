import Primitives

/// A tree's state as C2SP `tlog-checkpoint` writes it.
package struct Checkpoint: Sendable, Hashable {
    package let origin: String
    package let size: Int
    package let root: Bytes

    package init(origin: String, size: Int, root: Bytes) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The text that is signed.
    package var text: String { "\(origin)\n\(size)\n\(Base64.text(root))\n" }

    /// Reads the text before the signatures of a note; extension lines are let through and not kept.
    ///
    /// - Throws: ``LedgerError/malformed``.
    package init(text: String) throws {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.popLast() == "", lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            let size = Int(lines[1]), size >= 0, String(size) == lines[1]
        else { throw LedgerError.malformed }
        let root = try Base64.octets(lines[2])
        guard root.count == 32 else { throw LedgerError.malformed }
        self.init(origin: lines[0], size: size, root: root)
    }

    /// The checkpoint of a note that `key` has signed for its own log.
    ///
    /// - Throws: ``LedgerError/malformed``, ``LedgerError/badSignature``.
    package init(_ note: SignedNote, signedBy key: VerifierKey) throws {
        try self.init(text: try key.verify(note))
        guard origin == key.name else { throw LedgerError.badSignature }
    }
}
