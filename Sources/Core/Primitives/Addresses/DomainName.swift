import Foundation

/// The name of a host or a domain in ASCII: labels of letters, digits and hyphens (RFC 1123, section 2.1), in lower case.
package struct DomainName: Hashable, Sendable {
    package let text: String

    /// - Returns: nil for anything else than ASCII labels of 1 to 63 octets, 253 octets together.
    package init?(_ text: some StringProtocol) {
        let labels = String(text).split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else { return nil }
        self.text = text.lowercased()
    }

    /// Reads a name in any alphabet and writes it as the domain name system knows it, `xn--…` (UTS 46, IDNA 2008).
    ///
    /// - Throws: ``Fault``.
    package init(anyAlphabet text: some StringProtocol) throws(Fault) {
        if let plain = DomainName(text) {
            self = plain
            return
        }
        guard !text.utf8.contains(where: { $0 < 0x80 && !Self.isLetterDigit($0) && $0 != 0x2D && $0 != 0x2E }) else {
            throw .shape
        }
        guard !String(text).split(separator: ".").contains(where: Self.mixesAlphabets) else { throw .mixedAlphabets }
        var address = URLComponents()
        address.host = String(text)
        guard let encoded = address.encodedHost, let name = DomainName(encoded) else { throw .shape }
        self = name
    }

    /// Why a text is no domain name.
    package enum Fault: Error, Hashable {
        case shape
        /// A label has Latin and Cyrillic letters side by side: another name than the one it looks like.
        case mixedAlphabets
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && label.utf8.allSatisfy { isLetterDigit($0) || $0 == 0x2D }
            && label.first != "-" && label.last != "-"
    }

    private static func isLetterDigit(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func mixesAlphabets(_ label: Substring) -> Bool {
        let scalars = label.unicodeScalars
        return scalars.contains(where: \.isCyrillicLetter) && scalars.contains(where: \.isLatinLetter)
    }
}
