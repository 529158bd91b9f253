import Primitives
import Registration

extension Phrase {
    /// What is wrong with a field, in words that say how to mend it.
    package static func problem(_ problem: FieldProblem) -> Phrase {
        switch problem.problem {
        case .missing: problem.field == "family" ? .giveAName : .fillThisIn
        case .tooLong: .nameTooLong
        case .notABIN: .notABIN
        case .name(let fault): .nameFault(fault)
        case .notAnEmail: .notAnEmail
        case .emailNotLatin: .emailNotLatin
        case .emailMixed: .emailMixed
        case .notATelephone: .notATelephone
        case .unchanged: .addressUnchanged
        case .notDeclared: .mustDeclare
        case .notAgreed: .mustAgree
        }
    }
}
