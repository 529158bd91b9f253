/// Letters and digits that are taken for each other, put right where the format allows only one of the two.
enum ZoneRepair {
    private static let digits: [UInt8: UInt8] = [
        79: 48, 81: 48, 68: 48, 85: 48, 73: 49, 76: 49, 84: 49, 90: 50, 83: 53, 71: 54, 66: 56, 65: 52,
    ]
    private static let letters: [UInt8: UInt8] = [48: 79, 49: 73, 50: 90, 53: 83, 54: 71, 56: 66, 52: 65]

    /// Places that hold digits only and letters only, by format and line.
    private static func places(_ length: Int, _ line: Int) -> (digits: [Range<Int>], letters: [Range<Int>]) {
        switch (length, line) {
        case (30, 0): ([14..<15], [0..<1, 2..<5])
        case (30, 1): ([0..<7, 8..<15, 29..<30], [7..<8, 15..<18])
        case (30, 2): ([], [0..<30])
        case (_, 0): ([], [0..<1, 2..<length])
        case (36, _): ([9..<10, 13..<20, 21..<28, 35..<36], [10..<13, 20..<21])
        default: ([9..<10, 13..<20, 21..<28, 43..<44], [10..<13, 20..<21])
        }
    }

    static func repaired(_ text: String, line: Int) -> String {
        var characters = Array(text.utf8)
        let places = places(characters.count, line)
        for place in places.digits.joined() { characters[place] = digits[characters[place]] ?? characters[place] }
        for place in places.letters.joined() { characters[place] = letters[characters[place]] ?? characters[place] }
        if line == (characters.count == 30 ? 2 : 0) { endNames(&characters, from: line == 0 ? 5 : 0) }
        return String(decoding: characters, as: UTF8.self)
    }

    /// After the given names a zone has fillers only (Doc 9303 part 3, 4.6), which are often read as K, C or S.
    private static func endNames(_ characters: inout [UInt8], from start: Int) {
        var separators = 0
        for place in start..<characters.count {
            let isPair = characters[place] == 60 && place + 1 < characters.count && characters[place + 1] == 60
            if isPair, place == start || characters[place - 1] != 60 { separators += 1 }
            if separators == 2 { characters[place] = 60 }
        }
    }
}
