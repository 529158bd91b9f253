import Policy

/// Wounds to fields, document kinds, clauses and controls.
extension Break {
    static var all: [Break] { files + texts + fields + access + rules + law }

    static let files = [
        Break("law_pack: kz", "lawpack: kz", says: "unknown key “lawpack”", at: "lawpack: kz"),
        Break("region: KZ\n", "", says: "“region” is missing", at: "schema: 1"),
        Break("site: www.cantra.kz", "site: [www.cantra.kz]", says: "“site” is not a text", at: "site: ["),
        Break("schema: 1", "schema: one", says: "“schema” cannot be “one”", at: "schema: one"),
        Break("schema: 1", "schema: 2", says: "schema 2 is not known", at: "schema: 2"),
        Break("summary:\n  - ru", "summary: text\nrest:\n  - ru", says: "“summary” is not a list", at: "summary: text"),
        Break("\nsummary:\n", "\nsummary: []\nold:\n", says: "there is no summary", at: "summary: []"),
        Break("languages: [ru, kk, en]", "languages: [ru, kk, de]", says: "cannot hold “de”", at: "languages:"),
        Break("languages: [ru, kk, en]", "languages: [ru, en]", says: "must be in Russian, Kazakh", at: "languages:"),
        Break("contacts: {", "contacts: 4\nother: {", says: "“contacts” is missing or not a block", at: "contacts: 4"),
        Break(
            "retired_fields: []", "retired_fields: [[1]]", says: "not a text in “retired_fields”", at: "retired_fields"),
        Break(
            "  - {id: access_refusal,", "  - access_refusal\n  - {id: access_refusal,", says: "not a block in",
            at: "- access_refusal"),
        Break(", en: \"Advertising\"}", "}", says: "“en” is missing", at: "kk: \"Жарнама\"}"),
    ]

    static let texts = [
        Break(in: "kk.md", "# Дербес деректерді өңдеу саясаты", "", says: "there is no title"),
        Break(in: "ru.md", "### 5.6", "### 5.7", says: "clause 5.6 is missing"),
        Break(in: "en.md", "### 5.6", "### 5.7", says: "clause 5.7 is not in policy.yml", at: "### 5.7"),
        Break(in: "en.md", "e-mail address;", "", says: "clause 2.3.2 is empty", at: "### 2.3.2"),
        Break(in: "en.md", "### 5.6", "### 5.5", says: "clause 5.5 stands twice", at: "### 5.5"),
        Break(in: "en.md", "## 4. Protection of data\n", "", says: "the chapters are not those of ru.md"),
        Break(
            in: "kk.md", "## 4. Деректерді қорғау", "## 4. Деректерді қорғау\n\nсөз", says: "text outside any clause",
            at: "сөз"),
        Break(
            in: "kk.md", "### 2.3.2\n\nэлектрондық пошта мекенжайы;\n\n### 2.3.3", "### 2.3.3\n\nпошта;\n\n### 2.3.2",
            says: "another order"),
        Break(
            "{id: \"5.6\", controls", "{id: \"5.5\", controls", says: "clause 5.5 stands twice",
            at: "controls: [contact_page]"),
        Break("controls: [law_pack]}", "controls: []}", says: "clause 1.3 has no control", at: "id: \"1.3\""),
        Break("[operator_shown]", "[operator_seen]", says: "there is no control operator_seen", at: "id: \"1.1\""),
        Break(
            "[contact_page]", "[law_pack]", says: "control contact_page belongs to no clause", at: "id: contact_page"),
        Break(
            "- id: no_prints", "- id: declared_fields", says: "control declared_fields stands twice",
            at: "id: declared_fields"),
        Break(
            "built: true\n    link: contacts", "built: false\n    link: contacts",
            says: "clause 5.6 has no control that is built", at: "id: \"5.6\"", severity: .warning),
    ]

    static let fields = [
        Break(
            "number: 6\n    code: declaration\n    class: personal\n    source: form\n    clause: \"2.4\"\n    purposes: [service, identification, rights]",
            "number: 6\n    code: declaration\n    class: personal\n    source: form\n    clause: \"2.4\"\n    purposes: []",
            says: "field 6 (declaration) has no purpose", at: "number: 6"),
        Break(
            "    reason:\n      ru: \"данные третьих лиц без полномочий не собираются, а за детей действуют их представители\"\n      kk: \"үшінші тұлғалардың деректері өкілеттіксіз жиналмайды, ал балалар үшін өкілдері әрекет етеді\"\n      en: \"data of third parties are not collected without authority, and for children their representatives act\"\n",
            "", says: "field 6 (declaration) has no reason", at: "number: 6"),
        Break(
            "purposes: [service, contact, advertising, rights, security, questions]",
            "purposes: [service, contact, advertising, rights, security, questions, sport]",
            says: "there is no purpose sport",
            at: "number: 4"),
        Break("clause: \"2.3.2\"", "clause: \"2.3.9\"", says: "there is no clause 2.3.9", at: "number: 4"),
        Break("number: 2\n", "number: 1\n", says: "field number 1 stands twice", at: "number: 1"),
        Break("code: given_name", "code: family_name", says: "field code family_name stands twice", at: "number: 2"),
        Break("number: 54", "number: 0", says: "field numbers count from 1", at: "number: 0"),
        Break("retired_fields: []", "retired_fields: [5]", says: "field number 5 is retired", at: "number: 5"),
        Break(
            "code: ip_address\n    class: other", "code: ip_address\n    class: personal",
            says: "must be of class other", at: "number: 40"),
        Break(
            "purposes: [security]\n    keep: 1 days", "purposes: [security]\n    keep: purpose",
            says: "field 40 (ip_address) is technical and has no term", at: "number: 40"),
        Break("keep: document", "keep: purpose", says: "must be kept with its document", at: "number: 20"),
        Break("keep: document", "keep: for ever", says: "“keep” cannot be “for ever”", at: "keep: for ever"),
        Break("- id: address_proof", "- id: other", says: "document kind other stands twice", at: "- id: other"),
        Break(
            "readable_fields: [20,", "readable_fields: [4, 20,", says: "field 4 is not one that is read off documents",
            at: "- id: identity_document"),
        Break(
            "accepted: [jpeg, png, webp, heic, tiff, pdf]", "accepted: []", says: "accepts no type of file",
            at: "- id: identity_document"),
        Break(
            "keep: 30 days\n    title:\n      ru: \"Удостоверение",
            "keep: document\n    title:\n      ru: \"Удостоверение", says: "cannot be kept with itself",
            at: "- id: identity_document"),
        Break(
            "    reason:\n      ru: \"если вы хотите подтвердить, где живёте\"\n      kk: \"тұратын жеріңізді растағыңыз келсе\"\n      en: \"if you wish to prove where you live\"\n",
            "", says: "document kind address_proof has no reason", at: "- id: address_proof"),
        Break(
            "proves_identity: true\n    printable: false", "proves_identity: true\n    printable: true",
            says: "must not be printed", at: "- id: identity_document", article: "94-V 7(10)"),
        Break(
            "    keep_reason:\n      ru: \"чтобы рассмотреть возражение на решение и исправить ошибку проверки\"\n      kk: \"шешімге қарсылықты қарап, тексеру қатесін түзету үшін\"\n      en: \"to consider an objection to the decision and correct a mistake in the review\"\n",
            "", says: "has no keep_reason", at: "- id: identity_document"),
        Break(
            "keep: 30 days\n    title:\n      ru: \"Удостоверение",
            "keep: purpose\n    title:\n      ru: \"Удостоверение", says: "proves identity and has no term",
            at: "- id: identity_document"),
        Break("keep: document", "keep: decision", says: "is no scan and cannot be kept", at: "number: 20"),
        Break(
            "keep: purpose\n    title: {ru: \"Файлы в сообщениях\"",
            "keep: decision\n    title: {ru: \"Файлы в сообщениях\"",
            says: "document kind attachment belongs to no decision and cannot be kept until one",
            at: "- id: attachment"),
        Break(
            "keep: 30 days\n    title:\n      ru: \"Удостоверение",
            "keep: decision\n    title:\n      ru: \"Удостоверение",
            says: "document kind identity_document goes with the decision and has a keep_reason",
            at: "- id: identity_document"),
        Break(
            "    keep: 30 days\n    title:\n      ru: \"Удостоверение",
            "    title:\n      ru: \"Удостоверение",
            says: "document kind identity_document goes with the decision and has a keep_reason",
            at: "- id: identity_document"),
        untaken("91", "order_reason", of: "office", under: "1.8", for: "[service, rights]"),
        untaken("92", "message_words", of: "form", under: "2.2.3", for: "[contact, rights, questions]"),
        untaken("60", "request_words", of: "form", under: "3.1", for: "[rights]"),
        untaken("30", "decision_words", of: "office", under: "2.2.2", for: "[identification, rights]"),
        Break(
            "keep: purpose\n    title: {ru: \"Файлы в сообщениях\"",
            "keep: 90 days\n    title: {ru: \"Файлы в сообщениях\"",
            says: "document kind attachment has a term of its own that nothing keeps (clause 2.2.3)",
            at: "- id: attachment"),
    ]

    /// A term of its own on what lies outside the record, which no sweep would end.
    private static func untaken(
        _ number: String, _ code: String, of source: String, under clause: String, for purposes: String
    ) -> Break {
        let field =
            "code: \(code)\n    class: personal\n    source: \(source)\n    clause: \"\(clause)\"\n    purposes: \(purposes)\n    keep: "
        return Break(
            field + "purpose", field + "30 days",
            says: "field \(number) (\(code)) has a term of its own that nothing keeps (clause \(clause))",
            at: "number: \(number)")
    }
}
