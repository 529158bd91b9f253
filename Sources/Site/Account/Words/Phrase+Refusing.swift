import Access
import Policy
import Primitives
import WebCore

extension Phrase {
    /// Why no code is sent now.
    static func codeRefusal(_ refusal: AccessRefusal) -> Phrase {
        switch refusal {
        case .tooSoon(let instant): .codeAgainAt(.clock(instant))
        case .tooManyCodes(let instant): .tooManyCodesUntil(.clock(instant))
        case .wrongCode(let left): .wrongCode(left)
        default: .notAnAddress
        }
    }

    /// How long something is kept, in words.
    static func kept(_ retention: Retention) -> Phrase {
        switch retention {
        case .purpose: .keptForPurpose
        case .document: .keptAsDocument
        case .term(let term): .term(term.span)
        }
    }
}
