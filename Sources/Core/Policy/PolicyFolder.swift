import Foundation
import Primitives
import Yams

/// The files of a policy: `policy.yml`, one Markdown file a language, and the law pack it names.
package struct PolicyFolder: Sendable {
    /// Texts by name: `policy.yml`, `ru.md`, `kk.md`, `en.md`, `../lawpacks/kz.yml`.
    package var files: [String: String]

    package init(files: [String: String]) {
        self.files = files
    }

    /// Reads the folder at `path`, and the law packs beside it in `../lawpacks`.
    ///
    /// - Throws: `CocoaError` when a file cannot be read; a missing one is left to ``read(after:void:)`` to report.
    package init(path: String) throws {
        files = [:]
        for name in ["policy.yml"] + Language.allCases.map({ "\($0.rawValue).md" }) {
            try add(name, at: path)
        }
        let packs = "\(path)/../lawpacks"
        guard FileManager.default.fileExists(atPath: packs) else { return }
        for name in try FileManager.default.contentsOfDirectory(atPath: packs) where name.hasSuffix(".yml") {
            try add("../lawpacks/\(name)", at: path)
        }
    }

    private mutating func add(_ name: String, at path: String) throws {
        let whole = "\(path)/\(name)"
        guard FileManager.default.fileExists(atPath: whole) else { return }
        files[name] = try String(contentsOfFile: whole, encoding: .utf8)
    }

    /// What came of reading a folder.
    package struct Reading: Sendable {
        /// The policy as far as it could be read; nil when policy.yml is no YAML.
        package let draft: PolicyDocument?
        package let lawPack: LawPack?
        /// In the order of files and lines.
        package let diagnostics: [Diagnostic]

        package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
        package var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

        /// The policy, if nothing forbids to publish it.
        package var document: PolicyDocument? { errors.isEmpty ? draft : nil }
    }

    /// Reads and checks the policy.
    ///
    /// - Parameters:
    ///   - previous: the edition in force, whose field numbers must keep their meaning.
    ///   - void: its clauses that were declared void.
    package func read(after previous: PolicyDocument? = nil, void: Set<ClauseID> = []) -> Reading {
        let log = DiagnosticLog()
        let texts = ClauseTexts(files: cutTexts(log: log))
        var draft: PolicyDocument?
        var pack: LawPack?
        if let root = root(of: "policy.yml", log: log) {
            let document = PolicyReader(texts: texts).document(root)
            root.finish()
            draft = document
            pack = lawPack(document.lawPack, log: log)
            PolicyCheck(
                document: document, texts: texts, lawPack: pack, previous: previous, void: void, log: log
            ).run()
        }
        return Reading(draft: draft, lawPack: pack, diagnostics: log.sorted)
    }

    /// A law pack that lies beside the policy, and what is wrong with it.
    package func lawPack(_ id: String) -> (pack: LawPack?, errors: [Diagnostic]) {
        let log = DiagnosticLog()
        let pack = lawPack(id, log: log)
        return (pack, log.sorted.filter { $0.severity == .error })
    }

    private func cutTexts(log: DiagnosticLog) -> [Language: ClauseTexts.File] {
        var cut: [Language: ClauseTexts.File] = [:]
        for language in Language.allCases {
            let name = "\(language.rawValue).md"
            if files[name] == nil { log.error("the file is missing", file: name, line: 1) }
            cut[language] = ClauseTexts.cut(files[name] ?? "", name: name, log: log)
        }
        return cut
    }

    private func lawPack(_ id: String, log: DiagnosticLog) -> LawPack? {
        guard !id.isEmpty, let root = root(of: "../lawpacks/\(id).yml", log: log) else { return nil }
        let pack = LawPackReader().pack(root)
        root.finish()
        return pack
    }

    /// The mapping that a YAML file is, or nil and a report.
    private func root(of name: String, log: DiagnosticLog) -> YAMLItem? {
        guard let text = files[name] else {
            log.error("the file is missing", file: name, line: 1)
            return nil
        }
        do {
            let node = try Yams.compose(yaml: text, .basic)
            guard node?.mapping != nil else {
                log.error("the file is not a block of keys", file: name, line: 1)
                return nil
            }
            return YAMLItem(node: node, path: "", file: name, line: 1, log: log)
        } catch let error as YamlError {
            log.error("not YAML: \(String(describing: error))", file: name, line: error.line)
        } catch {
            log.error("not YAML: \(String(describing: error))", file: name, line: 1)
        }
        return nil
    }
}

extension YamlError {
    /// Where the parser stopped; 1 when it does not say.
    fileprivate var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}
