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
            postForm(to: SitePath.approveCase(page.number), token: page.token) {
                submitButton(.officeApprove, keys: "a")
            }
            raised(
                .officeRefuse, isOpen: page.hasReturned(RefusalController.reason, RefusalController.words)
            ) { refusal }
            raised(.officePutAside, isOpen: page.hasReturned(RefusalController.note)) { aside }
        }
    }

    /// A button that raises a small form above the bar; works without scripts, one is open at a time.
    private func raised(_ words: Phrase, isOpen: Bool, @HTMLBuilder content: () -> HTML) -> HTML {
        details(.class("raised"), .name("decision"), Attribute.open.when(isOpen)) {
            summary(.class("button", "secondary")) { words }
            div(.class("raised-content")) {
                // Here, since what is raised may cover the head of the page.
                if isOpen, page.isTakenAgain { page.takenAgain }
                content()
            }
        }
    }

    private var refusal: HTML {
        postForm(to: SitePath.refuseCase(page.number), token: page.token) {
            selectField(
                RefusalController.reason, .officeReason, in: page.form,
                options: page.policy.reasons.filter { $0.use == .refuse }.map { Choice($0.id.rawValue, $0.title) })
            textArea(RefusalController.words, .officeRefuseWords, in: page.form, rows: 3, isOptional: true)
            submitButton(.officeRefuse, .danger)
        }
    }

    private var aside: HTML {
        postForm(to: SitePath.putAside(page.number), token: page.token) {
            textArea(RefusalController.note, .officeAsideNote, in: page.form, rows: 3)
            submitButton(.officePutAside, .secondary)
        }
    }
}
