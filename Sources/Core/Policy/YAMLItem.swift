import Primitives
import Yams

/// A mapping of a YAML file that is read key by key and says what is missing, wrong or unknown, and where.
final class YAMLItem {
    let node: Node?
    let file: String
    let line: Int
    /// Where it stands in the file: `/roles[2]/grants[0]`; empty for the whole file.
    let path: String
    let log: DiagnosticLog
    private var used: Set<String> = []

    init(node: Node?, path: String, file: String, line: Int, log: DiagnosticLog) {
        self.node = node
        self.path = path
        self.file = file
        self.line = node?.mark?.line ?? line
        self.log = log
        if log.lines[file + path] == nil { log.lines[file + path] = self.line }
    }

    /// Reports every key that nobody read.
    func finish() {
        guard let mapping = node?.mapping else { return }
        for (key, _) in mapping where !used.contains(key.string ?? "") {
            log.error("unknown key “\(key.string ?? "?")”", file: file, line: key.mark?.line ?? line)
        }
    }

    func line(of key: String) -> Int {
        node?.mapping?.first { $0.key.string == key }?.key.mark?.line ?? line
    }

    func find(_ key: String) -> Node? {
        used.insert(key)
        log.lines["\(file)\(path)/\(key)"] = line(of: key)
        return node?.mapping?.first { $0.key.string == key }?.value
    }

    func fail(_ message: DiagnosticMessage, at key: String) {
        log.error(message, file: file, line: line(of: key))
    }

    /// A text; empty and reported when there is none.
    func text(_ key: String) -> String {
        guard let found = find(key) else {
            fail("“\(key)” is missing", at: key)
            return ""
        }
        guard let text = found.scalar?.string, !text.isEmpty else {
            fail("“\(key)” is not a text", at: key)
            return ""
        }
        return text
    }

    func optionalText(_ key: String) -> String? { find(key) == nil ? nil : text(key) }

    /// A value that its text stands for; reported when it does not.
    func value<Value>(_ key: String, or fallback: Value, _ read: (String) -> Value?) -> Value {
        let text = text(key)
        guard !text.isEmpty else { return fallback }
        guard let value = read(text) else {
            fail("“\(key)” cannot be “\(text)”", at: key)
            return fallback
        }
        return value
    }

    /// The same, and nil without a report when the key is absent.
    func optionalValue<Value>(_ key: String, _ read: (String) -> Value?) -> Value? {
        guard find(key) != nil else { return nil }
        let text = text(key)
        guard !text.isEmpty else { return nil }
        let value = read(text)
        if value == nil { fail("“\(key)” cannot be “\(text)”", at: key) }
        return value
    }

    func code<Thing>(_ key: String) -> Code<Thing> { Code(text(key)) }

    func integer(_ key: String) -> Int { value(key, or: 0) { Int($0) } }

    func flag(_ key: String) -> Bool { value(key, or: false) { ["true": true, "false": false][$0] } }

    func term(_ key: String) -> Term { value(key, or: Term(seconds: 1), Term.init) }

    func choice<Choice: RawRepresentable<String>>(_ key: String, or fallback: Choice) -> Choice {
        value(key, or: fallback) { Choice(rawValue: $0) }
    }

    /// A text in all languages; the missing ones are reported.
    func phrase(_ key: String) -> Phrase {
        guard find(key) != nil else {
            fail("“\(key)” is missing", at: key)
            return .empty
        }
        return optionalPhrase(key)
    }

    /// The same, and ``Phrase/empty`` without a report when the key is absent.
    func optionalPhrase(_ key: String) -> Phrase {
        guard let found = find(key) else { return .empty }
        return YAMLItem(node: found, path: "\(path)/\(key)", file: file, line: line(of: key), log: log).wholePhrase()
    }

    private func wholePhrase() -> Phrase {
        let phrase = Phrase(ru: text("ru"), kk: text("kk"), en: text("en"))
        finish()
        return phrase
    }
}

/// Collects diagnostics in the order they are found.
final class DiagnosticLog {
    private(set) var found: [Diagnostic] = []
    /// The line of everything that was read, by file and path: `policy.yml/roles[2]`.
    var lines: [String: Int] = [:]

    func error(_ message: DiagnosticMessage, file: String, line: Int, article: String? = nil) {
        found.append(Diagnostic(file: file, line: line, severity: .error, message: message, article: article))
    }

    func warning(_ message: DiagnosticMessage, file: String, line: Int, article: String? = nil) {
        found.append(Diagnostic(file: file, line: line, severity: .warning, message: message, article: article))
    }
}
