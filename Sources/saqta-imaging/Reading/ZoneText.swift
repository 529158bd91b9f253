/// Lines of a machine-readable zone as they were read, and how far their check digits agree (ICAO Doc 9303 part 3, 4.9).
///
/// Here the digits only choose between several readings of one picture; what they mean is for the server.
struct ZoneText {
    /// The formats by line length and number of lines: TD1, TD2, TD3.
    static let shapes = [(length: 30, lines: 3), (length: 36, lines: 2), (length: 44, lines: 2)]

    let lines: [String]

    /// How many check digits agree, and how many there are.
    var agreement: (passed: Int, checks: Int) {
        let rows = lines.map { Array($0.utf8) }
        let spans = Self.spans(rows[0].count)
        let passed = spans.filter { span in
            let field = span.parts.flatMap { part in Array(rows[part.line][part.range]) }
            return Self.digit(field) == rows[span.digit.line][span.digit.place]
        }
        return (passed.count, spans.count)
    }

    /// The check digit of a field, as an ASCII digit: weights 7, 3, 1; letters from 10; fillers 0.
    static func digit(_ field: [UInt8]) -> UInt8 {
        let weights = [7, 3, 1]
        let sum = field.enumerated().reduce(0) { sum, item in
            let value =
                switch item.element {
                case 48...57: Int(item.element) - 48
                case 65...90: Int(item.element) - 55
                default: 0
                }
            return sum + value * weights[item.offset % 3]
        }
        return UInt8(48 + sum % 10)
    }

    private typealias Part = (line: Int, range: Range<Int>)
    private typealias Span = (parts: [Part], digit: (line: Int, place: Int))

    private static func spans(_ length: Int) -> [Span] {
        switch length {
        case 30:
            [
                ([(0, 5..<14)], (0, 14)), ([(1, 0..<6)], (1, 6)), ([(1, 8..<14)], (1, 14)),
                ([(0, 5..<30), (1, 0..<7), (1, 8..<15), (1, 18..<29)], (1, 29)),
            ]
        case 36:
            [
                ([(1, 0..<9)], (1, 9)), ([(1, 13..<19)], (1, 19)), ([(1, 21..<27)], (1, 27)),
                ([(1, 0..<10), (1, 13..<20), (1, 21..<35)], (1, 35)),
            ]
        default:
            [
                ([(1, 0..<9)], (1, 9)), ([(1, 13..<19)], (1, 19)), ([(1, 21..<27)], (1, 27)),
                ([(1, 28..<42)], (1, 42)), ([(1, 0..<10), (1, 13..<20), (1, 21..<43)], (1, 43)),
            ]
        }
    }
}
