/// A text with places for answers, in the part of mustache(5) that a policy needs.
///
/// `{{name}}` is a value, `{{#flag}}…{{/flag}}` stands only when the flag is up, `{{^flag}}…{{/flag}}` only when it is
/// not. Tags may be nested, within a line or over lines. A line that holds one such tag alone leaves no line behind,
/// nor does a line of which nothing stands.
package struct TextTemplate: Sendable {
    private let text: String

    package init(_ text: String) { self.text = text }

    /// What is wrong with a template, and where.
    package enum Fault: Error, Hashable, Sendable {
        /// There is no such value or flag. Lines count from 1.
        case unknown(name: String, line: Int)
        /// The tag closes nothing, is never closed, or is cut off.
        case unpaired(name: String, line: Int)
    }

    private enum Piece: Equatable {
        case words(Substring)
        case value(String)
        case begin(String, isInverted: Bool)
        case end(String)
    }

    private struct Section {
        let name: String
        let line: Int
        let stands: Bool
    }

    /// The text with `answers` put in.
    package func filled(with answers: PolicyAnswers) throws(Fault) -> String {
        var lines: [String] = []
        var sections: [Section] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            let pieces = try Self.pieces(of: raw, number: number)
            var line = ""
            for piece in pieces {
                let stands = sections.allSatisfy(\.stands)
                switch piece {
                case .words(let words): if stands { line += words }
                case .value(let name):
                    guard let value = answers.values[name] else { throw .unknown(name: name, line: number) }
                    if stands { line += value }
                case .begin(let name, let isInverted):
                    guard let flag = answers.flags[name] else { throw .unknown(name: name, line: number) }
                    sections.append(Section(name: name, line: number, stands: flag != isInverted))
                case .end(let name):
                    guard sections.popLast()?.name == name else { throw .unpaired(name: name, line: number) }
                }
            }
            if Self.isTagAlone(pieces) { continue }
            if !line.isEmpty || sections.allSatisfy(\.stands) { lines.append(line) }
        }
        if let open = sections.last { throw .unpaired(name: open.name, line: open.line) }
        return lines.joined(separator: "\n")
    }

    private static func isTagAlone(_ pieces: [Piece]) -> Bool {
        let rest = pieces.filter { piece in
            if case .words(let words) = piece { !words.allSatisfy(\.isWhitespace) } else { true }
        }
        guard rest.count == 1, let only = rest.first else { return false }
        return switch only {
        case .begin, .end: true
        case .words, .value: false
        }
    }

    private static func pieces(of line: Substring, number: Int) throws(Fault) -> [Piece] {
        var pieces: [Piece] = []
        var rest = line
        while let opening = rest.firstRange(of: "{{") {
            pieces.append(.words(rest[..<opening.lowerBound]))
            let inner = rest[opening.upperBound...]
            guard let closing = inner.firstRange(of: "}}") else { throw .unpaired(name: String(inner), line: number) }
            let tag = inner[..<closing.lowerBound]
            switch tag.first {
            case "#": pieces.append(.begin(String(tag.dropFirst()), isInverted: false))
            case "^": pieces.append(.begin(String(tag.dropFirst()), isInverted: true))
            case "/": pieces.append(.end(String(tag.dropFirst())))
            default: pieces.append(.value(String(tag)))
            }
            rest = inner[closing.upperBound...]
        }
        pieces.append(.words(rest))
        return pieces
    }
}
