/// The string literals of a Swift source, cut where values are interpolated.
struct LiteralScan {
    private let source: [Character]
    private var index = 0
    private var line = 1
    private(set) var literals: [(line: Int, parts: [String])] = []

    init(_ text: String) {
        source = Array(text)
        while index < source.count { step() }
    }

    private mutating func step() {
        if follows("//") {
            while index < source.count, source[index] != "\n" { advance() }
        } else if follows("\"\"\"") {
            literal(ending: "\"\"\"")
        } else if source[index] == "\"" {
            literal(ending: "\"")
        } else {
            advance()
        }
    }

    private mutating func literal(ending: String) {
        let start = line
        var parts = [""]
        advance(ending.count)
        while index < source.count, !follows(ending) {
            if follows("\\(") {
                interpolation()
                parts.append("")
            } else if source[index] == "\\" {
                advance()
                if !source[index].isNewline { parts[parts.count - 1].append(source[index]) }
                advance()
            } else {
                parts[parts.count - 1].append(source[index])
                advance()
            }
        }
        advance(ending.count)
        parts[0] = String(parts[0].drop(while: \.isWhitespace))
        literals.append((start, parts))
    }

    /// Goes past a value, in which there may be literals too.
    private mutating func interpolation() {
        advance(2)
        var depth = 1
        while index < source.count, depth > 0 {
            if source[index] == "\"" {
                literal(ending: "\"")
                continue
            }
            if source[index] == "(" { depth += 1 }
            if source[index] == ")" { depth -= 1 }
            advance()
        }
    }

    private func follows(_ text: String) -> Bool {
        source[index...].starts(with: text)
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count where index < source.count {
            if source[index].isNewline { line += 1 }
            index += 1
        }
    }
}
