import Markup
import Policy
import Primitives

/// The days over which a deadline was counted, folded away until asked for.
package func countedDays(_ term: CountedTerm) -> HTML {
    details(.class("folded", "counted")) {
        summary { Phrase.howCounted }
        div(.class("folded-content")) {
            ul {
                for line in lines(of: term) { li { line } }
            }
            p(.class("muted", "small")) { Phrase.countedFrom(term.event, calendar: term.calendar) }
        }
    }
}

private func lines(of term: CountedTerm) -> [Phrase] {
    var number = 0
    return term.steps.map { step in
        if let reason = step.passedOver { return .passedOver(step.day, reason) }
        number += 1
        return .countedDay(number, step.day)
    }
}
