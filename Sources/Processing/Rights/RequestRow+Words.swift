import Primitives

extension RequestRow.State {
    package var title: Phrase {
        switch self {
        case .received: Phrase(ru: "получено", kk: "қабылданды", en: "received")
        case .inWork: Phrase(ru: "в работе", kk: "қаралып жатыр", en: "being worked on")
        case .answered: Phrase(ru: "есть ответ", kk: "жауап берілді", en: "answered")
        case .refused: Phrase(ru: "отказано", kk: "бас тартылды", en: "refused")
        case .withdrawn: Phrase(ru: "отозвано", kk: "кері қайтарып алынды", en: "withdrawn")
        case .done: Phrase(ru: "сделано сразу", kk: "бірден жасалды", en: "done at once")
        }
    }
}

extension RequestRow.Way {
    package var title: Phrase {
        switch self {
        case .account: Phrase(ru: "через кабинет", kk: "кабинет арқылы", en: "in the account")
        case .form: Phrase(ru: "без кабинета", kk: "кабинетсіз", en: "without an account")
        case .paper: Phrase(ru: "на бумаге", kk: "қағаз түрінде", en: "on paper")
        case .email: Phrase(ru: "по электронной почте", kk: "электрондық поштамен", en: "by e-mail")
        case .telephone: Phrase(ru: "по телефону", kk: "телефонмен", en: "by telephone")
        case .visit: Phrase(ru: "при личной встрече", kk: "жеке келгенде", en: "in person")
        }
    }
}
