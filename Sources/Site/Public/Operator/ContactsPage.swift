import Markup
import Primitives
import WebCore

/// How to reach the operator (clause 5.6).
package struct ContactsPage: Sendable {
    let `operator`: OperatorIdentity

    /// What the operator wrote in place of the lead.
    let written: Phrase?

    package init(operator: OperatorIdentity, written: Phrase? = nil) {
        self.operator = `operator`
        self.written = written
    }

    package var page: Page {
        Page(.contactsTitle, for: .everyone, section: .contacts) {
            h1 { Phrase.contactsTitle }
            if let written { markdown(written) } else { p(.class("lead")) { Phrase.contactsLead } }
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
