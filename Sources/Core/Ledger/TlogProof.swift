import Foundation
import Primitives

/// An offline proof that an entry is in a log (C2SP `tlog-proof`): index, audit path and checkpoint in one text.
package struct TlogProof: Sendable, Hashable {
    package let index: Int
    package let path: [Bytes]
    package let checkpoint: SignedNote

    static let header = "c2sp.org/tlog-proof@v1"

    package init(index: Int, path: [Bytes], checkpoint: SignedNote) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
    }

    package var text: String {
        ([Self.header, "index \(index)"] + path.map { Data($0).base64EncodedString() }).joined(separator: "\n") + "\n\n"
            + checkpoint.description
    }

    /// - Throws: ``LedgerError/malformed``.
    package init(parsing text: String) throws {
        guard let gap = text.range(of: "\n\n") else { throw LedgerError.malformed }
        let lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 2, lines[0] == Self.header, lines[1].hasPrefix("index "),
            let index = Int(lines[1].dropFirst(6)), "index \(index)" == lines[1], index >= 0, lines.count <= 65
        else { throw LedgerError.malformed }
        self.index = index
        path = try lines.dropFirst(2).map { line in
            guard let hash = Data(base64Encoded: String(line)), hash.count == 32 else { throw LedgerError.malformed }
            return Bytes(hash)
        }
        checkpoint = try SignedNote(parsing: String(text[gap.upperBound...]))
    }

    /// Checks that `entry` is in the log that `key` signs for.
    ///
    /// - Returns: the checkpoint that it was proven against.
    /// - Throws: ``LedgerError/badSignature``, ``LedgerError/noLeaf(_:)`` when the path does not lead to the root.
    @discardableResult
    package func verify(entry: Bytes, key: String) throws -> Checkpoint {
        let key = try VerifierKey(key)
        let checkpoint = try Checkpoint(text: try key.verify(checkpoint))
        guard checkpoint.origin == key.name else { throw LedgerError.badSignature }
        let leaf = MerkleTree.leafHash(entry)
        guard MerkleTree.isIncluded(leaf, at: index, of: checkpoint.size, proof: path, root: checkpoint.root) else {
            throw LedgerError.noLeaf(index)
        }
        return checkpoint
    }
}
