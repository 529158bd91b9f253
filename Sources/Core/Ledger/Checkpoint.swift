import Crypto
import Foundation
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
    package var text: String { "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n" }

    /// Reads the text before the signatures of a note. - Throws: ``LedgerError/malformed``.
    package init(text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, !lines[0].isEmpty, let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let root = Data(base64Encoded: String(lines[2])), root.count == 32
        else { throw LedgerError.malformed }
        self.init(origin: String(lines[0]), size: size, root: Bytes(root))
    }
}

/// A text with its signatures (C2SP `signed-note`).
package struct SignedNote: Sendable, Hashable {
    package let text: String
    package let signatures: [Signature]

    /// One line of a note: `— name base64(key hash ‖ signature)`.
    package struct Signature: Sendable, Hashable {
        package let name: String
        package let keyHash: Bytes
        package let octets: Bytes
    }

    /// - Throws: ``LedgerError/malformed``.
    package init(parsing note: String) throws {
        guard let gap = note.range(of: "\n\n", options: .backwards), note.hasSuffix("\n") else {
            throw LedgerError.malformed
        }
        text = String(note[..<gap.lowerBound]) + "\n"
        signatures = try note[gap.upperBound...].split(separator: "\n").map { line in
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", let octets = Data(base64Encoded: String(parts[2])),
                octets.count > 4
            else { throw LedgerError.malformed }
            return Signature(
                name: String(parts[1]), keyHash: Bytes(octets.prefix(4)), octets: Bytes(octets.dropFirst(4)))
        }
        guard !signatures.isEmpty else { throw LedgerError.malformed }
    }

    init(text: String, signatures: [Signature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is published.
    package var description: String {
        text + "\n"
            + signatures.map { "— \($0.name) \(Data($0.keyHash + $0.octets).base64EncodedString())\n" }.joined()
    }
}

/// A public key of a log or a witness, `name+hash+base64(type ‖ key)` (C2SP `signed-note`, Ed25519).
package struct VerifierKey: Sendable {
    package let name: String
    package let hash: Bytes
    private let key: Curve25519.Signing.PublicKey

    /// - Throws: ``LedgerError/malformed``.
    package init(_ text: String) throws {
        // The last part is base64, which may hold a plus of its own.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let hash = Bytes(hex: String(parts[1])), hash.count == 4,
            let octets = Data(base64Encoded: String(parts[2])), octets.first == 1, octets.count == 33,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets.dropFirst()),
            Self.hash(name: String(parts[0]), key: key) == hash
        else { throw LedgerError.malformed }
        name = String(parts[0])
        self.hash = hash
        self.key = key
    }

    init(name: String, key: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = key
        hash = Self.hash(name: name, key: key)
    }

    package var text: String {
        "\(name)+\(hash.hex)+\(Data([1] + key.rawRepresentation).base64EncodedString())"
    }

    /// The text of a note that this key has signed. - Throws: ``LedgerError/badSignature``.
    package func verify(_ note: SignedNote) throws -> String {
        let signed = note.signatures.contains { signature in
            signature.name == name && signature.keyHash == hash
                && key.isValidSignature(signature.octets, for: Bytes(note.text.utf8))
        }
        guard signed else { throw LedgerError.badSignature }
        return note.text
    }

    private static func hash(name: String, key: Curve25519.Signing.PublicKey) -> Bytes {
        Bytes(SHA256.hash(data: Bytes(name.utf8) + [0x0A, 0x01] + key.rawRepresentation).prefix(4))
    }
}

/// Signs checkpoints with the log's Ed25519 key.
package struct CheckpointSigner: Sendable {
    package let origin: String
    package let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 octets (RFC 8032).
    package init(origin: String, seed: Bytes) throws {
        self.origin = origin
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        verifier = VerifierKey(name: origin, key: key.publicKey)
    }

    func sign(size: Int, root: Bytes) throws -> SignedNote {
        let text = Checkpoint(origin: origin, size: size, root: root).text
        let octets = Bytes(try key.signature(for: Bytes(text.utf8)))
        return SignedNote(
            text: text, signatures: [.init(name: verifier.name, keyHash: verifier.hash, octets: octets)])
    }
}
