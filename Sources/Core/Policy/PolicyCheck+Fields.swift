import Primitives

extension PolicyCheck {
    /// Every field has purposes, a reason, a clause and an end.
    func checkFields() {
        for (index, field) in document.fields.enumerated() {
            let path = "/fields[\(index)]"
            let name: DiagnosticMessage = "field \(field.number) (\(field.code))"
            checkPurposes(field.purposes, of: name, at: path)
            if field.reason.isIncomplete { error("\(name) has no reason", at: path) }
            checkClause(field.clause, at: path)
            if field.source == .device {
                if field.dataClass != .other { error("\(name) is technical and must be of class other", at: path) }
                if case .term = field.keep {} else { error("\(name) is technical and has no term", at: path) }
            }
            if case .term = field.keep, !field.hasOwnEnd {
                error("\(name) has a term of its own that nothing keeps (clause \(field.clause))", at: path)
            }
            if (field.keep == .document) != (field.source == .document) {
                error("\(name) must be kept with its document if, and only if, it is read off one", at: path)
            }
            if field.keep == .decision { error("\(name) is no scan and cannot be kept until the decision", at: path) }
        }
    }

    /// A number keeps its meaning for ever.
    func checkNumbers() {
        checkUnique(document.fields.map(\.number), in: "fields", called: "field number")
        checkUnique(document.fields.map(\.code), in: "fields", called: "field code")
        for (index, field) in document.fields.enumerated() {
            let path = "/fields[\(index)]"
            if field.number.rawValue < 1 { error("field numbers count from 1", at: path) }
            if document.retiredFields.contains(field.number) {
                error("field number \(field.number) is retired and must not be used again", at: path)
            }
            if let before = previous?.field(field.number), before.code != field.code {
                error("field number \(field.number) was \(before.code) and cannot become \(field.code)", at: path)
            }
            if let before = previous?.field(code: field.code), before.number != field.number {
                error("field \(field.code) had number \(before.number) and cannot get \(field.number)", at: path)
            }
            if previous?.retiredFields.contains(field.number) == true {
                error("field number \(field.number) was retired and must not be used again", at: path)
            }
        }
        for field in previous?.fields ?? []
        where document.field(field.number) == nil && !document.retiredFields.contains(field.number) {
            error("field \(field.number) (\(field.code)) has gone and is not in retired_fields", at: "/retired_fields")
        }
        for number in previous?.retiredFields ?? [] where !document.retiredFields.contains(number) {
            error("field number \(number) was retired and must stay in retired_fields", at: "/retired_fields")
        }
    }

    func checkDocumentKinds() {
        checkUnique(document.documentKinds.map(\.id), in: "document_kinds", called: "document kind")
        for (index, kind) in document.documentKinds.enumerated() {
            let path = "/document_kinds[\(index)]"
            let name: DiagnosticMessage = "document kind \(kind.id)"
            checkPurposes(kind.purposes, of: name, at: path)
            checkClause(kind.clause, at: path)
            if kind.reason.isIncomplete { error("\(name) has no reason", at: path) }
            if kind.accepted.isEmpty { error("\(name) accepts no type of file", at: path) }
            if kind.keep == .document { error("\(name) cannot be kept with itself", at: path) }
            if case .term = kind.keep, !kind.hasOwnEnd {
                error("\(name) has a term of its own that nothing keeps (clause \(kind.clause))", at: path)
            }
            if kind.provesIdentity, kind.printable {
                error(
                    "\(name) proves identity and must not be printed", at: path, article: lawPack?.identityPrintArticle)
            }
            if kind.keep == .decision { checkEndsWithDecision(kind, name, at: path) }
            if kind.provesIdentity, kind.keep != .decision, kind.keepReason?.isIncomplete ?? true {
                error("\(name) proves identity and has no keep_reason to keep it after the decision", at: path)
            }
            if kind.provesIdentity, kind.keep == .purpose {
                error("\(name) proves identity and has no term", at: path)
            }
            for number in kind.readableFields where document.field(number)?.source != .document {
                error("field \(number) is not one that is read off documents", at: path)
            }
        }
    }

    /// Only what came with a registration can go with its decision, and there is nothing to say why it is kept longer.
    private func checkEndsWithDecision(_ kind: DocumentKind, _ name: DiagnosticMessage, at path: String) {
        if [.attachment, .proof, .consentPaper].contains(kind.id) {
            error("\(name) belongs to no decision and cannot be kept until one", at: path)
        }
        if kind.keepReason != nil {
            error("\(name) goes with the decision and has a keep_reason to keep it longer", at: path)
        }
    }
}

extension Field {
    /// Whether a term of its own ends it: technical data where they are kept, and what lies in a person's record by the nightly
    /// sweep. Words of cases, requests, orders and messages, and what staff have told of themselves, lie elsewhere and go
    /// with what they belong to.
    fileprivate var hasOwnEnd: Bool { source != .staff && !Self.apart.contains(code) }

    /// The codes of what the record does not hold.
    private static let apart: Set<String> = [
        "decision_words", "case_note", "proposed_value", "objection_words", "password_hash", "request_words",
        "answer_words", "agreement_acceptance", "order_reason", "message_words", "reply_words",
    ]
}

extension DocumentKind {
    /// Whether a term of its own ends it: scans of a registration have one; files of messages stay as long as these.
    fileprivate var hasOwnEnd: Bool { id != .attachment }
}
