/// A part of a name as it stands in a form or document: capital letters, without what joins or divides them.
struct WrittenName {
    let letters: [Character]
    let isCyrillic: Bool

    init(_ text: String) {
        letters = Array(text.uppercased().filter { $0.isLetter && !Self.apostrophes.contains($0) })
        isCyrillic = letters.contains { Self.isCyrillic($0) }
    }

    /// All the ways in which this name may be written in the alphabet that both have in common.
    func spelling(beside other: WrittenName) -> Spelling {
        if isCyrillic && other.isCyrillic { return Spelling(letters, Transliteration.russian) }
        return Spelling(letters, isCyrillic ? Transliteration.latin : Transliteration.plain)
    }

    private static func isCyrillic(_ letter: Character) -> Bool {
        letter.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } ?? false
    }

    /// Apostrophes that Unicode counts as letters.
    private static let apostrophes: Set<Character> = ["ʼ", "ʹ", "ʻ"]
}
