import Primitives

/// Turns policy.yml into a ``PolicyDocument``; the texts of the clauses come from the Markdown files.
struct PolicyReader {
    let texts: ClauseTexts

    func document(_ item: YAMLItem) -> PolicyDocument {
        PolicyDocument(
            schema: item.integer("schema"), operatorRecord: item.item("operator", operatorRecord),
            region: item.text("region"), regionName: item.phrase("region_name"), lawPack: item.text("law_pack"),
            languages: item.choices("languages"), title: texts.title, summary: item.items("summary", phrase),
            chapters: texts.chapters, clauses: item.items("clauses", clause),
            controls: item.items("controls", control), purposes: item.items("purposes", purpose),
            fields: item.items("fields", field), retiredFields: item.numbers("retired_fields"),
            consents: item.items("consents", consent), consentTerm: item.item("consent_term", consentTerm),
            recipients: item.items("recipients", recipient), roles: item.items("roles", role),
            documentKinds: item.items("document_kinds", documentKind), contacts: item.item("contacts", contacts),
            terms: item.item("terms", terms), limits: item.item("limits", limits),
            reasons: item.items("reasons", reason), deadlines: item.items("deadlines", deadline),
            staffing: item.item("staffing", staffing),
            legalRetentions: item.optionalItems("legal_retentions", legalRetention))
    }

    private func phrase(_ item: YAMLItem) -> Phrase {
        Phrase(ru: item.text("ru"), kk: item.text("kk"), en: item.text("en"))
    }

    private func operatorRecord(_ item: YAMLItem) -> Operator {
        Operator(
            name: item.phrase("name"), kind: item.choice("kind", or: .soleProprietor),
            iinOrBin: item.text("iin_or_bin"), address: item.text("address"), site: item.text("site"),
            email: item.text("email"), telephone: item.text("telephone"), toBeSet: item.texts("to_be_set"))
    }

    private func clause(_ item: YAMLItem) -> Clause {
        let id: ClauseID = item.code("id")
        return Clause(id: id, controls: item.codes("controls"), text: texts.text(of: id))
    }

    private func control(_ item: YAMLItem) -> Control {
        Control(
            id: item.code("id"), description: item.phrase("description"), built: item.flag("built"),
            link: item.text("link"))
    }

    private func purpose(_ item: YAMLItem) -> Purpose {
        Purpose(
            id: item.code("id"), clause: item.code("clause"), ground: item.choice("ground", or: .consent),
            article: item.optionalText("article"), required: item.flag("required"), title: item.phrase("title"),
            description: item.phrase("description"))
    }

    private func field(_ item: YAMLItem) -> Field {
        Field(
            number: FieldNumber(item.integer("number")), code: item.text("code"), title: item.phrase("title"),
            dataClass: item.choice("class", or: .personal), source: item.choice("source", or: .form),
            purposes: item.codes("purposes"), reason: item.optionalPhrase("reason"), clause: item.code("clause"),
            keep: item.value("keep", or: .purpose, Retention.init), askedOf: item.optionalChoices("asked_of"))
    }

    private func documentKind(_ item: YAMLItem) -> DocumentKind {
        DocumentKind(
            id: item.code("id"), title: item.phrase("title"), reason: item.optionalPhrase("reason"),
            clause: item.code("clause"), purposes: item.codes("purposes"), compulsory: item.flag("compulsory"),
            provesIdentity: item.flag("proves_identity"), printable: item.flag("printable"),
            readableFields: item.numbers("readable_fields"), accepted: item.choices("accepted"),
            keep: keep(item),
            keepReason: item.find("keep_reason") == nil ? nil : item.optionalPhrase("keep_reason"),
            askedOf: item.optionalChoices("asked_of"))
    }

    /// Scans that prove identity go with the decision where nothing is written (Law 94-V, art. 12(2)).
    private func keep(_ item: YAMLItem) -> Retention {
        item.flag("proves_identity") && item.find("keep") == nil
            ? .decision : item.value("keep", or: .purpose, Retention.init)
    }

    private func contacts(_ item: YAMLItem) -> ContactRule {
        ContactRule(asked: item.numbers("asked"), confirmAtLeast: item.integer("confirm_at_least"))
    }

    private func reason(_ item: YAMLItem) -> Reason {
        Reason(id: item.code("id"), title: item.phrase("title"), use: item.choice("use", or: .refuse))
    }

    private func legalRetention(_ item: YAMLItem) -> LegalRetention {
        LegalRetention(
            law: item.text("law"), article: item.text("article"), trigger: item.choice("trigger", or: .paidOrder),
            years: item.integer("years"), clause: item.code("clause"), fields: item.numbers("fields"))
    }

    private func deadline(_ item: YAMLItem) -> Deadline {
        Deadline(
            id: item.text("id"), amount: item.integer("amount"), unit: item.choice("unit", or: .workingDay),
            clause: item.code("clause"))
    }
}
