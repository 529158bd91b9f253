import Primitives

/// What a log sends to a witness (C2SP `tlog-witness`, `add-checkpoint`).
package struct AddCheckpoint: Sendable, Hashable {
    /// The size of the tree that the witness signed last.
    package let oldSize: Int
    /// That the tree of the checkpoint begins with that one (RFC 6962, 2.1.2).
    package let proof: [Bytes]
    package let checkpoint: SignedNote

    /// A proof has no more lines.
    static let longestProof = 63
    /// A request is no longer: proof, checkpoint and its signatures.
    package static let mostOctets = 65_536

    package init(oldSize: Int, proof: [Bytes], checkpoint: SignedNote) {
        self.oldSize = oldSize
        self.proof = proof
        self.checkpoint = checkpoint
    }

    /// - Throws: ``LedgerError/malformed``.
    package init(parsing body: String) throws {
        let lines = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let gap = lines.firstIndex(of: ""), gap >= 1, gap <= Self.longestProof + 1, lines[0].hasPrefix("old "),
            let size = Int(lines[0].dropFirst(4)), size >= 0, lines[0] == "old \(size)"
        else { throw LedgerError.malformed }
        oldSize = size
        proof = try lines[1..<gap].map { line in
            let hash = try Base64.octets(line)
            guard hash.count == 32 else { throw LedgerError.malformed }
            return hash
        }
        checkpoint = try SignedNote(parsing: lines[(gap + 1)...].joined(separator: "\n"))
    }

    /// The body of the request.
    package var body: String {
        (["old \(oldSize)"] + proof.map(Base64.text)).joined(separator: "\n") + "\n\n" + checkpoint.description
    }
}
