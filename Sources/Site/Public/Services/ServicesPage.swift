import Agreements
import Markup
import Policy
import Primitives
import WebCore

/// What can be ordered, with price and term.
struct ServicesPage {
    let services: [OfferedService]

    var page: Page {
        Page(.servicesTitle, for: .everyone) {
            h1 { Phrase.servicesTitle }
            p(.class("lead")) { Phrase.servicesLead }
            if services.isEmpty { emptyState(.servicesNone, .servicesNoneWhy) }
            for one in services {
                section(.class("card")) {
                    h2 { a(.href(SitePath.service(one.version.service.rawValue))) { one.version.card.title } }
                    summaryList([
                        SummaryRow(.servicePrice, .text(one.version.card.price.words)),
                        SummaryRow(.serviceTerm, .text(one.version.card.term)),
                    ])
                }
            }
        }
    }
}

/// A service: what it is, what it costs, who gets data for it, and its agreement.
struct ServicePage {
    let offered: OfferedService
    let policy: PolicyDocument

    private var card: ServiceCard { offered.version.card }

    var page: Page {
        let (name, agreement) = (offered.version.service.rawValue, offered.agreement)
        return Page(card.title, for: .everyone) {
            backLink(.toServices, to: .services)
            h1 { card.title }
            serviceContent(card, policy)
            actions { linkButton(.serviceOrder, to: SitePath.orderService(name)) }
            folded(.serviceAgreement) {
                p(.class("muted")) {
                    Phrase.serviceAgreementNumber(
                        agreement.number, .date(Day(of: agreement.inForceSince, hoursEast: 5)))
                }
                markdown(agreement.text)
                p(.class("hash", "small")) {
                    "SHA-256 "
                    HTML.perLanguage { language in code { agreement.textHash(in: language).hex } }
                }
            }
        }
    }
}
