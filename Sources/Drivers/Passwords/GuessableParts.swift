import Foundation

/// Which characters of a password add nothing, because they belong to a word, a row of keys or a run.
struct GuessableParts {
    private let characters: [Character]
    /// The same with `p@ssw0rd` read as `password`.
    private let plain: [Character]
    private var covered: [Bool]

    init(of text: String) {
        characters = Self.folded(text)
        plain = characters.map { Self.disguises[$0] ?? $0 }
        covered = [Bool](repeating: false, count: characters.count)
    }

    /// How many different characters are outside every guessable part.
    var freeCharacters: Int {
        var free: Set<Character> = []
        for (index, character) in characters.enumerated() where !covered[index] { free.insert(character) }
        return free.count
    }

    /// Covers every place where one of `words` stands.
    mutating func cover(words: [String]) {
        for word in words.map(Self.folded) where word.count <= characters.count && !word.isEmpty {
            for start in 0...(characters.count - word.count) {
                let range = start..<(start + word.count)
                if characters[range].elementsEqual(word) || plain[range].elementsEqual(word) { cover(range) }
            }
        }
    }

    /// Covers four or more in a row of the same character, neighbouring keys, or the alphabet, in either direction.
    mutating func coverRowsAndRuns() {
        for row in CommonWords.rows {
            coverRuns(along: Array(row))
            coverRuns(along: row.reversed())
        }
        coverRuns { $0 == $1 }
    }

    private mutating func coverRuns(along row: [Character]) {
        var places: [Character: Int] = [:]
        for (place, character) in row.enumerated() where places[character] == nil { places[character] = place }
        coverRuns { left, right in
            guard let from = places[left], let to = places[right] else { return false }
            return to == from + 1
        }
    }

    private mutating func coverRuns(_ joins: (Character, Character) -> Bool) {
        var start = 0
        for end in 1...max(1, characters.count) {
            if end < characters.count, joins(characters[end - 1], characters[end]) { continue }
            if end - start >= 4 { cover(start..<min(end, characters.count)) }
            start = end
        }
    }

    private mutating func cover(_ range: Range<Int>) {
        for index in range { covered[index] = true }
    }

    private static func folded(_ text: String) -> [Character] {
        Array(text.precomposedStringWithCompatibilityMapping.lowercased())
    }

    private static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "!": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "8": "b", "9": "g",
    ]
}
