import Crypto
import Primitives

/// A code on paper that stands in once for a lost authenticator: 60 random bits, written `7KQ4-XM2D-9RTH`.
package struct TOTPRecoveryCode: Hashable, Sendable {
    /// How many are given at a time.
    package static let count = 10

    /// The twelve characters without dashes.
    private let characters: String

    /// Digits and capitals without 0, 1, I and O, which paper confuses; 32 of them, so each is five bits.
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    /// Ten fresh codes, all different.
    package static func generate(from randomness: Randomness) -> [TOTPRecoveryCode] {
        var codes: [TOTPRecoveryCode] = []
        while codes.count < count {
            let code = TOTPRecoveryCode(from: randomness)
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    private init(from randomness: Randomness) {
        characters = String(randomness.bytes(12).map { Self.alphabet[Int($0 & 31)] })
    }

    /// Reads what a person typed: either case, with or without dashes and spaces.
    /// - Returns: nil when it cannot be a code.
    package init?(_ entered: String) {
        let characters = entered.uppercased().filter { $0 != "-" && $0 != " " }
        guard characters.count == 12, characters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.characters = characters
    }

    /// As shown to the person, once.
    package var readable: String {
        let text = Array(characters)
        return [text[0..<4], text[4..<8], text[8..<12]].map { String($0) }.joined(separator: "-")
    }

    /// What is kept of it: HMAC-SHA-256 under a key of the server.
    package func digest(under key: SymmetricKey) -> Bytes {
        Bytes(HMAC<SHA256>.authenticationCode(for: Bytes(characters.utf8), using: key))
    }

    /// The place of this code among the digests that are not used yet; every one is compared.
    package func index(in digests: [Bytes], under key: SymmetricKey) -> Int? {
        let own = digest(under: key)
        var found: Int?
        for (index, digest) in digests.enumerated() where constantTimeEquals(own, digest) { found = index }
        return found
    }
}

extension TOTPRecoveryCode: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
