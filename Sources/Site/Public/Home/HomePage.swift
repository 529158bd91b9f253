import Markup
import Policy
import Primitives
import WebCore

/// What one can do here, and what happens to data, in plain words.
package struct HomePage: Sendable {
    /// The edition in force; nil while none is published.
    let edition: Edition?

    /// What the operator wrote in place of the lead.
    let written: Phrase?

    package init(edition: Edition?, written: Phrase? = nil) {
        self.edition = edition
        self.written = written
    }

    package var page: Page {
        Page(.homeTitle, width: .wide, for: .everyone) {
            div(.class("hero", "flow")) {
                h1 { Phrase.homeTitle }
                if let written { markdown(written) } else { p(.class("lead")) { Phrase.homeLead } }
            }
            ul(.class("verbs")) {
                verb(.homeRegister, to: .register, .homeRegisterDetails)
                verb(.servicesTitle, to: .services, .homeServicesDetails)
                verb(.homeRead, to: .policy, .homeReadDetails)
                verb(.homeVerify, to: .verify, .homeVerifyDetails)
            }
            if let edition {
                h2 { Phrase.policyInBrief }
                ul(.class("flow", "measure", "brief")) {
                    for sentence in edition.document.summary { li { sentence } }
                }
                p { textLink(.homeReadWhole(edition.number), to: .policy) }
            }
        }
    }

    private func verb(_ label: Phrase, to path: SitePath, _ details: Phrase) -> HTML {
        li {
            a(.href(path)) { label }
            p { details }
        }
    }
}
