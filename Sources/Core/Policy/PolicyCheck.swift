import Primitives

/// The rules that a policy must keep before it can be published.
struct PolicyCheck {
    let document: PolicyDocument
    let texts: ClauseTexts
    let lawPack: LawPack?
    let previous: PolicyDocument?
    let log: DiagnosticLog

    func run() {
    }

    func error(_ message: String, at path: String, article: String? = nil) {
        log.error(message, file: "policy.yml", line: log.lines["policy.yml" + path] ?? 1, article: article)
    }

    func warning(_ message: String, at path: String, article: String? = nil) {
        log.warning(message, file: "policy.yml", line: log.lines["policy.yml" + path] ?? 1, article: article)
    }
}

extension DiagnosticLog {
    /// By file, then line, then message; policy.yml first.
    var sorted: [Diagnostic] {
        found.sorted { left, right in
            let order = (left.file == "policy.yml" ? 0 : 1, left.file, left.line, left.message)
            return order < (right.file == "policy.yml" ? 0 : 1, right.file, right.line, right.message)
        }
    }
}
