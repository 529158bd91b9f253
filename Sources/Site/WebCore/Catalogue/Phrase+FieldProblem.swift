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
        case .staffs: problem.field == "email" ? .staffsEmail : .staffsTelephone
        case .notDeclared: .mustDeclare
        case .notAgreed: .mustAgree
        }
    }

    private static let staffsEmail = Phrase(
        ru: "Это почта работника. Укажите почту самого человека или выберите подпись на бумаге.",
        kk: "Бұл – қызметкердің поштасы. Адамның өз поштасын жазыңыз не қағазға қол қоюды таңдаңыз.",
        en: "This is the e-mail address of a member of staff. Enter the person’s own, or choose a signature on paper.")
    private static let staffsTelephone = Phrase(
        ru: "Это телефон работника. Укажите телефон самого человека или выберите подпись на бумаге.",
        kk: "Бұл – қызметкердің телефоны. Адамның өз телефонын жазыңыз не қағазға қол қоюды таңдаңыз.",
        en: "This is the telephone of a member of staff. Enter the person’s own, or choose a signature on paper.")
}
