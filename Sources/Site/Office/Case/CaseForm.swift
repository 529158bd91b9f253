import Registration
import Documents
import Identification
import Markup
import Permits
import Policy
import Primitives
import WebCore

/// What the person entered, beside what the machine read, field by field.
struct CaseForm {
    let page: CasePage

    var content: HTML {
        group {
            remarks
            CaseRepresentation(page: page).content
            if page.row.objectedAt != nil { objection }
            dataTable(
                .officeForm, [Column(.officeFieldColumn), Column(.officeFormColumn), Column(.officeReadColumn)],
                rows: written)
            read
            originals
            contacts
            if let note = page.open.texts[.note] { self.note(note) }
        }
    }

    private var remarks: HTML {
        section(.class("remarks"), .ariaLabelledBy("remarks-title")) {
            h2(.id("remarks-title")) { Phrase.officeRemarks }
            for (source, remarks) in remarksBySource {
                div(.class("marks")) {
                    if let source { span(.class("muted", "small")) { source } }
                    for remark in remarks {
                        chip(
                            .officeRemark(remark.code.rawValue),
                            links: remark.others.map { ($0, SitePath.officeCase($0)) }, remark.isGood ? .good : .due)
                    }
                }
            }
            p(.class("muted", "small")) { Phrase.officeRemarksWhy }
        }
    }

    /// The remarks in their order, those of one source together.
    private var remarksBySource: [(source: Phrase?, remarks: [Remark])] {
        page.open.remarks.reduce(into: []) { parts, remark in
            let source = source(of: remark)
            if let same = parts.firstIndex(where: { $0.source == source }) {
                parts[same].remarks.append(remark)
            } else {
                parts.append((source, [remark]))
            }
        }
    }

    private func source(of remark: Remark) -> Phrase? {
        switch remark.code {
        case .noZone: nil
        case .sameTelephone: .officeConfirmedByCode
        case .sameFile: .officeByContent
        default: .officeRemarkSource(remark.confidence)
        }
    }

    private var written: [[HTML]] {
        return (page.open.registrant.nameFields + [.declaration]).map { [title($0), value($0), readName($0)] }
    }

    /// What stands in the document alone.
    private var read: HTML {
        let fields: [FieldNumber] = [.readIIN, .readDocumentNumber, .readBirthDate, .readExpiryDate]
        let rows = fields.compactMap { field in
            reading[field].map { SummaryRow(page.policy.field(field)?.title ?? .invariable("\(field)"), readValue($0)) }
        }
        guard !rows.isEmpty else { return .empty }
        return section(.class("read-off"), .ariaLabelledBy("read-title")) {
            h2(.id("read-title")) { Phrase.officeReadColumn }
            summaryList(rows)
        }
    }

    /// Originals that were seen at the counter: nothing else shows who the person is where there is no scan.
    private var originals: HTML {
        guard !page.open.originals.isEmpty else { return .empty }
        return section(.class("read-off"), .ariaLabelledBy("originals-title")) {
            h2(.id("originals-title")) { Phrase.officeOriginals }
            summaryList(
                page.open.originals.map { one, digits in
                    SummaryRow(
                        page.policy.documentKind(one.kind)?.title ?? .invariable(one.kind.rawValue),
                        group {
                            span(.noTranslation, .class("as-read")) { "…\(digits.reveal())" }
                            " "
                            Phrase.date(one.seenOn)
                        })
                })
        }
    }

    private var reading: DocumentReading {
        let order = page.open.documents.compactMap { page.open.readings[$0.id]?.reveal() }
        return order.first { !$0.values.isEmpty } ?? DocumentReading()
    }

    private func title(_ field: FieldNumber) -> HTML {
        // The policy says it to the person: "the data are yours".
        if field == .declaration { return .text(.officeDeclaration) }
        return .text(page.policy.field(field)?.title ?? .invariable("\(field)"))
    }

    private func value(_ field: FieldNumber) -> HTML {
        group {
            if field == .declaration {
                if page.open.record[field] == nil { none(.officeNotGiven) } else { declared }
            } else if let text = page.open.record[field]?.reveal(), !text.isEmpty {
                strong(.noTranslation) { text }
            } else {
                none(.officeNotGiven)
            }
            if page.standing.proposed.contains(field) {
                " "
                statusTag(.officeProposed, .accent)
            }
            if DocumentController.correctable.contains(field), page.isDecidable || page.row.state == .moreAsked {
                proposal(field)
            }
        }
    }

    /// What was declared, in the words of the form.
    private var declared: HTML {
        page.open.registrant == .person
            ? .text(Phrase.officeDeclared) : .text(Phrase.declaration(page.open.registrant))
    }

    private func proposal(_ field: FieldNumber) -> HTML {
        let name = DocumentController.value(field)
        return details(.class("manage"), Attribute.open.when(page.hasReturned(name))) {
            summary { Phrase.officePropose }
            postForm(to: SitePath.proposeValue(page.number), token: page.token) {
                input(.type(.hidden), .name(DocumentController.field.text), .value("\(field)"))
                textField(name, .officeProposeValue, in: page.form, FieldTraits(spellcheck: false))
                submitButton(.officePropose, .secondary)
            }
        }
    }

    private func readName(_ field: FieldNumber) -> HTML {
        guard field == .familyName || field == .givenName else { return .empty }
        guard let names = reading[.readNames] else { return none(.officeNotRead) }
        let parts = names.text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let part = field == .familyName ? parts.first : parts.dropFirst().first
        return group {
            span(.noTranslation, .class("as-read")) { part ?? "" }
            " "
            verdict
        }
    }

    /// The machine compares the name as a whole; its verdict stands beside each part.
    private var verdict: HTML? {
        for remark in page.open.remarks {
            switch remark.code {
            case .nameMatches: return statusTag(.officeRemark("nameMatches"), .good)
            case .nameClose: return statusTag(.officeRemark("nameClose"), .due)
            case .nameDiffers: return statusTag(.officeRemark("nameDiffers"), .refused)
            default: continue
            }
        }
        return nil
    }

    private func readValue(_ value: DocumentReading.Value) -> HTML {
        group {
            if let day = Day(value.text) {
                Phrase.date(day)
            } else {
                span(.noTranslation, .class("as-read")) { value.text }
            }
            " "
            span(.class("muted", "small", "nowrap")) { Phrase.percent(value.confidence) }
        }
    }

    private func none(_ words: Phrase) -> HTML { span(.class("muted")) { words } }

    private var contacts: HTML {
        section(.class("contacts"), .ariaLabelledBy("contacts-title")) {
            h2(.id("contacts-title")) { Phrase.officeContacts }
            p(.class("muted", "small")) { Phrase.officeContactsWhy }
            summaryList(
                [(FieldNumber.email, "•••@•••"), (.telephone, "+• ••• ••• •• ••")].compactMap { field, mask in
                    page.policy.field(field).map { SummaryRow($0.title, contact(field, mask: mask)) }
                })
        }
    }

    private func contact(_ field: FieldNumber, mask: String) -> HTML {
        if let value = page.shown[field] { return strong(.noTranslation) { value.reveal() } }
        return maskedValue(
            mask, label: page.policy.field(field)?.title ?? .officeContacts,
            show: SitePath.revealContact(page.number), token: page.token, field: CaseController.contact,
            value: "\(field)")
    }

    /// What was decided first, and what the person says to it.
    private var objection: HTML {
        section(.class("card"), .ariaLabelledBy("objection-title")) {
            h2(.id("objection-title")) { Phrase.officeObjectionTitle }
            summaryList([
                SummaryRow(.officeFirstDecision, firstDecision),
                SummaryRow(.officePersonsWords, written(.objection)),
            ])
        }
    }

    private var firstDecision: HTML {
        group {
            if let reason = page.row.reason.flatMap({ page.policy.reason(ReasonID($0)) }) {
                p { strong { reason.title } }
            }
            written(.decision)
            if let at = page.row.decidedAt { p(.class("muted", "small")) { Phrase.moment(at) } }
        }
    }

    private func written(_ kind: CaseText) -> HTML {
        guard let text = page.open.texts[kind] else { return none(.officeNoWords) }
        return blockquote { p { text.reveal() } }
    }

    private func note(_ text: PersonalData<String>) -> HTML {
        section(.class("card")) {
            h2 { Phrase.officeNote }
            blockquote { p { text.reveal() } }
        }
    }
}
