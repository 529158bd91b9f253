import Primitives

/// What is wrong, or doubtful, in a policy folder, and where.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// Relative to the policy folder.
    package let file: String
    /// Counts from 1.
    package let line: Int
    package let severity: Severity
    package let says: DiagnosticMessage
    /// The article of law it rests on, if it does.
    package let article: String?

    package enum Severity: String, Sendable, CaseIterable {
        case error, warning

        package var word: Phrase {
            switch self {
            case .error: Phrase(ru: "ошибка", kk: "қате", en: "error")
            case .warning: Phrase(ru: "предупреждение", kk: "ескерту", en: "warning")
            }
        }
    }

    package init(file: String, line: Int, severity: Severity, message: DiagnosticMessage, article: String?) {
        self.file = file
        self.line = line
        self.severity = severity
        self.says = message
        self.article = article
    }

    /// What it says, in English.
    package var message: String { says.words.en }

    /// `policy.yml:12: error: message [article]`, in each language.
    package var words: Phrase {
        let (word, words) = (severity.word, says.words)
        func text(_ language: Language) -> String {
            "\(file):\(line): \(word[language]): \(words[language])" + (article.map { " [\($0)]" } ?? "")
        }
        return Phrase(ru: text(.ru), kk: text(.kk), en: text(.en))
    }

    /// Its ``words`` in English, as the command line prints them.
    package var description: String { words.en }
}
