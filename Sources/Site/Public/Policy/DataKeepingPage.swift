import Markup
import Policy
import Primitives
import WebCore

/// How data are kept, in plain words, and the terms after which they are destroyed.
package struct DataKeepingPage: Sendable {
    let document: PolicyDocument

    package init(document: PolicyDocument) { self.document = document }

    package var page: Page {
        Page(.dataKeepingTitle, width: .wide, for: .everyone, section: .policy) {
            backLink(.navPolicy, to: .policy)
            h1 { Phrase.dataKeepingTitle }
            ul(.class("flow", "measure")) {
                for sentence in Phrase.dataKeepingSentences { li { sentence } }
            }
            fieldTable(document)
            recipientTable(document)
        }
    }
}
