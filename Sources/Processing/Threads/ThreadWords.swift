import Documents
import Primitives

extension ThreadRow.State {
    package var title: Phrase {
        switch self {
        case .waiting: Phrase(ru: "ждёт ответа", kk: "жауап күтіп тұр", en: "waits for an answer")
        case .answered: Phrase(ru: "есть ответ", kk: "жауап берілді", en: "answered")
        case .unconfirmed: Phrase(ru: "адрес не подтверждён", kk: "мекенжай расталмаған", en: "address not confirmed")
        case .closed: Phrase(ru: "закрыта", kk: "жабылды", en: "closed")
        }
    }
}

extension ThreadWay {
    package var title: Phrase {
        switch self {
        case .account: Phrase(ru: "через кабинет", kk: "кабинет арқылы", en: "in the account")
        case .contactPage: Phrase(ru: "со страницы контактов", kk: "байланыс бетінен", en: "from the contacts page")
        case .letter, .strangersLetter:
            Phrase(
                ru: "по почте, отправитель не подтверждён", kk: "поштамен, жіберушісі расталмаған",
                en: "by mail, sender not proved")
        case .telephone: Phrase(ru: "по телефону", kk: "телефонмен", en: "by telephone")
        case .whatsapp: Phrase(ru: "WhatsApp", kk: "WhatsApp", en: "WhatsApp")
        case .telegram: Phrase(ru: "Telegram", kk: "Telegram", en: "Telegram")
        case .visit: Phrase(ru: "при личной встрече", kk: "жеке келгенде", en: "in person")
        }
    }
}

extension DocumentRow.Sender {
    /// By which way a file came; nil where it needs no telling.
    package var way: Phrase? { self == .letter ? ThreadWay.letter.title : nil }
}

extension ThreadDirection {
    package var title: Phrase {
        switch self {
        case .incoming: Phrase(ru: "от человека", kk: "адамнан", en: "from the person")
        case .outgoing: Phrase(ru: "от оператора", kk: "оператордан", en: "from the operator")
        }
    }
}
