import Foundation
import Policy
import Testing

/// A wound to one file of the policy and the diagnostic it must cause.
struct Break: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    /// Part of the message.
    let says: String
    /// Words that stand on the reported line of the broken file; nil for its first line.
    let at: String?
    let severity: Diagnostic.Severity
    let article: String?

    init(
        in file: String = "policy.yml", _ old: String, _ new: String, says: String, at: String? = nil,
        severity: Diagnostic.Severity = .error, article: String? = nil
    ) {
        self.file = file
        self.old = old
        self.new = new
        self.says = says
        self.at = at
        self.severity = severity
        self.article = article
    }

    var testDescription: String { says }

    /// The folder with the wound; the words to replace must be there.
    func applied(to folder: PolicyFolder) throws -> PolicyFolder {
        var folder = folder
        let text = try #require(folder.files[file])
        let range = try #require(text.range(of: old), "no “\(old)” in \(file)")
        folder.files[file] = text.replacingCharacters(in: range, with: new)
        return folder
    }

    /// Whether `diagnostic`, found in `folder`, is the expected one.
    func matches(_ diagnostic: Diagnostic, in folder: PolicyFolder) -> Bool {
        guard diagnostic.message.contains(says), diagnostic.severity == severity, diagnostic.article == article
        else { return false }
        guard let at else { return diagnostic.line == 1 }
        let lines = folder.files[diagnostic.file]?.components(separatedBy: "\n") ?? []
        return lines.indices.contains(diagnostic.line - 1) && lines[diagnostic.line - 1].contains(at)
    }
}
