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
}
