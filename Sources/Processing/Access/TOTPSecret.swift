import Primitives

/// The secret that an authenticator app shares with the server: 160 bits, as RFC 4226 (R6) recommends.
package struct TOTPSecret: Hashable, Sendable {
    /// The 20 octets, for sealing.
    package let bytes: Bytes

    /// A fresh secret.
    package init(from randomness: Randomness) { bytes = randomness.bytes(20) }

    /// Reads a stored secret.
    /// - Returns: nil unless there are exactly 20 octets.
    package init?(_ bytes: Bytes) {
        guard bytes.count == 20 else { return nil }
        self.bytes = bytes
    }

    /// Base32 in groups of four, for typing into an app that cannot scan.
    package var readable: String {
        let text = Array(Base32.encode(bytes))
        return stride(from: 0, to: text.count, by: 4)
            .map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// The address that a QR code carries into the app, in the key URI format that authenticator apps share.
    ///
    /// - Parameters:
    ///   - issuer: the operator, shown above the code.
    ///   - account: what tells this account from others of the person; not a name or address of theirs.
    package func uri(issuer: String, account: String) -> String {
        let issuer = Self.percentEncoded(issuer)
        return
            "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(Base32.encode(bytes))&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(TOTP.digits)&period=\(TOTP.period)"
    }

    /// RFC 3986: everything but unreserved characters is written as `%XX`.
    private static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isUnreserved =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
                default: false
                }
            encoded += isUnreserved ? String(UnicodeScalar(byte)) : "%" + [byte].hex.uppercased()
        }
        return encoded
    }
}

extension TOTPSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
