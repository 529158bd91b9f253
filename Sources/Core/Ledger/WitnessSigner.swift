import Crypto
import Primitives

/// Co-signs checkpoints of other logs with an Ed25519 key (C2SP `tlog-cosignature`, version 1).
package struct WitnessSigner: Sendable {
    package let name: String
    private let key: Curve25519.Signing.PrivateKey
    private let noteKey: NoteKey

    /// - Parameters:
    ///   - name: of the witness, as an address without its scheme: no spaces and no plus.
    ///   - seed: 32 octets (RFC 8032); used for this name alone, since cosignatures do not tell the name.
    /// - Throws: ``LedgerError/malformed`` when the name cannot be that of a key.
    package init(name: String, seed: Bytes) throws {
        guard NoteKey.isName(name) else { throw LedgerError.malformed }
        self.name = name
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        noteKey = NoteKey(name: name, .cosignature, key.publicKey)
    }

    /// The key that verifies the cosignatures, `name+hash+base64(4 ‖ key)`.
    package var verifierKey: String { noteKey.text }

    /// Says that the text is that of the largest consistent tree seen, at this time.
    func cosign(_ text: String, at now: Instant) throws -> SignedNote.Signature {
        let seconds = UInt64(max(0, now.seconds))
        let message = Bytes("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
        let time = withUnsafeBytes(of: seconds.bigEndian) { Bytes($0) }
        return SignedNote.Signature(
            name: name, keyHash: noteKey.hash, octets: time + Bytes(try key.signature(for: message)))
    }
}
