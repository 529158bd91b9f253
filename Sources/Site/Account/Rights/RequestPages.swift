import Markup
import Policy
import Primitives
import Rights
import WebCore

/// Where a request is written.
struct AskPage {
    let rule: LawPack.RequestRule
    let term: (amount: Int, unit: CountedTerm.Unit)?
    let form: Form
    let token: FormToken

    var page: Page {
        Page(
            rule.title, for: .person, switchPath: SitePath.accountAsk(rule.id.rawValue),
            tabs: accountTabs(.accountRights)
        ) {
            errorSummary(form)
            backLink(.toRights, to: .accountRights)
            h1 { rule.title }
            p(.class("lead")) { Phrase.right(rule.id) }
            p {
                if let term {
                    Phrase.answeredWithin(term.amount, term.unit)
                    " "
                }
                span(.class("muted")) { rule.article }
            }
            postForm(to: SitePath.accountAsk(rule.id.rawValue), token: token) {
                textArea(
                    RightsController.words, .yourWords, hint: .yourWordsHint, in: form,
                    isOptional: !RightsDesk.needWords.contains(rule.id))
                if rule.id == .correction { p(.class("muted")) { Phrase.proofNext } }
                actions { submitButton(.sendRequest) }
            }
        }
    }
}
