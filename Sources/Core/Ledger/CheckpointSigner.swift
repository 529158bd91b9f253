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
        self.origin = origin
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        verifier = VerifierKey(name: origin, key: key.publicKey)
    }

    func sign(_ checkpoint: Checkpoint) throws -> SignedNote {
        let octets = Bytes(try key.signature(for: Bytes(checkpoint.text.utf8)))
        return SignedNote(
            text: checkpoint.text, signatures: [.init(name: verifier.name, keyHash: verifier.hash, octets: octets)])
    }
}
