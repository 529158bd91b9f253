import Policy
import Primitives

/// What connected programmes did with a person's data, as sentences to that person.
extension Phrase {
    /// - Parameters:
    ///   - name: what the operator calls the programme.
    ///   - who: the title of the role.
    ///   - isVouched: it vouched for an address.
    ///   - code: of the act, where the list has no words for it yet.
    package static func programme(_ act: Act?, _ name: String, who: Phrase, isVouched: Bool, code: String) -> Phrase {
        let quoted = Phrase(ru: "«\(name)»", kk: "«\(name)»", en: "“\(name)”")
        return who.followed(by: " ", quoted.followed(by: " ", did(act, isVouched: isVouched, code: code)))
    }

    private static func did(_ act: Act?, isVouched: Bool, code: String) -> Phrase {
        switch act {
        case .register:
            Phrase(
                ru: "передала вашу регистрацию", kk: "тіркелуіңізді жіберді", en: "handed your registration over")
        case .consent:
            Phrase(
                ru: "передала ваше согласие", kk: "келісіміңізді жіберді", en: "handed your consent over")
        case .addContact:
            Phrase(ru: "передала ваш адрес", kk: "мекенжайыңызды жіберді", en: "handed an address of yours over")
        case .confirmContact where isVouched:
            Phrase(
                ru: "поручилась, что адрес ваш", kk: "мекенжайдың сіздікі екеніне кепілдік берді",
                en: "vouched that an address is yours")
        case .readSubject: Phrase(ru: "прочитала ваши данные", kk: "деректеріңізді оқыды", en: "read data of yours")
        case .lookup:
            Phrase(ru: "искала вас по адресу", kk: "сізді мекенжай бойынша іздеді", en: "looked you up by an address")
        default: .invariable(code)
        }
    }
}
