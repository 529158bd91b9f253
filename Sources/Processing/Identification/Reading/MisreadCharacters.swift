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

    /// The readings of a field in which one or two characters are exchanged.
    static func readings(of field: [Character]) -> [[Character]] {
        let single = exchanged(field, from: 0)
        return single.map(\.text) + single.flatMap { exchanged($0.text, from: $0.place + 1).map(\.text) }
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
