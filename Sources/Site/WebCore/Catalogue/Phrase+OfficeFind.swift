import Primitives
import Registration

/// Words of the search for a person.
extension Phrase {
    package static let officeFindTitle = Phrase(ru: "Найти человека", kk: "Адамды табу", en: "Find a person")
    package static let officeFindLead = Phrase(
        ru:
            "Поиск записывается всегда, и человек его увидит. Покажем номер, состояние и то, что открывает цель: первые буквы имени или часть адреса.",
        kk:
            "Іздеу әрқашан жазылады, оны адам да көреді. Нөмірі, күйі және мақсат ашатыны ғана көрсетіледі: аты-жөннің бірінші әріптері не мекенжайдың бөлігі.",
        en:
            "A search is always recorded, and the person sees it. Number, state and what the purpose opens are shown: the first letters of the name, or a part of the address."
    )
    package static let officeFindNoName = Phrase(
        ru: "для этой цели не показывается", kk: "бұл мақсат үшін көрсетілмейді", en: "not shown for this purpose")
    package static let officeFindAddresses = Phrase(
        ru: "Подтверждено", kk: "Расталған", en: "Confirmed")
    package static let officeFindPurpose = Phrase(ru: "Для чего", kk: "Не үшін", en: "What for")
    package static let officeFindPurposeMissing = Phrase(
        ru: "Выберите, для чего ищете", kk: "Не үшін іздейтініңізді таңдаңыз", en: "Choose what you search for")
    package static let officeFindReason = Phrase(ru: "Почему", kk: "Неліктен", en: "Why")
    package static func officeFindReason(_ code: String) -> Phrase {
        switch code {
        case "calls": Phrase(ru: "Человек звонит", kk: "Адам қоңырау шалып тұр", en: "The person calls")
        case "wrote": Phrase(ru: "Человек написал", kk: "Адам жазды", en: "The person wrote")
        case "visits": Phrase(ru: "Человек пришёл", kk: "Адам келді", en: "The person is here")
        default:
            Phrase(
                ru: "Этого требует закон или обязанность оператора", kk: "Заң не оператордың міндеті талап етеді",
                en: "The law or a duty of the operator asks for it")
        }
    }
    package static let officeFindReasonMissing = Phrase(
        ru: "Выберите, почему ищете", kk: "Неліктен іздейтініңізді таңдаңыз", en: "Choose why you search")
    package static let officeFindThread = Phrase(
        ru: "Поиск — для переписки, из которой вы пришли.", kk: "Іздеу – сіз ашқан хат алмасу үшін.",
        en: "The search is for the thread from which you came.")
    package static let officeFindSought = Phrase(
        ru: "Номер регистрации, телефон или почта", kk: "Тіркелу нөмірі, телефон немесе пошта",
        en: "Registration number, telephone or e-mail")
    package static let officeFindSoughtHint = Phrase(
        ru: "Телефон и почта — подтверждённые.", kk: "Телефон мен пошта – расталған.",
        en: "Telephone and e-mail: confirmed ones.")
    package static let officeFindSoughtMissing = Phrase(
        ru: "Нужен номер регистрации, телефон или почта целиком",
        kk: "Тіркелу нөмірі, телефон немесе пошта толық керек", en: "A whole registration number, telephone or e-mail")
    package static let officeFindVerb = Phrase(ru: "Найти", kk: "Табу", en: "Find")
    package static let officeFindNobody = Phrase(ru: "Никого не найдено", kk: "Ешкім табылмады", en: "Nobody was found")
    package static let officeFindRecorded = Phrase(
        ru: "Поиск записан в журнал.", kk: "Іздеу журналға жазылды.", en: "The search is on the ledger.")
    package static func officeFindSeveral(_ count: Int) -> Phrase {
        Phrase(
            ru: "Этот адрес подтвердили несколько человек: \(count)",
            kk: "Бұл мекенжайды бірнеше адам растаған: \(count)",
            en: "Several people have confirmed this address: \(count)")
    }
    package static let officeFindAskNumber = Phrase(
        ru: "Спросите номер регистрации и ищите по нему.", kk: "Тіркелу нөмірін сұрап, сол бойынша іздеңіз.",
        en: "Ask for the registration number and search by it.")
    package static let officeFindOne = Phrase(
        ru: "Такой человек есть", kk: "Мұндай адам бар", en: "There is such a person")
    package static let officeFindCase = Phrase(ru: "К делу", kk: "Іске", en: "To the case")
    package static let officeFindForThread = Phrase(
        ru: "Найти человека для этой переписки", kk: "Осы хат алмасу үшін адамды табу",
        en: "Find a person for this thread")
    package static func officeFindState(_ state: RegistrationRow.State) -> Phrase {
        switch state {
        case .draft:
            Phrase(ru: "не закончил регистрацию", kk: "тіркелуін аяқтамаған", en: "has not finished registering")
        case .sent, .inReview: Phrase(ru: "ждёт проверки", kk: "тексеруді күтіп тұр", en: "waits for the review")
        case .moreAsked: Phrase(ru: "должен прислать ещё", kk: "тағы жіберуі керек", en: "is to send more")
        case .approved: Phrase(ru: "зарегистрирован", kk: "тіркелген", en: "is registered")
        case .refused: Phrase(ru: "получил отказ", kk: "бас тартылған", en: "was refused")
        case .lapsed: Phrase(ru: "регистрация прекращена", kk: "тіркелуі тоқтатылған", en: "registration has lapsed")
        }
    }
}
