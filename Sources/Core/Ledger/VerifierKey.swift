import Crypto
import Primitives

/// The public key of a log, which signs its checkpoints.
package struct VerifierKey: Sendable {
    private let key: NoteKey

    package var name: String { key.name }
    /// The key ID: four octets.
    package var hash: Bytes { key.hash }

    /// Reads `name+hash+base64(1 ‖ key)`. - Throws: ``LedgerError/malformed``.
    package init(_ text: String) throws { key = try NoteKey(text, .note) }

    init(name: String, key: Curve25519.Signing.PublicKey) { self.key = NoteKey(name: name, .note, key) }

    /// The same key under the name of another log.
    func named(_ name: String) -> VerifierKey { VerifierKey(key.named(name)) }

    private init(_ key: NoteKey) { self.key = key }

    /// The key as it is written down and passed on.
    package var text: String { key.text }

    /// The text of a note that this key has signed; one signature of it that does not fit spoils the note.
    ///
    /// - Throws: ``LedgerError/badSignature``.
    package func verify(_ note: SignedNote) throws -> String {
        let own = key.own(note)
        guard !own.isEmpty, own.allSatisfy({ key.isValid($0.octets, for: Bytes(note.text.utf8)) }) else {
            throw LedgerError.badSignature
        }
        return note.text
    }
}
