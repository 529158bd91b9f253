import Agreements
import Markup
import Permits
import Policy
import Primitives

/// What is said of a service, wherever it is shown: its text, price and term, what it needs, and who gets data for it.
package func serviceContent(_ card: ServiceCard, _ policy: PolicyDocument) -> HTML {
    group {
        markdown(card.description)
        summaryList([
            SummaryRow(.servicePrice, .text(card.price.words)), SummaryRow(.serviceTerm, .text(card.term)),
            SummaryRow(.serviceDocuments, documents(card, policy)),
            SummaryRow(.serviceRecipients, recipients(card, policy)),
        ])
        if !card.recipients.isEmpty { p(.class("muted", "small")) { Phrase.serviceRecipientsNote } }
    }
}

private func documents(_ card: ServiceCard, _ policy: PolicyDocument) -> HTML {
    guard !card.documents.isEmpty else { return .text(Phrase.serviceNoDocuments) }
    return ul(.class("plain")) {
        for kind in card.documents { li { policy.documentKind(kind)?.title ?? .invariable(kind.rawValue) } }
    }
}

/// Each with its country and the data that the policy lets it have; one that the policy no longer names gets nothing.
private func recipients(_ card: ServiceCard, _ policy: PolicyDocument) -> HTML {
    let named = card.recipients.compactMap(policy.recipient).filter { $0.purposes.contains(.service) }
    guard !named.isEmpty else { return .text(Phrase.serviceNoRecipients) }
    return ul(.class("plain")) {
        for recipient in named {
            li {
                recipient.name
                ", "
                Phrase.countryName(recipient.country)
                ": "
                for (index, field) in recipient.fields.compactMap(policy.field).enumerated() {
                    if index > 0 { ", " }
                    field.title.withinSentence
                }
                if !recipient.required {
                    " ("
                    Phrase.serviceByConsent
                    ")"
                }
            }
        }
    }
}

extension ServiceCard.Price? {
    /// The price in words and figures of each language.
    package var words: Phrase {
        guard let self else { return .servicePriceAgreed }
        return self.isFrom ? .tengeFrom(self.tenge) : .tenge(self.tenge)
    }
}
