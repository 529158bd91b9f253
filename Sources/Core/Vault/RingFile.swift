import Crypto
import Foundation
import Primitives

/// The key-ring file: JSON with the form's name and, sealed by the root key, everything else.
struct RingFile: Codable {
    static let name = "ring.json"
    private static let form = "saqta key ring 1"

    let form: String
    let sealed: String

    /// The octets of the file that holds `contents`.
    static func encode(_ contents: RingContents, root: SymmetricKey, randomness: Randomness) throws(VaultError) -> Bytes
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        do {
            let plaintext = Bytes(try encoder.encode(contents))
            let sealed = try AEAD.seal(
                plaintext, key: wrapping(root), authenticating: Bytes(form.utf8), randomness: randomness)
            return Bytes(try encoder.encode(RingFile(form: form, sealed: sealed.hex))) + [0x0A]
        } catch {
            throw .malformed("key ring")
        }
    }

    /// - Throws: ``VaultError/incomplete(_:)`` when another root key wraps it.
    static func decode(_ bytes: Bytes, root: SymmetricKey) throws(VaultError) -> RingContents {
        guard let file = try? JSONDecoder().decode(RingFile.self, from: Data(bytes)), file.form == form,
            let sealed = Bytes(hex: file.sealed)
        else { throw .malformed("\(name) is not a key ring") }
        let plaintext: Bytes
        do {
            plaintext = try AEAD.open(sealed, key: wrapping(root), authenticating: Bytes(form.utf8))
        } catch {
            throw .incomplete(
                "the root key does not open \(name): one of the two is of another installation or damaged")
        }
        guard let contents = try? JSONDecoder().decode(RingContents.self, from: Data(plaintext)),
            contents.instance.bytes.count == 16
        else { throw .malformed("\(name) holds something else") }
        return contents
    }

    private static func wrapping(_ root: SymmetricKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Bytes(form.utf8), outputByteCount: 32)
    }
}
