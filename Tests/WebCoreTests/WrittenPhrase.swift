import Foundation
import Primitives
import TestKit

/// A text in three languages as it is written in the repository: in a Swift source or in a policy's data.
struct WrittenPhrase: Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    /// The words; a value that is put in stands as `{its expression}`.
    let texts: [Language: String]

    var description: String { "\(file):\(line)" }

    subscript(_ language: Language) -> String { texts[language] ?? "" }

    /// The names of what is put into the text of a language: `{code}`, `{name}`.
    func values(in language: Language) -> [String] {
        self[language].matches(of: /\{([^}]*)\}/).map { match in
            String(match.1).replacing(/\.(ru|kk|en)\b/, with: "").replacing(/\[\.(ru|kk|en)\]/, with: "")
        }.sorted()
    }

    /// The text without what is put in, and without addresses.
    func words(in language: Language) -> String {
        self[language].replacing(/\{[^}]*\}/, with: "0").replacing(/[\w.@\/:-]+\.(kz|example|json)\b/, with: "0")
    }

    static let repository = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// All of the repository's: sources and policies.
    static let all: [WrittenPhrase] = sources + policies

    static let sources: [WrittenPhrase] = files("Sources", "swift").flatMap { file in
        read(file).map { inSwift($0, named: file.lastPathComponent) } ?? []
    }

    static let policies: [WrittenPhrase] = files("policies", "yml").flatMap { file in
        read(file).map { inData($0, named: file.lastPathComponent) } ?? []
    }

    static func files(_ folder: String, _ ending: String) -> [URL] {
        let found = FileManager.default.enumerator(
            at: repository.appending(path: folder), includingPropertiesForKeys: nil)
        return (found?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == ending }
            .sorted { $0.path() < $1.path() }
    }

    static func read(_ file: URL) -> String? { try? String(contentsOf: file, encoding: .utf8) }

    /// Literals labelled `ru:`, `kk:`, `en:`, joined over `+` and over the commas of a tuple of forms.
    static func inSwift(_ source: String, named file: String) -> [WrittenPhrase] {
        var phrases: [WrittenPhrase] = []
        var (texts, line, label): ([Language: String], Int, Language?) = ([:], 0, nil)
        for literal in LiteralScan(source).literals where !literal.isNested {
            let text = zip(literal.parts, literal.values.map { "{\($0)}" } + [""]).map { $0 + $1 }.joined()
            if let match = literal.before.firstMatch(of: /\b(ru|kk|en):\s*\(?\s*$/) {
                label = Language(rawValue: String(match.1))
                if label == .ru { (texts, line) = ([:], literal.line) }
                if let label { texts[label] = text }
            } else if let going = label, ["+", ","].contains(literal.before.filter { !$0.isWhitespace }) {
                texts[going, default: ""] += (literal.before.contains("+") ? "" : " ") + text
            } else {
                label = nil
            }
            guard label == .en, texts.count == 3 else { continue }
            if phrases.last?.line == line { phrases.removeLast() }
            phrases.append(WrittenPhrase(file: file, line: line, texts: texts))
        }
        return phrases
    }

    /// `ru: "…"`, `kk: "…"`, `en: "…"` of a YAML file, in this order.
    static func inData(_ text: String, named file: String) -> [WrittenPhrase] {
        var phrases: [WrittenPhrase] = []
        var texts: [Language: String] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for match in line.matches(of: /\b(ru|kk|en): "([^"]*)"/) {
                guard let language = Language(rawValue: String(match.1)) else { continue }
                if language == .ru { texts = [:] }
                texts[language] = String(match.2)
                guard texts.count == 3 else { continue }
                phrases.append(WrittenPhrase(file: file, line: index + 1, texts: texts))
                texts = [:]
            }
        }
        return phrases
    }
}
