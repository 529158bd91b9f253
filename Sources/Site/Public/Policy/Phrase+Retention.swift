import Policy
import Primitives
import WebCore

extension Phrase {
    /// How long a datum is kept, in words.
    static func retention(_ retention: Retention) -> Phrase {
        switch retention {
        case .purpose: .keptForPurpose
        case .document: .keptAsDocument
        case .term(let term): .term(term)
        }
    }

    /// A term in its largest whole unit.
    static func term(_ term: Term) -> Phrase {
        switch term.seconds {
        case let seconds where seconds.isMultiple(of: 86_400): .calendarDays(seconds / 86_400)
        case let seconds where seconds.isMultiple(of: 3_600):
            .count(seconds / 3_600, ru: ("час", "часа", "часов"), kk: "сағат", en: ("hour", "hours"))
        case let seconds where seconds.isMultiple(of: 60):
            .count(seconds / 60, ru: ("минута", "минуты", "минут"), kk: "минут", en: ("minute", "minutes"))
        case let seconds:
            .count(seconds, ru: ("секунда", "секунды", "секунд"), kk: "секунд", en: ("second", "seconds"))
        }
    }
}
