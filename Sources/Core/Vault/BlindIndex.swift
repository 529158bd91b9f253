import Crypto
import Foundation
import Primitives

/// Digests by which a value is found again without being kept: HMAC-SHA-256 (RFC 2104) under an index key.
package struct BlindIndex: Sendable {
    /// The newest first.
    private let keys: [(version: Int, key: SymmetricKey)]

    init(keys: [(version: Int, key: SymmetricKey)]) {
        self.keys = keys.sorted { $0.version > $1.version }
    }

    /// The versions of the index key, the newest first.
    package var versions: [Int] { keys.map(\.version) }

    /// One digest of 32 octets for each version of the index key, the newest first.
    ///
    /// - Parameter value: normalised: an e-mail address in lower case, a telephone number as E.164.
    package func digests(field: Int, value: String) -> [(version: Int, digest: Bytes)] {
        let message = associatedData(Bytes("saqta index 1".utf8), UInt32(field).octets, Bytes(value.utf8))
        return keys.map { ($0.version, Bytes(HMAC<SHA256>.authenticationCode(for: message, using: $0.key))) }
    }
}
