import Markup
import Policy
import Primitives
import WebCore

/// How data are kept, in plain words, and the terms after which they are destroyed, the shortest first.
package struct DataKeepingPage: Sendable {
    let document: PolicyDocument

    package init(document: PolicyDocument) { self.document = document }

    package var page: Page {
        Page(.dataKeepingTitle, for: .everyone, section: .policy) {
            backLink(.navPolicy, to: .policy)
            h1 { Phrase.dataKeepingTitle }
            ul(.class("flow")) {
                for sentence in Phrase.dataKeepingSentences { li { sentence } }
            }
            h2 { Phrase.dataKeepingTerms }
            summaryList(
                retentions.map { retention in
                    SummaryRow(
                        Phrase.retention(retention).beginning,
                        ul(.class("plain")) {
                            for (name, why) in names(keptFor: retention) {
                                li {
                                    name
                                    if let why {
                                        lineBreak
                                        span(.class("muted", "small")) { why }
                                    }
                                }
                            }
                        })
                })
            p { a(.href(SitePath.policy.address(fragment: "data"))) { Phrase.dataTableTitle } }
        }
    }

    /// Each way of keeping once: what goes with the decision, terms by their length, then what ends with a document, then with its purpose.
    private var retentions: [Retention] {
        let all = Set(document.fields.map(\.keep) + document.documentKinds.map(\.keep))
        return all.sorted { weight($0) < weight($1) }
    }

    private func weight(_ retention: Retention) -> Int {
        switch retention {
        case .decision: 0
        case .term(let term): term.seconds
        case .document: .max - 1
        case .purpose: .max
        }
    }

    private func names(keptFor retention: Retention) -> [(name: Phrase, why: Phrase?)] {
        document.fields.filter { $0.keep == retention }.map { ($0.title, nil) }
            + document.documentKinds.filter { $0.keep == retention }.map { ($0.title, $0.keepReason) }
    }
}
