import Primitives
import Registration

/// What happens next in each state of a registration, by whom, by when; and the words of an objection.
extension Phrase {
    package static let eventDraftDetails = Phrase(
        ru: "Дальше вы отправляете её на проверку. Что не отправлено в срок, уничтожается.",
        kk: "Одан әрі оны тексеруге жібересіз. Мерзімінде жіберілмегені жойылады.",
        en: "Next you send it to be reviewed. What is not sent in time is destroyed.")
    package static func reviewAfterSending(_ days: Phrase) -> Phrase {
        Phrase(
            ru: "Срок после отправки: \(days.ru)", kk: "Жібергеннен кейін \(days.kk) ішінде",
            en: "Within \(days.en) of sending")
    }
    package static let reviewInTurn = Phrase(ru: "По очереди", kk: "Кезекпен", en: "In turn")
    package static let reviewIsLate = Phrase(
        ru: "Этот день прошёл, мы опаздываем; проверка продолжается",
        kk: "Бұл күн өтті, біз кешігіп жатырмыз; тексеру жалғасуда",
        en: "That day has passed and we are late; the review goes on")
    package static let reviewerLooksAgain = Phrase(
        ru: "Проверяющий смотрит снова, без очереди", kk: "Тексеруші кезексіз қайта қарайды",
        en: "A reviewer looks again, ahead of the queue")
    package static let eventApprovedDetails = Phrase(
        ru: "Больше ничего делать не нужно.", kk: "Енді ештеңе істеудің қажеті жоқ.", en: "Nothing more is needed.")
    package static let eventRefusedDetails = Phrase(
        ru: "Дальше решаете вы: возразите до указанного срока или подайте заново в любое время.",
        kk:
            "Одан әрі өзіңіз шешесіз: көрсетілген мерзімге дейін қарсылық білдіріңіз немесе кез келген уақытта қайта тапсырыңыз.",
        en: "What comes next is up to you: object by the date given, or apply again at any time.")
    package static let eventRefusedForGood = Phrase(
        ru: "Подать заново можно в любое время.", kk: "Кез келген уақытта қайта тапсыруға болады.",
        en: "You can apply again at any time.")
    package static let eventScansEnd = Phrase(
        ru: "Сканы уничтожаются", kk: "Сканерленген көшірмелер жойылады", en: "The scans are destroyed")
    package static let eventScansEndDetails = Phrase(
        ru: "Сервер делает это сам; запись появится в списке «Кто смотрел».",
        kk: "Мұны сервер өзі жасайды; жазба «Кім қарады» тізімінде шығады.",
        en: "The server does it by itself; the entry will stand under “Who looked”.")

    private static func decisionTerm(_ days: Phrase) -> Phrase {
        Phrase(
            ru: " Срок решения: \(days.ru).", kk: " Шешім мерзімі: \(days.kk).",
            en: " The decision takes at most \(days.en).")
    }
    /// - Parameter review: how long the other reviewer has; nil when no term is promised.
    package static func mayObjectUntil(_ moment: Phrase, _ review: Phrase?) -> Phrase {
        let term = review.map(decisionTerm)
        return Phrase(
            ru: "Не согласны? До \(moment.ru) можно один раз возразить. Решит другой проверяющий.\(term?.ru ?? "")",
            kk:
                "Келіспейсіз бе? Бір рет қарсылық білдіре аласыз, мерзімі: \(moment.kk). Басқа тексеруші шешеді.\(term?.kk ?? "")",
            en: "You disagree? You can object once, until \(moment.en). Another reviewer decides.\(term?.en ?? "")")
    }
    /// The same where one person works alone, who decides again.
    ///
    /// - Parameter from: the earliest moment of the decision.
    package static func mayObjectUntil(_ moment: Phrase, again from: Phrase, _ review: Phrase?) -> Phrase {
        let term = review.map(decisionTerm)
        return Phrase(
            ru:
                "Не согласны? До \(moment.ru) можно один раз возразить. Здесь работает один человек, поэтому решит тот же проверяющий: не раньше \(from.ru).\(term?.ru ?? "")",
            kk:
                "Келіспейсіз бе? Бір рет қарсылық білдіре аласыз, мерзімі: \(moment.kk). Мұнда бір адам жұмыс істейді, сондықтан сол тексерушінің өзі шешеді. Ең ерте уақыты: \(from.kk).\(term?.kk ?? "")",
            en:
                "You disagree? You can object once, until \(moment.en). One person works here, so the same reviewer decides again: from \(from.en) on.\(term?.en ?? "")"
        )
    }
    package static func sameReviewerDetails(_ from: Phrase) -> Phrase {
        Phrase(
            ru:
                "Здесь работает один человек, поэтому решает тот, кто отказал: не раньше \(from.ru). В списке «Кто смотрел» это решение помечено «в одиночку».",
            kk:
                "Мұнда бір адам жұмыс істейді, сондықтан бас тартқан адамның өзі шешеді. Ең ерте уақыты: \(from.kk). «Кім қарады» тізімінде бұл шешімде «жалғыз өзі» белгісі тұрады.",
            en:
                "One person works here, so whoever refused decides again: from \(from.en) on. Under “Who looked” that decision is marked “single-handed”."
        )
    }
    package static let objectionLabel = Phrase(
        ru: "Почему вы не согласны", kk: "Неліктен келіспейсіз", en: "Why you disagree")
    package static func objectionHint(_ most: Int) -> Phrase {
        Phrase(
            ru: "Это прочтут вместе с первым решением. До \(most) знаков.",
            kk: "Мұны алғашқы шешіммен бірге оқиды. \(most) таңбаға дейін.",
            en: "It is read together with the first decision. Up to \(most) characters.")
    }
    package static func tooLongText(_ most: Int) -> Phrase {
        Phrase(
            ru: "Слишком длинно: сократите до \(most) знаков", kk: "Тым ұзын: \(most) таңбаға дейін қысқартыңыз",
            en: "Too long: shorten it to \(most) characters")
    }
    package static func decidedBy(_ day: Phrase) -> Phrase {
        Phrase(
            ru: "Решение будет \(day.ru)", kk: "Шешім қабылдау \(day.kk)", en: "It is decided \(day.en)")
    }
    package static let reviewerWrote = Phrase(
        ru: "Проверяющий написал:", kk: "Тексеруші былай жазды:", en: "The reviewer wrote:")
    package static let youWrote = Phrase(ru: "Вы написали:", kk: "Сіз былай жаздыңыз:", en: "You wrote:")

    /// In which state a registration is, to whom it concerns.
    package static func registrationState(_ state: RegistrationRow.State) -> Phrase {
        switch state {
        case .draft: .stateDraft
        case .sent: .stateSent
        case .inReview: .stateInReview
        case .moreAsked: .stateMoreAsked
        case .approved: .stateRegistered
        case .refused: .stateRefused
        case .lapsed: .stateLapsed
        }
    }
}
