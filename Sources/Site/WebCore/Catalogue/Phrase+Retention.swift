import Policy
import Primitives

extension Phrase {
    /// How long a datum is kept, in words.
    package static func retention(_ retention: Retention) -> Phrase {
        switch retention {
        case .purpose: .keptForPurpose
        case .document: .keptAsDocument
        case .term(let term): .term(term.span)
        }
    }
}
