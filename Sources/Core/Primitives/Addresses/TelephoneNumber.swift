/// A telephone number of the international plan (ITU-T E.164): a plus and 8 to 15 digits.
package struct TelephoneNumber: Hashable, Sendable {
    /// Without the plus.
    package let digits: String

    package var e164: String { "+" + digits }

    /// Takes a number that is written in E.164 already; nil for anything else.
    package init?(e164 text: String) {
        guard text.first == "+" else { return nil }
        let digits = text.dropFirst()
        guard (8...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.first != "0"
        else { return nil }
        // +7 is Kazakhstan (6, 7) and Russia (3, 4, 8, 9); +87 leads to satellites, and is what +8 777 … would give.
        guard digits.first != "7" || (digits.count == 11 && "346789".contains(digits.dropFirst().first ?? "0")),
            !digits.hasPrefix("87")
        else { return nil }
        self.digits = String(digits)
    }

    /// Reads `8 777 206 07 77`, `+7 (777) 206-07-77`, `007…`, `8 10 49…`, ten digits of Kazakhstan or Russia, other
    /// countries with `+`; nil for anything else.
    ///
    /// Marks that cannot be seen, as telephones put them around a copied number, are passed over.
    package init?(_ entered: String) {
        var (digits, hasPlus) = ("", false)
        for scalar in entered.unicodeScalars {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where !hasPlus && digits.isEmpty: hasPlus = true
            case "-", "(", ")", ".", "/", "\u{2010}"..."\u{2015}", "\u{2212}": break
            default:
                guard scalar.properties.isWhitespace || scalar.properties.generalCategory == .format else { return nil }
            }
        }
        self.init(e164: "+" + (hasPlus ? digits : Self.international(digits)))
    }

    /// What was dialled in Kazakhstan, with the country's code before it.
    private static func international(_ dialled: String) -> String {
        switch (dialled.count, dialled.first) {
        case _ where dialled.hasPrefix("00"): String(dialled.dropFirst(2))
        case _ where dialled.hasPrefix("810"): String(dialled.dropFirst(3))
        case (11, "8"), (11, "7"): "7" + dialled.dropFirst()
        case (10, _): "7" + dialled
        default: ""
        }
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

extension TelephoneNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
