import Markup
import Primitives
import WebCore

/// How to reach the operator (clause 5.6).
package struct ContactsPage: Sendable {
    let `operator`: OperatorIdentity

    package init(operator: OperatorIdentity) { self.operator = `operator` }

    package var page: Page {
        Page(.contactsTitle, for: .everyone, section: .contacts) {
            h1 { Phrase.contactsTitle }
            p(.class("lead")) { Phrase.contactsLead }
            summaryList([
                SummaryRow(.telephone, a(.href(.telephone(`operator`.telephoneE164))) { `operator`.telephone }),
                SummaryRow(.email, a(.href(.mail(`operator`.email))) { `operator`.email }),
                SummaryRow(.siteAddress, `operator`.site),
            ])
            h2 { Phrase.whatYouMayAsk }
            ul(.class("flow")) {
                for sentence in Phrase.whatYouMayAskSentences { li { sentence } }
            }
            actions { linkButton(.questionTitle, to: .askQuestion) }
            p(.class("muted")) {
                Phrase.contactsNoMessengers
                " "
                textLink(.toUpload, to: .register)
            }
        }
    }
}
