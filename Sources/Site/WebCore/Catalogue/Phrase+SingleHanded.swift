import Access
import Primitives

/// Words about acts of two, and about one person who does both halves of them.
extension Phrase {
    /// Why the second half of an act of two cannot be done.
    package static func twoPersons(_ refusal: TwoPersonRefusal) -> Phrase {
        switch refusal {
        case .anotherNeeded: .anotherPersonNeeded
        case .notYet(let instant): .notBefore(.moment(instant))
        case .codeNeeded: .factorAgainMissing
        case .wrongCode: .factorAgainWrong
        case .locked(let instant): .factorAgainLocked(.clock(instant))
        }
    }

    package static let anotherPersonNeeded = Phrase(
        ru: "Первую половину сделали вы, вторую должен сделать другой человек.",
        kk: "Бірінші жартысын сіз жасадыңыз, екінші жартысын басқа адам жасауы керек.",
        en: "You did the first half; another person must do the second.")
    package static func notBefore(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Ещё рано: это можно сделать не раньше \(moment.ru).",
            kk: "Әлі ерте: мұны жасауға болатын ең ерте уақыт: \(moment.kk).",
            en: "It is too early: this can be done from \(moment.en) on.")
    }
    package static let factorAgain = Phrase(
        ru: "Второй фактор ещё раз", kk: "Екінші фактор тағы бір рет", en: "Second factor again")
    package static let factorAgainHint = Phrase(
        ru: "Вы работаете в одиночку, поэтому нужен новый код из приложения или код восстановления.",
        kk: "Жалғыз жұмыс істейсіз, сондықтан қосымшадағы жаңа код немесе қалпына келтіру коды керек.",
        en: "You work alone, so a fresh code from the app is needed, or a recovery code.")
    package static let factorAgainMissing = Phrase(
        ru: "Введите новый код из приложения или код восстановления",
        kk: "Қосымшадағы жаңа кодты немесе қалпына келтіру кодын енгізіңіз",
        en: "Enter a fresh code from the app, or a recovery code")
    package static let factorAgainWrong = Phrase(
        ru: "Код не подошёл или уже использован. Дождитесь следующего в приложении",
        kk: "Код сәйкес келмеді немесе қолданылып қойған. Қосымшадағы келесі кодты күтіңіз",
        en: "The code does not fit or has been used. Wait for the next one in the app")
    package static func factorAgainLocked(_ clock: Phrase) -> Phrase {
        Phrase(
            ru: "Слишком много неверных кодов. Следующий можно ввести в \(clock.ru)",
            kk: "Қате код тым көп енгізілді. Келесісін енгізуге болатын уақыт: \(clock.kk)",
            en: "Too many wrong codes. The next one can be entered at \(clock.en)")
    }

    package static let officeAgainTitle = Phrase(
        ru: "Возражение на ваш отказ", kk: "Сіздің бас тартуыңызға қарсылық", en: "An objection to your own refusal")
    package static func officeAgainLead(_ moment: Phrase) -> Phrase {
        Phrase(
            ru:
                "Вы работаете в одиночку, поэтому решаете ещё раз сами: не раньше \(moment.ru) и с новым кодом второго фактора. Решение помечается словами «в одиночку».",
            kk:
                "Жалғыз жұмыс істейсіз, сондықтан тағы да өзіңіз шешесіз, екінші фактордың жаңа кодымен. Ең ерте уақыты: \(moment.kk). Шешімге «жалғыз өзі» белгісі қойылады.",
            en:
                "You work alone, so you decide it again yourself: from \(moment.en) on, and with a fresh code of the second factor. The decision is marked “single-handed”."
        )
    }
    package static let officeOtherLead = Phrase(
        ru: "Решает другой проверяющий. Если его нет, администратор приглашает его на странице «Работники».",
        kk: "Басқа тексеруші шешеді. Ол болмаса, әкімші оны «Қызметкерлер» бетінде шақырады.",
        en: "Another reviewer decides. If there is none, an administrator invites one on the page “Staff”.")
    package static func officeAgainFrom(_ moment: Phrase) -> Phrase {
        Phrase(ru: "не раньше \(moment.ru)", kk: "ең ерте уақыты: \(moment.kk)", en: "from \(moment.en) on")
    }
    package static let officeAgain = Phrase(ru: "решать вам", kk: "өзіңіз шешесіз", en: "yours again")
    package static let officeOtherNeeded = Phrase(
        ru: "нужен другой проверяющий", kk: "басқа тексеруші қажет", en: "another reviewer needed")
    package static let officeOwnAlone = Phrase(
        ru:
            "Почта в ней та же, с которой вы входите, и больше никто здесь не работает. Пригласите второго проверяющего на странице «Работники» или отзовите регистрацию в её кабинете.",
        kk:
            "Ондағы пошта сіз кіретін поштамен бірдей, ал мұнда басқа ешкім жұмыс істемейді. «Қызметкерлер» бетінде екінші тексерушіні шақырыңыз немесе тіркелуді оның кабинетінде кері қайтарып алыңыз.",
        en:
            "Its e-mail is the one with which you sign in, and nobody else works here. Invite a second reviewer on the page “Staff”, or withdraw the registration in its account."
    )

    package static let officeAlone = Phrase(
        ru: "Вы работаете в одиночку", kk: "Жалғыз жұмыс істейсіз", en: "You act alone")
    /// - Parameters: how long one waits before an objection is decided, and before an edition is published.
    package static func officeAloneMeans(objection: Phrase, publication: Phrase) -> Phrase {
        Phrase(
            ru:
                "Где нужны двое, вы действуете дважды: после ожидания и с новым кодом второго фактора. Ожидание для возражения: \(objection.ru), для публикации политики: \(publication.ru). Такие действия помечены «в одиночку» в журнале и везде, где их видно.",
            kk:
                "Екі адам керек жерде екі рет әрекет етесіз: күткеннен кейін және екінші фактордың жаңа кодымен. Қарсылық үшін күту: \(objection.kk), саясатты жариялау үшін: \(publication.kk). Мұндай әрекеттерге журналда және көрінетін жердің бәрінде «жалғыз өзі» белгісі қойылады.",
            en:
                "Where two are needed, you act twice: after a wait, and with a fresh code of the second factor. The wait for an objection is \(objection.en), for publishing the policy \(publication.en). Such acts are marked “single-handed” in the ledger and wherever they are shown."
        )
    }
    package static let officeAloneEnds = Phrase(
        ru:
            "Этот порядок закончится навсегда, когда второй человек войдёт по приглашению и примет обязательство о неразглашении.",
        kk:
            "Екінші адам шақырумен кіріп, құпиялылықты сақтау міндеттемесін қабылдағанда, бұл тәртіп біржола аяқталады.",
        en:
            "This order ends for good when a second person comes in by invitation and accepts the confidentiality undertaking."
    )
    package static let officeSecondReviewer = Phrase(
        ru: "Нужен второй проверяющий", kk: "Екінші тексеруші қажет", en: "A second reviewer is needed")
    package static let officeSecondReviewerWhy = Phrase(
        ru:
            "Возражение на отказ решает другой проверяющий, а он здесь один. Пригласите ещё одного или дайте роль тому, кто уже работает.",
        kk:
            "Бас тартуға қарсылықты басқа тексеруші шешеді, ал мұнда ол біреу ғана. Тағы біреуін шақырыңыз немесе жұмыс істейтін адамға рөл беріңіз.",
        en:
            "An objection to a refusal is decided by another reviewer, and there is only one. Invite another, or give the role to somebody who works here."
    )
}
