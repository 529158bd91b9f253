import Crypto
import Primitives

/// A public key of a log or a witness, `name+hash+base64(type ‖ key)` (C2SP `signed-note`, Ed25519).
package struct VerifierKey: Sendable {
    package let name: String
    /// The key ID: the first four octets of `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key)`.
    package let hash: Bytes
    private let key: Curve25519.Signing.PublicKey

    private static let ed25519: UInt8 = 1

    /// - Throws: ``LedgerError/malformed``.
    package init(_ text: String) throws {
        // The last part is base64, which may hold a plus of its own.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Self.isName(parts[0]) else { throw LedgerError.malformed }
        let octets = try Base64.octets(parts[2])
        guard octets.first == Self.ed25519, octets.count == 33,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets.dropFirst())
        else { throw LedgerError.malformed }
        self.init(name: parts[0], key: key)
        guard parts[1] == hash.hex else { throw LedgerError.malformed }
    }

    init(name: String, key: Curve25519.Signing.PublicKey) {
        self.name = name
        self.key = key
        let named = Bytes(name.utf8) + [0x0A, Self.ed25519] + key.rawRepresentation
        hash = Bytes(SHA256.hash(data: named).prefix(4))
    }

    /// The key as it is written down and passed on.
    package var text: String { "\(name)+\(hash.hex)+\(Base64.text([Self.ed25519] + key.rawRepresentation))" }

    /// The text of a note that this key has signed; one signature of it that does not fit spoils the note.
    ///
    /// - Throws: ``LedgerError/badSignature``.
    package func verify(_ note: SignedNote) throws -> String {
        let own = note.signatures.filter { $0.name == name && $0.keyHash == hash }
        guard !own.isEmpty, own.allSatisfy({ key.isValidSignature($0.octets, for: Bytes(note.text.utf8)) }) else {
            throw LedgerError.badSignature
        }
        return note.text
    }

    /// Whether a text can name a key: not empty, no Unicode space, no control character, no plus.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "+" && !$0.properties.isWhitespace }
    }
}
