import Markup
import Policy
import Primitives
import WebCore

/// After sending: the number, what happens next, by whom and by when, and the receipt.
struct SentPage {
    let number: String
    /// The last day of the review.
    let reviewBy: Day?
    /// How it was counted.
    let reviewTerm: CountedTerm?

    var page: Page {
        Page(.sentTitle, for: .person, section: .register) {
            confirmation(.sentTitle, number: number, numberLabel: .numberOfRegistration)
            h2 { Phrase.whatNext }
            timeline([
                TimelineEvent(.past, .sentByYou),
                TimelineEvent(
                    .current, .reviewerLooks, when: (reviewBy.map { Phrase.by($0) } ?? .reviewInTurn).beginning,
                    details: .reviewerLooksDetails),
                TimelineEvent(.ahead, .youAreTold, details: .youAreToldDetails),
            ])
            if let reviewTerm { countedDays(reviewTerm) }
            h2 { Phrase.keepReceipt }
            p { Phrase.keepReceiptLead }
            actions {
                linkButton(.openReceipt, to: .receipt)
                linkButton(.toAccount, to: .account, .secondary)
            }
            p { textLink(.howToVerify, to: .verify) }
        }
    }
}
