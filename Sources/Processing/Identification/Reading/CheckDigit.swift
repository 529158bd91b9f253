/// Check digits of the numbers that stand in documents.
package enum CheckDigit {
    /// The twelfth digit of an IIN or BIN, in two passes modulo 11; nil when no such number is issued.
    package static func kazakhstan(_ digits: some Collection<Int>) -> Int? {
        for weights in [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]] {
            let rest = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
            if rest < 10 { return rest }
        }
        return nil
    }

    /// The check digit of a field of a machine-readable zone: weights 7, 3, 1, letters from 10, fillers 0
    /// (ICAO Doc 9303 part 3, 4.9); nil when a character cannot stand in a zone.
    package static func zone(_ field: some Sequence<Character>) -> Int? {
        var sum = 0
        for (place, character) in field.enumerated() {
            guard let value = value(character) else { return nil }
            sum += value * [7, 3, 1][place % 3]
        }
        return sum % 10
    }

    private static func value(_ character: Character) -> Int? {
        guard let ascii = character.asciiValue else { return nil }
        return switch ascii {
        case 48...57: Int(ascii) - 48
        case 65...90: Int(ascii) - 55
        case 60: 0
        default: nil
        }
    }
}
