import Access
import Markup
import Permits
import Policy
import Primitives
import Registration
import Rights
import WebCore

/// One request without an account: masked until a reviewer opens it, then with what tells whose it is.
struct OutsideRequestPage {
    let standing: OutsideStanding
    /// Nil while it is not opened.
    let open: OpenOutsideRequest?
    /// What whoever asks is told since it was closed just now; nil when it was not.
    let told: Phrase?
    let mayIdentify: Bool
    let law: LawPack
    let form: Form
    let token: FormToken

    private var row: OutsideRequestRow { standing.request }

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeToQueue, to: .officeRequests)
        h1 { Phrase.officeRequestTitle(row.number) }
        if let told { panel(.success, told) }
        p(.class("marks")) {
            statusTag(row.state.title, row.state.isOpen ? .due : .neutral)
            if let due = standing.due, row.state.isOpen { deadlineBadge(due) }
        }
        p(.class("lead")) { Phrase.officeOutsideLead }
        summaryList(summary)
        if let term = row.term, row.state.isOpen { countedDays(term) }
        if let open {
            section(.class("card")) {
                h2 { Phrase.requestWords }
                for line in open.words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                    p(.noTranslation) { String(line) }
                }
            }
            if row.state.isOpen {
                identifying(open)
                archived(open)
                closing(open)
            }
        } else if row.state.isOpen {
            unopened
        }
    }

    private var summary: [SummaryRow] {
        let name = [FieldNumber.familyName, .givenName, .patronymic].compactMap { open?.record[$0]?.reveal() }
        func masked(_ text: String?) -> HTML {
            span(.class(text == nil ? "masked" : "name"), .noTranslation) { text ?? "••• •••" }
        }
        var rows = [
            SummaryRow(.officeRequestKind, .text(law.title(of: row.kind))),
            SummaryRow(.officeWhoAsks, masked(open == nil ? nil : name.joined(separator: " "))),
        ]
        if let channel = row.channel {
            rows.append(
                SummaryRow(
                    row.way == .form ? .officeAddressGiven : .officeAddressNamed,
                    masked(open?.record[channel.field]?.reveal())))
        }
        rows.append(SummaryRow(.requestWay, .text(row.way.title.beginning)))
        if let day = row.receivedOn { rows.append(SummaryRow(.requestReceived, .text(Phrase.date(day)))) }
        if let due = standing.due { rows.append(SummaryRow(.requestDue, .text(Phrase.date(due.day)))) }
        if let article = law.request(row.kind)?.article { rows.append(SummaryRow(.requestArticle, article)) }
        return rows
    }

    @HTMLBuilder private var unopened: HTML {
        if mayIdentify {
            panel(.notice, .officeRequestOpen) {
                p { Phrase.officeOutsideOpenLead }
                postForm(to: SitePath.openOutside(row.id), token: token) { submitButton(.officeRequestOpen) }
            }
        } else {
            panel(.notice, .officeOutsideOnlyReviewer)
        }
    }

    private func carried(_ open: OpenOutsideRequest) -> HTML {
        input(
            .type(.hidden), .name(OutsideRequestsController.viewing.text), .value(open.viewing.description))
    }

    private func identifying(_ open: OpenOutsideRequest) -> HTML {
        section(.class("card")) {
            h2 { Phrase.officeIdentify }
            postForm(to: SitePath.identifyOutside(row.id), token: token) {
                carried(open)
                textField(
                    OutsideRequestsController.caseNumber, .officeCaseOfPerson, in: form,
                    FieldTraits(width: .half, spellcheck: false))
                radios(
                    OutsideRequestsController.evidence, .officeEvidence, in: form,
                    OutsideRequestRow.Evidence.showing(row.way).map { Choice($0.rawValue, $0.title) })
                actions { submitButton(.officeIdentifyVerb) }
            }
        }
    }

    private func archived(_ open: OpenOutsideRequest) -> HTML {
        let names = (OutsideRequestsController.archivedCase, OutsideRequestsController.archivedEvidence)
        let isWrong = form.error(of: names.0) != nil || form.error(of: names.1) != nil
        return folded(.officeOutsideArchived, isOpen: isWrong) {
            p { row.channel == nil ? Phrase.officeOutsideArchivedUntold : .officeOutsideArchivedLead }
            postForm(to: SitePath.closeOutside(row.id), token: token) {
                carried(open)
                textField(names.0, .officeCaseOfPerson, in: form, FieldTraits(width: .half, spellcheck: false))
                radios(
                    names.1, .officeEvidence, in: form,
                    OutsideRequestRow.Evidence.ofArchived.map { Choice($0.rawValue, $0.title) })
                actions {
                    submitButton(
                        .officeOutsideArchivedVerb, .secondary, name: OutsideRequestsController.outcome,
                        value: OutsideRequestRow.State.archived.rawValue)
                }
            }
        }
    }

    private func closing(_ open: OpenOutsideRequest) -> HTML {
        folded(.officeOutsideClose) {
            p { row.channel == nil ? Phrase.officeOutsideCloseUntold : .officeOutsideCloseLead }
            postForm(to: SitePath.closeOutside(row.id), token: token) {
                carried(open)
                actions {
                    submitButton(
                        .officeNotIdentifiedVerb, .danger, name: OutsideRequestsController.outcome,
                        value: OutsideRequestRow.State.notIdentified.rawValue)
                    submitButton(
                        .officeNothingHeldVerb, .secondary, name: OutsideRequestsController.outcome,
                        value: OutsideRequestRow.State.nothingHeld.rawValue)
                }
            }
        }
    }
}
