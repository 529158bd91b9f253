import Agreements
import Markup
import Policy
import Primitives

/// What was done with an order, and what comes next.
package func orderTimeline(_ standing: OrderDesk.Standing) -> HTML {
    let last = standing.steps.count - 1
    var events = standing.steps.enumerated().map { index, step in
        TimelineEvent(
            index == last && standing.row.state.isOpen ? .current : .past, step.event.title, when: .moment(step.at))
    }
    if let next = standing.row.state.next.flatMap({ OrderStep.Event(rawValue: $0.rawValue) }) {
        events.append(TimelineEvent(.ahead, next.title))
    }
    return timeline(events)
}

/// The evidence of an acceptance with the text as it was shown.
package func acceptedAgreement(_ accepted: AgreementAcceptance) -> HTML {
    section(.class("card")) {
        h2 { Phrase.orderAccepted }
        summaryList(
            [
                SummaryRow(.orderAcceptedAt, .text(Phrase.moment(accepted.acceptedAt))),
                SummaryRow(.orderManner, .text(Phrase.orderByTick)),
                SummaryRow(.orderLanguage, accepted.language.ownName),
                SummaryRow(.servicePrice, .text(accepted.price.words)),
            ] + (accepted.term.map { [SummaryRow(.serviceTerm, .text($0))] } ?? []))
        div(.lang(accepted.language)) { Markdown(accepted.text).html }
        p(.class("hash", "small")) {
            "SHA-256 "
            code { accepted.textHash }
        }
    }
}

extension OrderRow.State {
    package var tone: Tone {
        switch self {
        case .placed, .accepted, .inWork: .accent
        case .done, .ended: .good
        case .refused: .refused
        case .withdrawn: .neutral
        }
    }
}
