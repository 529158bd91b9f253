import Crypto
import Foundation
import Primitives

/// The file of the root key, which wraps the key ring: 64 hexadecimal digits, so that it can be copied on paper.
enum RootKey {
    static let name = "root.key"

    static func encode(_ bytes: Bytes) -> Bytes { Bytes((bytes.hex + "\n").utf8) }

    static func decode(_ file: Bytes, path: String) throws(VaultError) -> SymmetricKey {
        let text = String(decoding: file, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Bytes(hex: text), bytes.count == 32 else {
            throw .malformed("\(path) does not hold 64 hexadecimal digits")
        }
        return SymmetricKey(data: bytes)
    }
}
