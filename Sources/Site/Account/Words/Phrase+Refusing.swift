import Access
import Policy
import Primitives
import Registration
import WebCore

extension Phrase {
    /// What is wrong with a field, in words that say how to mend it.
    static func problem(_ problem: FieldProblem) -> Phrase {
        switch problem.problem {
        case .missing: problem.field == "family" ? .giveAName : .fillThisIn
        case .tooLong: .nameTooLong
        case .name(let fault): .nameFault(fault)
        case .notAnEmail: .notAnEmail
        case .emailNotLatin: .emailNotLatin
        case .emailMixed: .emailMixed
        case .notATelephone: .notATelephone
        case .notDeclared: .mustDeclare
        case .notAgreed: .mustAgree
        }
    }

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
