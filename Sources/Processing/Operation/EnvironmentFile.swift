import Primitives

/// A file of settings, a `KEY=value` a line, as systemd’s `EnvironmentFile=` reads it; lines with `#` are remarks.
package struct EnvironmentFile: Hashable, Sendable {
    /// In the order of the file.
    package private(set) var values: [(key: String, value: String)] = []

    package init() {}

    /// - Throws: ``Malformed`` naming the first line that is neither a setting nor a remark.
    package init(parsing text: String) throws(Malformed) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let equals = line.firstIndex(of: "=") else { throw Malformed(line: index + 1) }
            let key = line[..<equals].trimmed
            guard !key.isEmpty, key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }),
                let value = Self.unquoted(line[line.index(after: equals)...].trimmed)
            else { throw Malformed(line: index + 1) }
            self[String(key)] = value
        }
    }

    /// A line that cannot be read.
    package struct Malformed: Error, Hashable, Sendable {
        /// Counted from 1.
        package let line: Int

        package init(line: Int) { self.line = line }
    }

    package subscript(_ key: String) -> String? {
        get { values.last { $0.key == key }?.value }
        set {
            values.removeAll { $0.key == key }
            if let newValue { values.append((key, newValue)) }
        }
    }

    /// The file’s text; values with anything but plain letters are put in quotes.
    package var text: String {
        values.map { "\($0.key)=\(Self.quoted($0.value))\n" }.joined()
    }

    package static func == (left: Self, right: Self) -> Bool { left.text == right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    private static func quoted(_ value: String) -> String {
        let isPlain = value.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-./:@,+%".contains($0)) }
        if isPlain { return value }
        return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// nil when a quote is not closed.
    private static func unquoted(_ value: Substring) -> String? {
        guard let quote = value.first, quote == "\"" || quote == "'" else { return String(value) }
        guard value.count >= 2, value.last == quote else { return nil }
        let inner = value.dropFirst().dropLast()
        guard quote == "\"" else { return inner.contains("'") ? nil : String(inner) }
        var text = ""
        var isEscaped = false
        for character in inner {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return nil
            } else {
                text.append(character)
            }
        }
        return isEscaped ? nil : text
    }
}

extension StringProtocol {
    fileprivate var trimmed: SubSequence {
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? startIndex
        let start = self[..<end].firstIndex { !$0.isWhitespace } ?? end
        return self[start..<end]
    }
}
