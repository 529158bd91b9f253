import Primitives

/// Words of what waits at the counter.
extension Phrase {
    package static let counterUnfinished = Phrase(
        ru: "Не завершено", kk: "Аяқталмағандар", en: "Not finished")
    package static let counterUnfinishedLead = Phrase(
        ru:
            "Согласие получено, регистрация не отправлена. Начатое коллегой можно взять себе, но решение по этой регистрации примете тогда не вы.",
        kk:
            "Келісім алынған, тіркелу жіберілмеген. Әріптесіңіз бастағанын өзіңізге алуға болады, бірақ ол бойынша шешімді басқа қызметкер қабылдайды.",
        en:
            "The person has agreed, and the registration is not sent. What a colleague began can be taken over; somebody else then decides it."
    )
    package static let counterUntold = Phrase(
        ru: "Сообщить лично", kk: "Жеке хабарлау керек", en: "To be told in person")
    package static let counterUntoldLead = Phrase(
        ru: "Решение принято, а подтверждённого адреса у человека нет: сообщение ему не придёт.",
        kk: "Шешім қабылданды, бірақ адамның расталған мекенжайы жоқ: оған хабарлама бармайды.",
        en: "It is decided, and the person has confirmed no address: no message reaches them.")
    package static let counterTold = Phrase(ru: "Сообщено", kk: "Хабарланды", en: "Told")
    package static let counterTake = Phrase(ru: "Взять себе", kk: "Өзіме алу", en: "Take over")
    package static let counterGoOn = Phrase(ru: "Продолжить", kk: "Жалғастыру", en: "Go on")
    package static let counterPaperDue = Phrase(
        ru: "Нет снимка подписанной бумаги", kk: "Қол қойылған қағаздың суреті жоқ",
        en: "No picture of the signed paper")
    package static let counterRegistrant = Phrase(ru: "Кто регистрируется", kk: "Кім тіркеледі", en: "Who registers")
    package static let counterNumber = Phrase(ru: "Регистрация", kk: "Тіркелу", en: "Registration")
    package static let counterState = Phrase(ru: "Состояние", kk: "Күйі", en: "State")
    package static let counterSince = Phrase(ru: "Начата", kk: "Басталған уақыты", en: "Begun")
    package static let counterAction = Phrase(ru: "Действие", kk: "Әрекет", en: "Action")
}
