import Primitives

/// A text with its signatures (C2SP `signed-note`).
package struct SignedNote: Sendable, Hashable {
    package let text: String
    package let signatures: [Signature]

    /// A note may carry so many signatures; the standard asks for 16 at least.
    static let mostSignatures = 32

    /// One line of a note: `— name base64(key ID ‖ signature)`.
    package struct Signature: Sendable, Hashable {
        package let name: String
        /// The key ID: four octets.
        package let keyHash: Bytes
        package let octets: Bytes

        package init(name: String, keyHash: Bytes, octets: Bytes) {
            self.name = name
            self.keyHash = keyHash
            self.octets = octets
        }

        /// The line with its end.
        var line: String { "— \(name) \(Base64.text(keyHash + octets))\n" }
    }

    /// - Throws: ``LedgerError/malformed``.
    package init(parsing note: String) throws {
        // Scalars, since characters would join a line's end or a space with a combining mark behind it.
        let scalars = Array(note.unicodeScalars)
        guard scalars.last == "\n", scalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }),
            let gap = scalars.indices.dropLast().last(where: { scalars[$0] == "\n" && scalars[$0 + 1] == "\n" })
        else { throw LedgerError.malformed }
        text = Self.string(scalars[...gap])
        let lines = scalars[(gap + 2)...].dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard (1...Self.mostSignatures).contains(lines.count) else { throw LedgerError.malformed }
        signatures = try lines.map { try Signature($0) }
    }

    package init(text: String, signatures: [Signature] = []) {
        self.text = text
        self.signatures = signatures
    }

    /// The note as it is published.
    package var description: String {
        text + "\n" + signatures.map(\.line).joined()
    }

    fileprivate static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}

extension SignedNote.Signature {
    fileprivate init(_ line: ArraySlice<Unicode.Scalar>) throws {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, Array(parts[0]) == ["—"] else { throw LedgerError.malformed }
        let name = SignedNote.string(parts[1])
        let octets = try Base64.octets(SignedNote.string(parts[2]))
        guard NoteKey.isName(name), octets.count > 4 else { throw LedgerError.malformed }
        self.init(name: name, keyHash: Bytes(octets.prefix(4)), octets: Bytes(octets.dropFirst(4)))
    }
}
