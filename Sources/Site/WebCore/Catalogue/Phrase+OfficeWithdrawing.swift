import Primitives

/// Words of withdrawing consents on a request, in the office.
extension Phrase {
    package static let officeWithdrawTitle = Phrase(
        ru: "Отозвать согласия", kk: "Келісімдерді кері қайтарып алу", en: "Withdraw consents")
    package static let officeWithdrawLead = Phrase(
        ru:
            "Обработка по ним прекратится сразу, как при отзыве в кабинете; человек это увидит. Дать согласие снова может только сам человек.",
        kk:
            "Олар бойынша өңдеу кабинетте кері қайтарып алғандағыдай бірден тоқтайды; адам мұны көреді. Келісімді тек өзі қайта бере алады.",
        en:
            "What rests on them stops at once, as with a withdrawal in the account; the person sees it. Only the person can consent again."
    )
    package static let officeWithdrawWhich = Phrase(
        ru: "Какие согласия отзывает человек?", kk: "Адам қай келісімдерді кері қайтарып алады?",
        en: "Which consents does the person withdraw?")
    package static let officeWithdrawVerb = Phrase(
        ru: "Отозвать отмеченные", kk: "Белгіленгендерді кері қайтарып алу", en: "Withdraw those ticked")
    package static let officeWithdrawNothing = Phrase(
        ru: "Действующих согласий больше нет.", kk: "Қолданыстағы келісім қалмады.", en: "No consent stands any more.")
    package static let officeWithdrawNone = Phrase(
        ru: "Отметьте хотя бы одно согласие", kk: "Кемінде бір келісімді белгілеңіз", en: "Tick at least one consent")
    package static let officeWithdrawDone = Phrase(
        ru: "Согласия отозваны. Теперь ответьте на обращение",
        kk: "Келісімдер кері қайтарып алынды. Енді өтінішке жауап беріңіз",
        en: "The consents are withdrawn. Now answer the request")
}
