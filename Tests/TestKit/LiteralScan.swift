/// The string literals of a Swift source, cut where values are interpolated.
package struct LiteralScan {
    package struct Literal: Sendable {
        package let line: Int
        package let parts: [String]
        /// The values between the parts, as they are written.
        package let values: [String]
        /// The source since the literal before this one.
        package let before: String
        /// Whether it stands inside another literal's value.
        package let isNested: Bool
    }

    private let source: [Character]
    private var index = 0
    private var line = 1
    private var depth = 0
    private var lastEnd = 0
    package private(set) var literals: [Literal] = []

    package init(_ text: String) {
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
        let before = String(source[min(lastEnd, index)..<index])
        var (parts, values) = ([""], [String]())
        advance(ending.count)
        while index < source.count, !follows(ending) {
            if follows("\\(") {
                values.append(interpolation())
                parts.append("")
            } else if source[index] == "\\" {
                parts[parts.count - 1].append(escaped())
            } else {
                parts[parts.count - 1].append(source[index])
                advance()
            }
        }
        advance(ending.count)
        parts[0] = String(parts[0].drop(while: \.isWhitespace))
        literals.append(Literal(line: start, parts: parts, values: values, before: before, isNested: depth > 0))
        if depth == 0 { lastEnd = index }
    }

    /// The character behind a backslash; nothing for the end of a line.
    private mutating func escaped() -> String {
        advance()
        defer { advance() }
        if source[index].isNewline { return "" }
        guard follows("u{"), let end = source[index...].firstIndex(of: "}"),
            let code = UInt32(String(source[(index + 2)..<end]), radix: 16), let scalar = Unicode.Scalar(code)
        else { return String(source[index]) }
        index = end
        return String(scalar)
    }

    /// Goes past a value, in which there may be literals too.
    private mutating func interpolation() -> String {
        advance(2)
        depth += 1
        defer { depth -= 1 }
        let start = index
        var open = 1
        while index < source.count, open > 0 {
            if source[index] == "\"" {
                literal(ending: "\"")
                continue
            }
            if source[index] == "(" { open += 1 }
            if source[index] == ")" { open -= 1 }
            advance()
        }
        return String(source[start..<(index - 1)])
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
