import Access
import Identification
import Markup
import Permits
import Policy
import Primitives
import Registration
import WebCore

/// An open case: the form on the left, the scans on the right, the decision at the bottom.
struct CasePage {
    let number: String
    let open: OpenCase
    let standing: CaseStanding
    let policy: PolicyDocument
    let officer: Officer
    /// What was entered and could not be accepted.
    let form: Form
    /// Contacts revealed by an act of their own.
    let shown: [FieldNumber: PersonalData<String>]
    /// The lease had ended while the reviewer wrote what is in the form; nothing of it was sent.
    let isTakenAgain: Bool
    let now: Instant
    let token: FormToken

    var row: RegistrationRow { standing.registration }
    /// Decisions can be taken; otherwise the person has to answer first.
    var isDecidable: Bool { row.state.awaitsReview && row.pending == nil }

    var content: HTML {
        group {
            if !hasReturnedDecision { errorSummary(form) }
            header
            if isTakenAgain, !hasReturnedDecision { takenAgain }
            if !isDecidable { waiting }
            div(.class("case-panes")) {
                paneChoice("pane-form", .officeForm, isFirst: true)
                paneChoice("pane-documents", .officeDocuments, isFirst: false)
                section(.class("pane-form"), .ariaLabel(.officeForm)) { CaseForm(page: self).content }
                section(.class("pane-documents"), .ariaLabel(.officeDocuments)) { CaseViewer(page: self).content }
            }
            keyHelp([
                ("a", .officeKeyApprove), ("r", .officeKeyAsk), ("+ −", .officeKeyZoom), ("]", .officeKeyRotate),
                ("0", .officeKeyFit), ("n", .officeKeyNext),
            ])
            if isDecidable { CaseDecision(page: self).content }
        }
    }

    private var header: HTML {
        div(.class("case-head")) {
            backLink(.officeToQueue, to: .queue)
            h1 { Phrase.officeCaseTitle(number) }
            span(.class("marks")) {
                if row.objectedAt != nil { statusTag(.officeObjection, .due) }
                if case .again = standing.outlook { statusTag(.singleHanded, .due) }
                if row.wasResent { statusTag(.officeResent, .accent) }
                if row.isSetAside { statusTag(.officeAside, .neutral) }
                if open.isInvented { statusTag(.officeInvented, .neutral) }
                if let due = standing.due, isDecidable { deadlineBadge(due) }
            }
            div(.class("lease")) {
                if let lease = row.lease {
                    p {
                        icon(.clock)
                        Phrase.officeLeaseUntil(.clock(lease.until))
                    }
                }
                postForm(to: SitePath.giveBack(number), token: token) {
                    button(.type(.submit), .class("link-button")) { Phrase.officeGiveBack }
                }
            }
            if let term = standing.due?.counted, isDecidable { countedDays(term) }
            p(.class("viewed", "muted", "small")) { Phrase.officeViewedEntry }
        }
    }

    private var waiting: HTML {
        panel(.notice, .officeWaitsForPerson) {
            if let due = row.dueAt { p { Phrase.officeWaitsUntil(.date(Day(of: due, hoursEast: 5))) } }
            postForm(to: .nextCase, token: token) { submitButton(.officeNextCase, keys: "n") }
        }
    }

    /// Says what happened to a case whose lease ended.
    var takenAgain: HTML { panel(.warning, .officeTakenAgain) { p { Phrase.officeTakenAgainLead } } }

    private var hasReturnedDecision: Bool {
        hasReturned(
            DecisionController.reason, DecisionController.words, DecisionController.approvalCode,
            DecisionController.refusalCode, AsideController.note)
    }

    /// Something came back in one of these fields: wrong, or written in vain.
    func hasReturned(_ names: FieldName...) -> Bool {
        names.contains { form.error(of: $0) != nil || form.trimmed($0) != nil }
    }

    /// On a telephone one pane is seen at a time; the choice needs no script.
    private func paneChoice(_ id: String, _ words: Phrase, isFirst: Bool) -> HTML {
        group {
            input(
                .type(.radio), .name("pane"), .id(id), isFirst ? .class("choose-form") : .class("choose-documents"),
                .checked(isFirst))
            label(.for(id)) { words }
        }
    }
}
