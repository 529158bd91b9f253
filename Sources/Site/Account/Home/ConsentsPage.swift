import Markup
import Permits
import Policy
import Primitives
import WebCore

/// What a person has agreed to, since when, and what they may still give or take back.
struct ConsentsPage {
    let policy: PolicyDocument
    let history: [ConsentRow]
    let token: FormToken
    let wasDone: Bool

    var page: Page {
        Page(.consentsTitle, for: .person, switchPath: .accountConsents, tabs: accountTabs(.accountConsents)) {
            h1 { Phrase.consentsTitle }
            if wasDone { panel(.success, .consentDone) }
            p(.class("lead")) { Phrase.consentsLead }
            for item in policy.consents { card(item) }
        }
    }

    private func card(_ item: ConsentItem) -> HTML {
        let rows = history.filter { $0.consent == item.id }
        let isGiven = rows.last?.isGiven ?? false
        return section(.class("card")) {
            div(.class("card-head")) {
                h2 { item.title }
                statusTag(
                    isGiven ? .consentGiven : rows.isEmpty ? .consentOff : .consentWithdrawn, isGiven ? .good : .neutral
                )
            }
            p { item.statement }
            clauseNote(item.clause.rawValue)
            postForm(to: .accountConsents, token: token) {
                input(.type(.hidden), .name(FieldName.consent.text), .value(item.id.rawValue))
                actions {
                    submitButton(
                        isGiven ? .withdrawVerb : .giveVerb, .secondary, name: .answer,
                        value: isGiven ? "ask-withdraw" : "ask-give")
                }
            }
            if !rows.isEmpty {
                folded(.consentHistory) {
                    ul {
                        for row in rows.reversed() {
                            li {
                                row.isGiven ? Phrase.consentGiven : .consentWithdrawn
                                ", "
                                Phrase.moment(row.at)
                                ", "
                                Phrase.editionNumber(row.edition)
                            }
                        }
                    }
                }
            }
        }
    }
}

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
