/// Several readings of one zone, weighed against each other.
struct ZoneReadings {
    /// The best composition so far.
    struct Best {
        let lines: [String]
        let passed: Int
        let checks: Int
        /// How often the line of names was read the same.
        let agreed: Int
        /// 1 when its line of names can hold names.
        let named: Int

        /// All digits agree, and two readings of the names, which no digit guards.
        var isSettled: Bool { passed == checks && agreed >= 2 && named == 1 }
    }

    /// How often each text was read, by format and line.
    private var votes: [Int: [[String: Int]]] = [:]
    private(set) var best: Best?

    /// Takes the lines of one more treatment.
    mutating func add(_ lines: [Tesseract.Line]) {
        let lines = lines.compactMap(ZoneLine.init)
        for shape in ZoneText.shapes where lines.count >= shape.lines {
            // A zone is the last thing on its page; noise above it is read as lines as well.
            for start in 0...(lines.count - shape.lines) {
                let fitted = (0..<shape.lines).map { line in
                    lines[start + line].fitted(shape.length, guarded: line != Self.names(shape.length))
                }
                guard fitted.allSatisfy({ !$0.isEmpty }) else { continue }
                count(fitted, shape.length)
            }
        }
        weigh()
    }

    /// Takes a reading of the line of names by itself.
    mutating func addNames(_ lines: [Tesseract.Line]) {
        guard let best, let length = best.lines.first?.utf8.count, lines.count == 1 else { return }
        let line = Self.names(length)
        for text in ZoneLine(lines[0])?.fitted(length, guarded: false) ?? [] {
            votes[length]?[line][ZoneRepair.repaired(text, line: line), default: 0] += 1
        }
        weigh()
    }

    /// The line among `lines` that was read as `text`, the guarded second line of a zone.
    func line(of text: String, among lines: [Tesseract.Line]) -> Tesseract.Line? {
        lines.first { line in
            let fitted = ZoneLine(line)?.fitted(text.utf8.count, guarded: true) ?? []
            return fitted.contains { ZoneRepair.repaired($0, line: 1) == text }
        }
    }

    /// Whether a line can hold names: a separator, letters before it, and no letter three times in a row, which is how
    /// fillers are misread.
    private static func isNames(_ line: String) -> Bool {
        let letters = Array(line.utf8)
        let repeats = letters.indices.dropFirst(2).contains { place in
            letters[place] != 60 && letters[place] == letters[place - 1] && letters[place] == letters[place - 2]
        }
        return line.contains("<<") && line.first?.isLetter == true && !line.contains { $0.isNumber } && !repeats
    }

    private mutating func count(_ fitted: [[String]], _ length: Int) {
        var votes = votes[length] ?? fitted.map { _ in [:] }
        for (line, texts) in fitted.enumerated() {
            for text in Set(texts.map { ZoneRepair.repaired($0, line: line) }) { votes[line][text, default: 0] += 1 }
        }
        self.votes[length] = votes
    }

    private mutating func weigh() {
        for shape in ZoneText.shapes {
            guard let votes = votes[shape.length] else { continue }
            let names = Self.names(shape.length)
            guard let named = votes[names].max(by: Self.isLess) else { continue }
            let others = votes.indices.filter { $0 != names }
                .map { Array(votes[$0].sorted { Self.isLess($1, $0) }.prefix(12)) }
            for first in others[0] {
                for second in others.count > 1 ? others[1] : [first] {
                    let lines = others.count > 1 ? [first.key, second.key, named.key] : [named.key, first.key]
                    consider(lines, agreed: named.value)
                }
            }
        }
    }

    /// Which line holds the names, where a format has them.
    private static func names(_ length: Int) -> Int { length == 30 ? 2 : 0 }

    private mutating func consider(_ lines: [String], agreed: Int) {
        let (passed, checks) = ZoneText(lines: lines).agreement
        let names = lines[Self.names(lines[0].utf8.count)]
        let isBetter =
            (passed, Self.isNames(names) ? 1 : 0, agreed) > (best?.passed ?? 0, best?.named ?? 0, best?.agreed ?? 0)
        guard isBetter, passed > 0 else { return }
        best = Best(lines: lines, passed: passed, checks: checks, agreed: agreed, named: Self.isNames(names) ? 1 : 0)
    }

    /// Not names, fewer readings, and among equals the one with fewer fillers, then by text, so that the order is fixed.
    private static func isLess(_ left: (key: String, value: Int), _ right: (key: String, value: Int)) -> Bool {
        func rank(_ reading: (key: String, value: Int)) -> (Int, Int, Int, String) {
            let fillers = reading.key.filter { $0 == "<" }.count
            return (isNames(reading.key) ? 1 : 0, reading.value, fillers, reading.key)
        }
        return rank(left) < rank(right)
    }
}
