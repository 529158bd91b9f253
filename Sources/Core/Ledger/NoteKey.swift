import Crypto
import Primitives

/// An Ed25519 key that signs notes, as it is passed on: `name+hash+base64(type ‖ key)` (C2SP `signed-note`).
struct NoteKey: Sendable {
    let name: String
    /// The key ID: the first four octets of `SHA-256(name ‖ 0x0A ‖ type ‖ key)`.
    let hash: Bytes
    private let type: SignatureType
    private let key: Curve25519.Signing.PublicKey

    /// What the signatures of a key are over.
    enum SignatureType: UInt8, Sendable {
        case note = 1
        /// A note and the time at which a witness saw it (C2SP `tlog-cosignature`).
        case cosignature = 4
    }

    /// - Throws: ``LedgerError/malformed``, also for a key of another type.
    init(_ text: String, _ type: SignatureType) throws {
        // The last part is base64, which may hold a plus of its own.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, Self.isName(parts[0]) else { throw LedgerError.malformed }
        let octets = try Base64.octets(parts[2])
        guard octets.first == type.rawValue, octets.count == 33,
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: octets.dropFirst())
        else { throw LedgerError.malformed }
        self.init(name: parts[0], type, key)
        guard parts[1] == hash.hex else { throw LedgerError.malformed }
    }

    init(name: String, _ type: SignatureType, _ key: Curve25519.Signing.PublicKey) {
        self.name = name
        self.type = type
        self.key = key
        hash = Bytes(SHA256.hash(data: Bytes(name.utf8) + [0x0A, type.rawValue] + key.rawRepresentation).prefix(4))
    }

    func named(_ name: String) -> NoteKey { NoteKey(name: name, type, key) }

    /// The key as it is written down and passed on.
    var text: String { "\(name)+\(hash.hex)+\(Base64.text([type.rawValue] + key.rawRepresentation))" }

    /// The signatures of a note that claim to be of this key.
    func own(_ note: SignedNote) -> [SignedNote.Signature] {
        note.signatures.filter { $0.name == name && $0.keyHash == hash }
    }

    func isValid(_ signature: Bytes, for octets: Bytes) -> Bool { key.isValidSignature(signature, for: octets) }

    /// Whether a text can name a key: not empty, no Unicode space, no control character, no plus.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "+" && !$0.properties.isWhitespace }
    }
}
