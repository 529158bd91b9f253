import Foundation

/// Words that nobody has but those who were given them.
enum Marker {
    private static let letters = Array("абвгдежзик")

    /// A word in letters that names may have.
    static func word(_ number: Int) -> String {
        "Қ" + String("\(100_000_000 + number)".map { letters[$0.wholeNumberValue ?? 0] })
    }

    /// Whether one of `words` stands in `content`, which is gone through once for each length and beginning of words, of
    /// which there are few, however many words there are.
    static func isIn(_ content: Data, of words: Set<String>) -> Bool {
        let kinds = Dictionary(grouping: words.map { Data($0.utf8) }) { Kind(start: $0.prefix(2), length: $0.count) }
        return kinds.contains { kind, words in isIn(content, of: Set(words), kind) }
    }

    private struct Kind: Hashable {
        let start: Data
        let length: Int
    }

    private static func isIn(_ content: Data, of words: Set<Data>, _ kind: Kind) -> Bool {
        content.withUnsafeBytes { octets in
            guard let base = octets.baseAddress else { return false }
            var from = 0
            while let found = memchr(base + from, Int32(kind.start[0]), octets.count - from) {
                let place = base.distance(to: found)
                guard place + kind.length <= octets.count else { return false }
                if octets[place + 1] == kind.start[1], words.contains(Data(octets[place..<place + kind.length])) {
                    return true
                }
                from = place + 1
            }
            return false
        }
    }
}
