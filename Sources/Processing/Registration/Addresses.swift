import Access
import Foundation
import Primitives

/// An e-mail address: one `@`, a host with a dot, ASCII without spaces; compared in lower case.
package struct EmailAddress: Sendable, Hashable {
    /// As the person wrote it, without spaces around it.
    package let text: String
    /// What is compared and indexed.
    package let normalised: String

    package init?(_ entered: String) {
        let text = entered.trimmingCharacters(in: .whitespacesAndNewlines)
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return nil }
        let allowed = { (scalar: Unicode.Scalar) in
            (0x21...0x7E).contains(scalar.value) && !"<>()[],;:\\\"".unicodeScalars.contains(scalar)
        }
        guard text.unicodeScalars.allSatisfy(allowed) else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ Self.isLabel($0) }), !parts[0].hasPrefix("."),
            !parts[0].hasSuffix("."),
            !parts[0].contains("..")
        else { return nil }
        self.text = text
        normalised = text.precomposedStringWithCompatibilityMapping.lowercased()
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }

    /// `a•••@e•••.kz`
    package var masked: String { Self.mask(text) }

    package static func mask(_ text: String) -> String {
        let parts = text.split(separator: "@")
        guard parts.count == 2, let first = parts[0].first, let host = parts[1].first else { return "•••" }
        return "\(first)•••@\(host)•••" + (parts[1].lastIndex(of: ".").map { String(parts[1][$0...]) } ?? "")
    }
}

/// A telephone number in the form of E.164: `+` and 8 to 15 digits.
package struct TelephoneNumber: Sendable, Hashable {
    package let e164: String

    /// Reads `8 777 206 07 77`, `+7 (777) 206-07-77`, `007…`, other countries with `+`; nil for anything else.
    package init?(_ entered: String) {
        let text = entered.trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.allSatisfy({ $0.isWhitespace || "+-–().0123456789\u{A0}".contains($0) }) else { return nil }
        var digits = text.filter(\.isNumber)
        let international = text.hasPrefix("+") || digits.hasPrefix("00")
        if digits.hasPrefix("00") { digits = String(digits.dropFirst(2)) }
        guard text.filter({ $0 == "+" }).count <= 1, !text.dropFirst().contains("+") else { return nil }
        if !international {
            switch (digits.count, digits.first) {
            case (11, "8"), (11, "7"): digits = "7" + digits.dropFirst()
            case (10, _): digits = "7" + digits
            default: return nil
            }
        }
        guard (8...15).contains(digits.count), digits.first != "0" else { return nil }
        if digits.hasPrefix("7"), digits.count != 11 { return nil }
        e164 = "+" + digits
    }

    /// `+7 777 206 07 77` for Kazakhstan and Russia; E.164 otherwise.
    package var formatted: String { Self.format(e164) }

    package static func format(_ e164: String) -> String {
        guard e164.hasPrefix("+7"), e164.count == 12 else { return e164 }
        let digits = Array(e164.dropFirst(2))
        return "+7 \(String(digits[0..<3])) \(String(digits[3..<6])) \(String(digits[6..<8])) \(String(digits[8..<10]))"
    }

    /// `+7 777 ••• •• 77`
    package static func mask(_ e164: String) -> String {
        let shown = format(e164)
        guard shown.count > 6 else { return "•••" }
        let head = e164.hasPrefix("+7") ? 6 : 3
        return String(shown.prefix(head)) + String(shown.dropFirst(head).dropLast(2).map { $0 == " " ? " " : "•" })
            + String(shown.suffix(2))
    }
}
