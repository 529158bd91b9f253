import Policy
import Primitives

extension Phrase {
    /// How long a datum is kept, in words.
    package static func retention(_ retention: Retention) -> Phrase {
        switch retention {
        case .purpose: .keptForPurpose
        case .document: .keptAsDocument
        case .decision: .keptUntilDecision
        case .term(let term): .term(term.span)
        }
    }

    /// How long a scan is kept, as a part of a line about it.
    package static func scanKept(_ retention: Retention) -> Phrase {
        guard retention == .decision else { return .keptAfterDecision(.retention(retention)) }
        let words = Phrase.keptUntilDecision
        return Phrase(ru: "хранится \(words.ru)", kk: "\(words.kk) сақталады", en: "kept \(words.en)")
    }
}
