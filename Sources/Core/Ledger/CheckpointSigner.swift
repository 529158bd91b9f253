import Crypto
import Primitives

/// Signs checkpoints with the log's Ed25519 key.
package struct CheckpointSigner: Sendable {
    package let origin: String
    package let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameters:
    ///   - origin: the log's name, which is the key's name too: no spaces and no plus.
    ///   - seed: 32 octets (RFC 8032).
    /// - Throws: ``LedgerError/malformed`` when the origin cannot name a key.
    package init(origin: String, seed: Bytes) throws {
        guard NoteKey.isName(origin) else { throw LedgerError.malformed }
        self.init(origin, try Curve25519.Signing.PrivateKey(rawRepresentation: seed))
    }

    private init(_ origin: String, _ key: Curve25519.Signing.PrivateKey) {
        self.origin = origin
        self.key = key
        verifier = VerifierKey(name: origin, key: key.publicKey)
    }

    /// Signs with the same key for a log of another name. - Throws: ``LedgerError/malformed``.
    func named(_ origin: String) throws -> CheckpointSigner {
        guard NoteKey.isName(origin) else { throw LedgerError.malformed }
        return CheckpointSigner(origin, key)
    }

    func sign(_ checkpoint: Checkpoint) throws -> SignedNote { try sign(checkpoint.text) }

    private func sign(_ text: String) throws -> SignedNote {
        let octets = Bytes(try key.signature(for: Bytes(text.utf8)))
        return SignedNote(text: text, signatures: [.init(name: verifier.name, keyHash: verifier.hash, octets: octets)])
    }

    /// Signs a statement of the house that is no checkpoint, such as what a backup holds.
    ///
    /// - Throws: ``LedgerError/malformed`` when the text begins as the log's own checkpoints do, or is not of whole lines.
    package func signStatement(_ text: String) throws -> SignedNote {
        guard text.hasSuffix("\n"), !text.hasPrefix(origin + "\n") else { throw LedgerError.malformed }
        return try sign(text)
    }
}
