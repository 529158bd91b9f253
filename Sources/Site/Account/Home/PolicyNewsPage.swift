import Consents
import Markup
import Policy
import Primitives
import Publication
import WebCore

/// What is new in the policy, the consents that were given under an earlier edition, and the notice by e-mail.
struct PolicyNewsPage {
    let news: EditionNotices.Standing
    /// The number of the edition whose texts are shown.
    let edition: Int
    let items: [(item: ConsentItem, text: ConsentText)]
    let form: Form
    let token: FormToken
    let wasDone: Bool

    var page: Page {
        Page(.policyNewsTitle, for: .person, switchPath: .accountPolicy, tabs: accountTabs(.account)) {
            backLink(to: .account)
            errorSummary(form)
            h1 { Phrase.policyNewsTitle }
            if wasDone { panel(.success, .policyNewsDone) }
            if news.seen == nil {
                p(.class("lead")) { Phrase.policyNewsNone(edition) }
            } else {
                policyNews(news, token: token)
            }
            p { textLink(.editionsTitle, to: .editions) }
            if !items.isEmpty { afresh }
            section(.class("flow"), .ariaLabelledBy("mail")) {
                h2(.id("mail")) { Phrase.policyNewsMailTitle }
                postForm(to: .accountPolicyMail, token: token) {
                    checkbox(PolicyNewsController.mail, .policyNewsMail, in: mailForm) {
                        p(.class("hint")) { Phrase.policyNewsMailHint }
                    }
                    actions { submitButton(.policyNewsMailSave, .secondary) }
                }
            }
        }
    }

    private var mailForm: Form {
        var form = Form()
        if news.isByEmail { form.fill(PolicyNewsController.mail, "yes") }
        return form
    }

    private var afresh: HTML {
        section(.class("flow"), .ariaLabelledBy("afresh")) {
            h2(.id("afresh")) { Phrase.policyNewsAfresh }
            p { Phrase.policyNewsAfreshMeans }
            postForm(to: .accountPolicy, token: token) {
                input(.type(.hidden), .name(FieldName.edition.text), .value("\(edition)"))
                if let error = form.error(of: .consent) { p(.class("error")) { error } }
                for (index, one) in items.enumerated() { box(one.item, one.text, index) }
                actions { submitButton(.policyNewsAgree, .secondary) }
            }
        }
    }

    /// Several boxes share a name, so each needs an identifier of its own; the first is the one that an error leads to.
    private func box(_ item: ConsentItem, _ text: ConsentText, _ index: Int) -> HTML {
        let id = index == 0 ? FieldName.consent.controlID : "afresh-\(index)"
        return div(.class("field", "choice-field")) {
            div(.class("choice")) {
                input(.type(.checkbox), .id(id), .name(FieldName.consent.text), .value(item.id.rawValue))
                label(.for(id)) { item.title }
            }
            div(.class("choice-details")) {
                p { item.statement }
                clauseNote(item.clause.rawValue)
                folded(.consentText) {
                    div(.class("lines")) { consentSections(text) { content in h3 { content } } }
                }
            }
        }
    }
}

/// That there is a newer edition than the person has seen; nothing when there is none.
func policyNews(_ news: EditionNotices.Standing, token: FormToken) -> HTML {
    guard let seen = news.seen else { return .empty }
    let newest = news.inForce.number
    return panel(news.widens ? .warning : .notice, .policyNewsHeading) {
        p { Phrase.policyNewsSince(seen.number, newest) }
        if news.widens { p { Phrase.policyNewsWidens } }
        p {
            textLink(.policyNewsDifferences, to: SitePath.changesBetween(seen.number, newest))
            if news.widens {
                " · "
                textLink(.policyNewsToAfresh, to: .accountPolicy)
            }
        }
        postForm(to: .accountPolicySeen, token: token) {
            input(.type(.hidden), .name(FieldName.edition.text), .value("\(newest)"))
            actions { submitButton(.policyNewsRead, .secondary) }
        }
    }
}
