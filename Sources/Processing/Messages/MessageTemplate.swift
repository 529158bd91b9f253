import Primitives

/// What may be told to a person by e-mail or SMS: never personal data, only that something waits.
package enum MessageTemplate: String, Sendable, CaseIterable {
    /// `{code}`: six digits, for ten minutes.
    case code
    /// Somebody began to register with an address that is registered already.
    case alreadyRegistered
    /// The registration `{number}` was received.
    case received
    /// Something more is needed for `{number}`, until `{due}`.
    case moreAsked
    /// A reminder of it.
    case reminder
    /// `{number}` was decided: the answer waits in the account.
    case decided
    /// `{number}` has lapsed.
    case lapsed
    /// The password was changed.
    case passwordChanged
    /// Codes do not come: sent to the other channel.
    case accessEnded

    /// The subject line of an e-mail.
    package var subject: Phrase {
        switch self {
        case .code: Phrase(ru: "Код подтверждения", kk: "Растау коды", en: "Your confirmation code")
        case .alreadyRegistered:
            Phrase(
                ru: "У вас уже есть учётная запись", kk: "Сізде есептік жазба бар", en: "You already have an account")
        case .received: Phrase(ru: "Регистрация получена", kk: "Тіркелу қабылданды", en: "Registration received")
        case .moreAsked, .reminder:
            Phrase(ru: "Нужно ваше действие", kk: "Сіздің әрекетіңіз қажет", en: "Something is needed from you")
        case .decided: Phrase(ru: "Решение принято", kk: "Шешім қабылданды", en: "A decision has been made")
        case .lapsed: Phrase(ru: "Регистрация прекращена", kk: "Тіркелу тоқтатылды", en: "Registration has lapsed")
        case .passwordChanged: Phrase(ru: "Пароль изменён", kk: "Құпиясөз өзгертілді", en: "Password changed")
        case .accessEnded: Phrase(ru: "Доступ прекращён", kk: "Қолжетімділік тоқтатылды", en: "Access ended")
        }
    }

    /// The text, with `{name}` where a parameter stands; `{site}` is the address of the site.
    package var text: Phrase {
        switch self {
        case .code:
            Phrase(
                ru:
                    "Код: {code}. Действует 10 минут. Никому его не сообщайте. Если вы его не запрашивали, ничего не делайте.",
                kk:
                    "Код: {code}. 10 минут жарамды. Оны ешкімге айтпаңыз. Сұрамаған болсаңыз, ештеңе істеудің қажеті жоқ.",
                en: "Code: {code}. Valid for 10 minutes. Tell it to nobody. If you did not ask for it, do nothing.")
        case .alreadyRegistered:
            Phrase(
                ru:
                    "Кто-то, возможно вы, начал регистрацию с этим адресом. Учётная запись с ним уже есть: войдите на {site}. Если это были не вы, ничего не делайте.",
                kk:
                    "Біреу, мүмкін сіз, осы мекенжаймен тіркелуді бастады. Онымен есептік жазба бұрыннан бар: {site} сайтына кіріңіз. Бұл сіз болмасаңыз, ештеңе істеудің қажеті жоқ.",
                en:
                    "Someone, perhaps you, began to register with this address. It already has an account: sign in at {site}. If it was not you, do nothing."
            )
        case .received:
            Phrase(
                ru: "Регистрация {number} получена. Что будет дальше и когда, показано на {site}.",
                kk:
                    "{number} нөмірлі тіркелуіңіз қабылданды. Әрі қарай не және қашан болатыны {site} сайтында көрсетілген.",
                en: "Registration {number} was received. What happens next and when is shown at {site}.")
        case .moreAsked:
            Phrase(
                ru: "По регистрации {number} нужно ваше действие до {due}. Подробности на {site}.",
                kk: "{number} нөмірлі тіркелу бойынша {due} күніне дейін әрекетіңіз қажет. Толығырақ {site} сайтында.",
                en: "Registration {number} needs something from you by {due}. Details at {site}.")
        case .reminder:
            Phrase(
                ru: "Напоминание: по регистрации {number} ждём вашего действия до {due}. Подробности на {site}.",
                kk:
                    "Еске салу: {number} нөмірлі тіркелу бойынша {due} күніне дейін әрекетіңізді күтеміз. Толығырақ {site} сайтында.",
                en: "A reminder: registration {number} waits for you until {due}. Details at {site}.")
        case .decided:
            Phrase(
                ru: "По регистрации {number} принято решение. Оно ждёт вас на {site}.",
                kk: "{number} нөмірлі тіркелу бойынша шешім қабылданды. Ол сізді {site} сайтында күтеді.",
                en: "Registration {number} has been decided. The answer waits for you at {site}.")
        case .lapsed:
            Phrase(
                ru:
                    "Срок регистрации {number} истёк, присланные документы будут уничтожены. Начать снова можно на {site}.",
                kk:
                    "{number} нөмірлі тіркелудің мерзімі өтті, жіберілген құжаттар жойылады. {site} сайтында қайта бастауға болады.",
                en:
                    "The time of registration {number} is over, and the documents sent will be destroyed. You can begin again at {site}."
            )
        case .passwordChanged:
            Phrase(
                ru: "Пароль вашей учётной записи на {site} изменён. Если это были не вы, свяжитесь с нами.",
                kk:
                    "{site} сайтындағы есептік жазбаңыздың құпиясөзі өзгертілді. Бұл сіз болмасаңыз, бізге хабарласыңыз.",
                en: "The password of your account at {site} was changed. If it was not you, get in touch with us.")
        case .accessEnded:
            Phrase(
                ru: "Ваш доступ работника на {site} прекращён.",
                kk: "{site} сайтындағы қызметкер ретіндегі қолжетімділігіңіз тоқтатылды.",
                en: "Your staff access at {site} has ended.")
        }
    }

    /// The text with its parameters put in.
    package func text(in language: Language, _ parameters: [String: String]) -> String {
        var text = text[language]
        for (name, value) in parameters { text.replace("{\(name)}", with: value) }
        return text
    }
}
