import Markup
import Permits
import Policy
import Primitives
import WebCore

/// One consent, asked about once more with its exact text.
struct ConsentDecisionPage {
    let item: ConsentItem
    let text: ConsentText
    let gives: Bool
    let token: FormToken

    var page: Page {
        Page(item.title, for: .person, switchPath: .accountConsents, tabs: accountTabs(.accountConsents)) {
            h1 { gives ? Phrase.giveQuestion : .withdrawQuestion }
            p(.class("lead")) { item.title }
            if !gives { p { item.required ? Phrase.withdrawMainMeans : .withdrawMeans } }
            folded(.consentText, isOpen: gives) {
                div(.class("lines")) {
                    p { strong { text.title } }
                    consentSections(text) { content in h2 { content } }
                    p { item.statement }
                }
            }
            postForm(to: .accountConsents, token: token) {
                input(.type(.hidden), .name(FieldName.consent.text), .value(item.id.rawValue))
                input(.type(.hidden), .name(FieldName.edition.text), .value("\(text.edition)"))
                actions {
                    submitButton(
                        gives ? .iAgree : .withdrawVerb, gives ? .secondary : .danger, name: .answer,
                        value: gives ? "give" : "withdraw")
                    linkButton(gives ? .iDoNotAgree : .cancel, to: .accountConsents, .secondary)
                }
            }
        }
    }
}

/// The text that was shown when a consent was given or withdrawn, with its SHA-256.
struct ConsentTextPage {
    let title: Phrase
    let row: ConsentRow
    let text: PersonalData<String>

    var page: Page {
        Page(title, for: .person, switchPath: .accountConsents, tabs: accountTabs(.accountConsents)) {
            backLink(to: .accountConsents)
            h1 { title }
            p(.class("muted")) {
                row.isGiven ? Phrase.consentGiven : .consentWithdrawn
                ", "
                Phrase.moment(row.at)
                ", "
                Phrase.editionNumber(row.edition)
            }
            div(.class("lines"), .lang(row.language)) {
                consentParagraphs(text.reveal()) { content in h2 { content } }
            }
            p(.class("hash", "small")) {
                "SHA-256 "
                code { row.textHash.hex }
            }
        }
    }
}
