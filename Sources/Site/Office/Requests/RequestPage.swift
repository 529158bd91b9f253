import Markup
import Permits
import Policy
import Primitives
import Rights
import WebCore

/// One request: masked until it is opened for its purpose, then with what answers it.
struct RequestPage {
    let standing: RequestStanding
    /// Nil while it is not opened.
    let open: OpenRequest?
    /// Nil where nothing can be destroyed on it.
    let destroying: DestroyingSection?
    /// Nil where no consent can be withdrawn on it.
    let withdrawing: WithdrawingSection?
    let law: LawPack
    let form: Form
    let officer: Officer
    let now: Instant
    /// A correction was proposed just now.
    let wasProposed: Bool
    let token: FormToken

    private var row: RequestRow { standing.request }
    private var place: (String, Int) { (row.reference.caseID, row.reference.number) }

    @HTMLBuilder var content: HTML {
        errorSummary(form)
        backLink(.officeToQueue, to: .officeRequests)
        h1 { Phrase.officeRequestTitle(row.reference.description) }
        if wasProposed { panel(.success, .officeCorrectionDone) }
        p(.class("marks")) {
            statusTag(row.state.title, row.state.isOpen ? .accent : .neutral)
            if standing.isBlocked { statusTag(.dataBlocked, .due) }
            if let due = standing.due, row.state.isOpen { deadlineBadge(due) }
        }
        summaryList(summary)
        if let term = row.term, row.state.isOpen { countedDays(term) }
        if let open {
            opened(open)
        } else {
            panel(.notice, .officeRequestOpen) {
                p { Phrase.officeRequestOpenLead }
                postForm(to: SitePath.openRequest(place.0, place.1), token: token) { submitButton(.officeRequestOpen) }
            }
        }
    }

    private var summary: [SummaryRow] {
        var rows = [
            SummaryRow(.officeRequestKind, .text(law.title(of: row.kind))),
            SummaryRow(.officePerson, name),
            SummaryRow(.requestReceived, .text(Phrase.date(row.receivedOn))),
            SummaryRow(.requestWay, .text(row.way.title)),
        ]
        if let evidence = row.evidence {
            rows.append(SummaryRow(.officeIdentitySeen, .text(evidence.title)))
        }
        if let due = standing.due { rows.append(SummaryRow(.requestDue, .text(Phrase.date(due.day)))) }
        if let article = law.request(row.kind)?.article { rows.append(SummaryRow(.requestArticle, article)) }
        if let ground = law.refusalGrounds.first(where: { $0.id == row.ground }) {
            rows.append(SummaryRow(.requestGround, .text(ground.title)))
        }
        return rows
    }

    private var name: HTML {
        let parts = [FieldNumber.familyName, .givenName, .patronymic].compactMap { open?.record[$0]?.reveal() }
        return span(.class(open == nil ? "masked" : "name"), .noTranslation) {
            open == nil ? "••• •••" : parts.joined(separator: " ")
        }
    }

    @HTMLBuilder private func opened(_ open: OpenRequest) -> HTML {
        if let words = open.texts[.words] { text(.requestWords, words) }
        if let answer = open.texts[.answer] { text(.requestAnswer, answer) }
        if row.kind == .correction {
            CorrectionSection(
                reference: row.reference, isOpen: row.state.isOpen, open: open, form: form, officer: officer, now: now,
                token: token
            ).html
        }
        if row.state.isOpen {
            p {
                a(.href(SitePath.personHolds.with(PersonHoldsController.number.text, place.0))) { Phrase.personHoldPut }
            }
            if row.kind == .information { p(.class("muted")) { Phrase.officeInformationHint } }
            if !row.isProven { panel(.notice, .officeUnproven) }
            if row.kind == .copy, row.isProven { copy(open) }
            if let withdrawing { withdrawing.html }
            postForm(to: SitePath.answerRequest(place.0, place.1), token: token) {
                carried(open)
                textArea(
                    RequestsController.answer, .officeAnswerWords, hint: .officeAnswerHint, in: form, rows: 8,
                    language: open.language)
                actions {
                    submitButton(.officeAnswerVerb)
                    if open.hasDraft {
                        submitButton(.officeAnswerDraft, .secondary, to: SitePath.draftAnswer(place.0, place.1))
                    }
                }
            }
            if let destroying { destroying.html }
            folded(.officeRefuseRequest, isOpen: isRefusing) {
                postForm(to: SitePath.refuseRequest(place.0, place.1), token: token) {
                    carried(open)
                    selectField(
                        RequestsController.ground, .requestGround, in: form,
                        options: law.grounds(of: row.kind).map { Choice($0.id, $0.title, hint: nil) })
                    textArea(RequestsController.reason, .officeRefusalReason, in: form)
                    actions { submitButton(.officeRefuseRequest, .danger) }
                }
            }
        }
        if let change = standing.blockChange { blocking(change) }
    }

    private func copy(_ open: OpenRequest) -> HTML {
        section(.class("card")) {
            h2 { Phrase.officeCopy }
            p { Phrase.officeCopyLead }
            postForm(to: SitePath.copyForPerson(place.0, place.1), token: token) {
                carried(open)
                textField(
                    CopyForPersonController.recipient, .copyRecipient, hint: .copyRecipientHint, in: form,
                    FieldTraits(spellcheck: false))
                actions { submitButton(.officeCopy, .secondary) }
            }
        }
    }

    private var isRefusing: Bool {
        form.error(of: RequestsController.ground) != nil || form.error(of: RequestsController.reason) != nil
    }

    private func carried(_ open: OpenRequest) -> HTML {
        input(.type(.hidden), .name(RequestsController.viewing.text), .value(open.viewing.description))
    }

    private func blocking(_ change: RequestKind) -> HTML {
        postForm(to: SitePath.blockPerson(place.0, place.1), token: token) {
            actions {
                submitButton(
                    change == .unblock ? .officeUnblockPerson : .officeBlockPerson, .secondary,
                    name: RequestsController.act, value: change.rawValue)
            }
        }
    }

    private func text(_ heading: Phrase, _ words: PersonalData<String>) -> HTML {
        section(.class("card")) {
            h2 { heading }
            for line in words.reveal().split(separator: "\n", omittingEmptySubsequences: true) {
                p(.noTranslation) { String(line) }
            }
        }
    }
}
