import Access
import Identification
import Markup
import Policy
import Primitives
import WebCore

/// The bar at the bottom of a case: approve, refuse, put aside.
struct CaseDecision {
    let page: CasePage

    var content: HTML {
        decisionBar {
            if isAgain {
                raised(
                    .officeApprove, isOpen: page.hasReturned(DecisionController.approvalCode), isSecondary: false
                ) { approval }
            } else {
                approval
            }
            raised(
                .officeRefuse,
                isOpen: page.hasReturned(
                    DecisionController.reason, DecisionController.words, DecisionController.refusalCode)
            ) { refusal }
            raised(.officePutAside, isOpen: page.hasReturned(AsideController.note)) { aside }
        }
    }

    /// The reviewer decides an objection to the own refusal, working alone, or was told that this cannot be.
    private var isAgain: Bool { page.standing.outlook != .free }

    private var approval: HTML {
        postForm(to: SitePath.approveCase(page.number), token: page.token) {
            if isAgain { code(DecisionController.approvalCode) }
            submitButton(.officeApprove, keys: isAgain ? nil : "a")
        }
    }

    private func code(_ name: FieldName) -> HTML {
        textField(
            name, .factorAgain, hint: .factorAgainHint, in: page.form,
            FieldTraits(autocomplete: .oneTimeCode, width: .half, spellcheck: false))
    }

    /// A button that raises a small form above the bar; works without scripts, one is open at a time.
    private func raised(
        _ words: Phrase, isOpen: Bool, isSecondary: Bool = true, @HTMLBuilder content: () -> HTML
    ) -> HTML {
        details(.class("raised"), .name("decision"), Attribute.open.when(isOpen)) {
            summary(
                isSecondary ? .class("button", "secondary") : .class("button"),
                isSecondary ? .none : .ariaKeyShortcuts("a")
            ) { words }
            div(.class("raised-content")) {
                // Here, since what is raised may cover the head of the page.
                if isOpen { errorSummary(page.form) }
                if isOpen, page.isTakenAgain { page.takenAgain }
                content()
            }
        }
    }

    private var refusal: HTML {
        postForm(to: SitePath.refuseCase(page.number), token: page.token) {
            selectField(
                DecisionController.reason, .officeReason, in: page.form,
                options: page.policy.reasons.filter { $0.use == .refuse }.map { Choice($0.id.rawValue, $0.title) })
            textArea(DecisionController.words, .officeRefuseWords, in: page.form, rows: 3, isOptional: true)
            if isAgain { code(DecisionController.refusalCode) }
            submitButton(.officeRefuse, .danger)
        }
    }

    private var aside: HTML {
        postForm(to: SitePath.putAside(page.number), token: page.token) {
            textArea(AsideController.note, .officeAsideNote, in: page.form, rows: 3)
            submitButton(.officePutAside, .secondary)
        }
    }
}
