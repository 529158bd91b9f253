extension String {
    /// The text with spaces and hyphens at which no line may break made unbreakable (U+00A0, U+2011), for pages alone: a
    /// text that is compared, hashed or sent stays as it is written.
    ///
    /// Kept together are a sign № and its number, a number and what is counted, the groups of digits of a telephone
    /// number, a clause and its number, a dash and the word before it, and a number and its suffix, as in `3.1-тармағы`.
    /// Words stay as they are typed, so that a search of the page finds them.
    package var unbroken: String {
        guard utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 || (0x30...0x39).contains($0) }) else { return self }
        var text = Array(unicodeScalars)
        var isNumbered = false
        for index in text.indices.dropFirst() where index + 1 < text.endIndex {
            let (before, after) = (text[index - 1], text[index + 1])
            switch text[index] {
            case " ":
                isNumbered = before == "№"
                if isNumbered || after.isDash || (before.isDigit && after.followsNumber)
                    || (after.isDigit && text[..<index].endsWithClause)
                {
                    text[index] = "\u{A0}"
                }
            case "-":
                if isNumbered || (before.isDigit && after.isCyrillic) {
                    text[index] = "\u{2011}"
                }
            default: break
            }
        }
        return String(String.UnicodeScalarView(text))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isDash: Bool { self == "—" || self == "–" }
    fileprivate var isCyrillic: Bool { ("\u{400}"..."\u{52F}").contains(self) }
    fileprivate var followsNumber: Bool { isDigit || self == "%" || self == "…" || properties.isAlphabetic }
}

extension Collection where Element == Unicode.Scalar {
    /// The last word is one that a number of a clause follows.
    fileprivate var endsWithClause: Bool {
        ["пункт", "пункта", "пункте", "статья", "статьи", "статье", "clause", "article"].contains { word in
            suffix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars)
        }
    }
}
