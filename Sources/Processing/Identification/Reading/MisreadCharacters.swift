/// Characters that are taken for each other when OCR-B is read.
///
/// `G` and `6` are left out: they have the same value modulo 10, so no check digit could confirm the exchange.
enum MisreadCharacters {
    private static let pairs: [(digit: Character, letters: String)] = [
        ("0", "ODQU"), ("1", "ILT"), ("2", "Z"), ("4", "A"), ("5", "S"), ("8", "B"), ("6", "G"),
    ]

    /// The digit that a letter may stand for.
    static func digit(for letter: Character) -> Character? { pairs.first { $0.letters.contains(letter) }?.digit }

    /// What `character` may have been instead.
    static func alternatives(_ character: Character) -> [Character] {
        if let digit = digit(for: character), digit != "6" { return [digit] }
        return pairs.first { $0.digit == character && $0.digit != "6" }.map { Array($0.letters.prefix(2)) } ?? []
    }

    /// A field that holds digits only, its letters exchanged.
    static func digits(_ field: some Sequence<Character>) -> [Character] { field.map { digit(for: $0) ?? $0 } }

    /// The reading of a field that `agrees` with one character exchanged, or else with two letters that may be digits.
    ///
    /// Digits for letters are looked for first, since most numbers have no letters. Nil when none or several agree.
    static func reading(of field: [Character], where agrees: ([Character]) -> Bool) -> [Character]? {
        let single = exchanged(field, from: 0)
        let toDigits = single.filter { $0.text[$0.place].isNumber }
        let double = toDigits.flatMap { first in
            exchanged(first.text, from: first.place + 1).filter { $0.text[$0.place].isNumber }
        }
        for readings in [toDigits, single, double] {
            let agreeing = readings.map(\.text).filter(agrees)
            if !agreeing.isEmpty { return agreeing.count == 1 ? agreeing[0] : nil }
        }
        return nil
    }

    private static func exchanged(_ field: [Character], from start: Int) -> [(text: [Character], place: Int)] {
        field.indices.dropFirst(start).flatMap { place in
            alternatives(field[place]).map { other in
                var text = field
                text[place] = other
                return (text, place)
            }
        }
    }
}
