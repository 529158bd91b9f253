import Primitives

/// The rules that a policy must keep before it can be published.
struct PolicyCheck {
    let document: PolicyDocument
    let texts: ClauseTexts
    let lawPack: LawPack?
    let previous: PolicyDocument?
    /// Clauses of the previous edition that were declared void.
    var void: Set<ClauseID> = []
    let log: DiagnosticLog

    func run() {
        checkFormat()
        checkTexts()
        checkVoid()
        checkControls()
        checkFields()
        checkNumbers()
        checkDocumentKinds()
        checkPurposes()
        checkConsents()
        checkRecipients()
        checkRoles()
        checkRules()
        if let lawPack { checkLaw(lawPack) }
    }

    func error(_ message: DiagnosticMessage, at path: String, article: String? = nil) {
        log.error(message, file: "policy.yml", line: line(path), article: article)
    }

    func warning(_ message: DiagnosticMessage, at path: String, article: String? = nil) {
        log.warning(message, file: "policy.yml", line: line(path), article: article)
    }

    private func line(_ path: String) -> Int { log.lines["policy.yml" + path] ?? 1 }

    /// Reports every element of `list` whose name stands there before.
    func checkUnique<Name: Hashable & CustomStringConvertible>(
        _ names: [Name], in list: String, called thing: DiagnosticMessage
    ) {
        var seen: Set<Name> = []
        for (index, name) in names.enumerated() where !seen.insert(name).inserted {
            error("\(thing) \(name) stands twice", at: "/\(list)[\(index)]")
        }
    }

    /// Reports the clauses in `ids` that the policy does not have.
    func checkClause(_ id: ClauseID, at path: String) {
        if document.clause(id) == nil { error("there is no clause \(id)", at: path) }
    }

    func checkPurposes(_ ids: [PurposeID], of thing: DiagnosticMessage, at path: String) {
        if ids.isEmpty { error("\(thing) has no purpose", at: path) }
        for id in ids where document.purpose(id) == nil { error("there is no purpose \(id)", at: path) }
    }

    /// Reports fields and documents that do not exist, or that have none of `purposes`.
    func checkReach(
        fields: [FieldNumber], documents: [DocumentKindID], purposes: [PurposeID], of thing: DiagnosticMessage,
        at path: String
    ) {
        for number in fields {
            guard let field = document.field(number) else {
                error("there is no field \(number)", at: path)
                continue
            }
            if !field.purposes.contains(where: purposes.contains) {
                error("\(thing) reaches field \(number) (\(field.code)) that has none of its purposes", at: path)
            }
        }
        for id in documents {
            guard let kind = document.documentKind(id) else {
                error("there is no document kind \(id)", at: path)
                continue
            }
            if !kind.purposes.contains(where: purposes.contains) {
                error("\(thing) reaches documents of kind \(id) that has none of its purposes", at: path)
            }
        }
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
