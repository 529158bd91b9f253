import Foundation
import Primitives

/// Base 64 as the C2SP formats write it: RFC 4648, section 4, with padding, and one text only for the same octets.
enum Base64 {
    static func text(_ octets: Bytes) -> String { Data(octets).base64EncodedString() }

    /// - Throws: ``LedgerError/malformed`` for any text but the one that ``text(_:)`` gives.
    static func octets(_ text: some StringProtocol) throws -> Bytes {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == String(text) else {
            throw LedgerError.malformed
        }
        return Bytes(data)
    }
}
