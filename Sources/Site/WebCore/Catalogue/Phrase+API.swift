import Permits
import Policy
import Primitives

/// What is wrong with a request of a programme, and how to mend it.
extension Phrase {
    package static let apiMissing = Phrase(ru: "Значения нет", kk: "Мәні жоқ", en: "The value is missing")
    package static let apiOtherType = Phrase(
        ru: "Значение другого типа, чем описано", kk: "Мәннің түрі сипатталғаннан басқа",
        en: "The value is of another type than described")
    package static func apiUnknownMember(_ known: String) -> Phrase {
        Phrase(
            ru: "Здесь могут стоять только эти имена: \(known)", kk: "Мұнда тек мына атаулар тұра алады: \(known)",
            en: "Only these names may stand here: \(known)")
    }
    package static let apiLanguageUnknown = Phrase(
        ru: "Языки: ru, kk, en", kk: "Тілдер: ru, kk, en", en: "The languages are ru, kk and en")
    package static let apiPurposeMissing = Phrase(
        ru: "Назовите цель из политики", kk: "Саясаттағы мақсатты атаңыз", en: "Name a purpose of the policy")
    package static let apiPurposeUnknown = Phrase(
        ru: "В действующей политике такой цели нет", kk: "Күшіндегі саясатта мұндай мақсат жоқ",
        en: "The policy in force has no such purpose")
    package static let apiPurposeOther = Phrase(
        ru: "Регистрация делается для цели service", kk: "Тіркелу service мақсаты үшін жасалады",
        en: "A registration is made for the purpose service")
    package static let apiCaseWrong = Phrase(
        ru: "Укажите номер своего дела: латинские буквы, цифры, точка, дефис, подчёркивание; до 64 знаков",
        kk: "Өз ісіңіздің нөмірін жазыңыз: латын әріптері, цифрлар, нүкте, дефис, астын сызу белгісі; 64 таңбаға дейін",
        en:
            "Give a case number of your own: Latin letters, digits, full stop, hyphen, underscore; 64 characters at most"
    )
    package static let apiKeyWrong = Phrase(
        ru: "Ключ повтора: до 128 печатных знаков ASCII без пробелов и кавычек",
        kk: "Қайталау кілті: бос орынсыз және тырнақшасыз, 128-ге дейін басылатын ASCII таңбасы",
        en: "An idempotency key has up to 128 printable ASCII characters without blanks and quotation marks")
    package static let apiFieldsMissing = Phrase(
        ru: "Назовите поля через запятую", kk: "Өрістерді үтір арқылы атаңыз",
        en: "Name the fields, with commas between")
    package static let apiFieldUnknown = Phrase(
        ru: "В действующей политике такого поля нет", kk: "Күшіндегі саясатта мұндай өріс жоқ",
        en: "The policy in force has no such field")
    package static let apiNotSearchable = Phrase(
        ru: "Искать можно по почте и телефону", kk: "Пошта мен телефон бойынша іздеуге болады",
        en: "One can look up by e-mail and telephone")
    package static let apiAddressMissing = Phrase(
        ru: "Дайте хотя бы один адрес", kk: "Кемінде бір мекенжайды беріңіз", en: "Give at least one address")
    package static let apiNotGiven = Phrase(
        ru: "Поручиться можно только за переданный адрес", kk: "Тек берілген мекенжайға кепілдік беруге болады",
        en: "One can vouch only for an address that is given")
    package static let apiNotADigest = Phrase(
        ru: "Нужны 64 шестнадцатеричные цифры", kk: "64 он алтылық цифр керек", en: "64 hexadecimal digits are needed")
    package static let apiMayNotVouch = Phrase(
        ru: "Ключ не даёт права ручаться за этот адрес. Ничего не сохранено.",
        kk: "Кілт бұл мекенжайға кепілдік беруге құқық бермейді. Ештеңе сақталмады.",
        en: "The key does not allow vouching for this address. Nothing was stored.")

    /// Why the Gate said no, naming the clause.
    package static func apiRefusal(_ refusal: GateRefusal) -> Phrase {
        let why = apiReason(refusal.reason)
        return refusal.clause.map { why.followed(by: ": ", .clause($0.rawValue)) } ?? why
    }

    private static func apiReason(_ reason: GateRefusal.Reason) -> Phrase {
        switch reason {
        case .outsideBounds:
            Phrase(
                ru: "Ключ сделан не для этой цели или не для всех этих полей",
                kk: "Кілт бұл мақсатқа немесе осы өрістердің бәріне арналмаған",
                en: "The key was not made for this purpose or not for all of these fields")
        case .clauseVoid:
            Phrase(
                ru: "Пункт политики, который это разрешал, признан недействительным",
                kk: "Бұған рұқсат берген саясат тармағы жарамсыз деп танылған",
                en: "The clause of the policy that allowed it was declared void")
        case .notAllowedWhenCollected:
            Phrase(
                ru: "Данные собраны по редакции, которая этого не разрешает",
                kk: "Деректер бұған рұқсат бермейтін редакция бойынша жиналған",
                en: "The data were collected under an edition that does not allow it")
        case .noConsent:
            Phrase(
                ru: "Человек не дал на это согласия или отозвал его",
                kk: "Адам бұған келісім бермеген немесе оны кері қайтарып алған",
                en: "The person has not consented to it, or has withdrawn the consent")
        case .needsConsent:
            Phrase(
                ru: "Согласие законного представителя этого подростка прекращено",
                kk: "Бұл жасөспірімнің заңды өкілінің келісімі тоқтатылған",
                en: "The consent of this young person’s legal representative has ended")
        case .blocked:
            Phrase(
                ru: "Обработка данных этого человека приостановлена", kk: "Бұл адамның деректерін өңдеу тоқтатылған",
                en: "Processing of this person’s data is stopped")
        case .archived:
            Phrase(
                ru: "Цели достигнуты: данные этого человека в архиве по закону",
                kk: "Мақсаттарға жетілді: бұл адамның деректері заң бойынша архивте",
                en: "The purposes have ended: this person’s data are in the archive that a law requires")
        default:
            Phrase(
                ru: "Политика не разрешает это подключённым программам",
                kk: "Саясат қосылған бағдарламаларға бұған рұқсат бермейді",
                en: "The policy does not allow this to connected programmes")
        }
    }
}
