import Access
import Markup
import Policy
import Primitives
import Registration
import WebCore

/// Who began a registration for whoever has the link, for what, and with which contacts; and the button that uses the link
/// up.
struct GoOnPage {
    let handover: Handover
    let policy: PolicyDocument
    let `operator`: Phrase
    /// This browser would leave a registration or an account of another person.
    let leavesOther: Bool
    let path: SitePath
    let token: FormToken

    var page: Page {
        Page(.goOnTitle, for: .person, section: .register) {
            h1 { Phrase.goOnTitle }
            p(.class("lead")) { Phrase.goOnLead(handover.client) }
            if leavesOther { panel(.warning, .goOnLeavesOther) { p { Phrase.goOnLeavesOtherLead } } }
            summaryList([
                SummaryRow(.goOnWith, .text(`operator`)),
                SummaryRow(.goOnFor, lines(purposes.map { .text($0.title) })),
                SummaryRow(
                    .goOnContacts,
                    lines(handover.masks.map { mask in span(.class("nowrap"), .noTranslation) { mask } })),
            ])
            h2 { Phrase.stepsLeft }
            ol {
                for step in RegisterStep.allCases.dropFirst() { li { step.label } }
            }
            postForm(to: path, token: token) {
                p { Phrase.goOnOnce }
                actions { submitButton(.next) }
            }
            p(.class("muted")) { Phrase.goOnNotYou(.moment(handover.draftEndsAt)) }
        }
    }

    /// Those to which the person has agreed.
    private var purposes: [Purpose] { policy.purposes.filter { $0.required && $0.ground == .consent } }

    private func lines(_ items: [HTML]) -> HTML {
        .group(items.enumerated().map { index, item in index == 0 ? item : .group([lineBreak, item]) })
    }
}

/// - Parameter hasRegistration: this browser has a registration that is being filled in.
func linkEndedPage(hasRegistration: Bool) -> Page {
    Page(.linkEndedTitle, for: .person, section: .register) {
        h1 { Phrase.linkEndedTitle }
        p(.class("lead")) { Phrase.linkEndedLead }
        if hasRegistration {
            panel(.notice, .registrationBegun) { p { textLink(.goOnWithIt, to: .account) } }
        }
        actions {
            linkButton(.navSignIn, to: .signIn)
            linkButton(.registerAnew, to: .register, .secondary)
        }
    }
}
