import Crypto
import Foundation
import Primitives

/// What the key-ring file holds, before it is wrapped by the root key.
struct RingContents: Codable, Sendable {
    let instance: Secret
    var epochs: [Numbered]
    var index: [Numbered]
    let mac: Secret
    let ledgerSeed: Secret
    let archive: Secret
    /// The last epoch of those that are to end although nobody of them was erased; nil when none is.
    var turning: Int?

    /// An epoch key by its number, an index key by its version.
    struct Numbered: Codable, Sendable {
        let number: Int
        let key: Secret
        /// Microseconds since 1970 in UTC.
        let madeAt: Int64
    }

    init(randomness: Randomness, at now: Instant) {
        instance = Secret(randomness.bytes(16))
        epochs = [Numbered(number: 1, key: Secret(randomness.bytes(32)), madeAt: now.microseconds)]
        index = [Numbered(number: 1, key: Secret(randomness.bytes(32)), madeAt: now.microseconds)]
        mac = Secret(randomness.bytes(32))
        ledgerSeed = Secret(randomness.bytes(32))
        archive = Secret(randomness.bytes(32))
    }

    /// The number of the epoch that wraps new subject keys.
    var newestEpoch: Int { epochs.map(\.number).max() ?? 0 }
}

/// Octets that are written in hexadecimal into the key ring and nowhere else.
///
/// They lie in a `SymmetricKey`, which overwrites its memory when the last of its copies ends.
struct Secret: Codable, Sendable, CustomStringConvertible, CustomReflectable {
    let key: SymmetricKey

    var bytes: Bytes { key.withUnsafeBytes { Bytes($0) } }

    init(_ bytes: Bytes) { key = SymmetricKey(data: bytes) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let bytes = Bytes(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
        }
        self.init(bytes)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(bytes.hex)
    }

    var description: String { "•••" }
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
