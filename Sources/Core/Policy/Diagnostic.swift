/// What is wrong, or doubtful, in a policy folder, and where.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// Relative to the policy folder.
    package let file: String
    /// Counts from 1.
    package let line: Int
    package let severity: Severity
    package let message: String
    /// The article of law it rests on, if it does.
    package let article: String?

    package enum Severity: String, Sendable, CaseIterable {
        case error, warning
    }

    package init(file: String, line: Int, severity: Severity, message: String, article: String?) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
        self.article = article
    }

    /// `policy.yml:12: error: message [article]`.
    package var description: String {
        "\(file):\(line): \(severity.rawValue): \(message)" + (article.map { " [\($0)]" } ?? "")
    }
}
