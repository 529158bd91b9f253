import Primitives

/// What is said when something cannot be done: what happened, and what can be done now.
extension Phrase {
    static let sentFromElsewhere = Phrase(
        ru:
            "Это действие начато не на нашем сайте, поэтому ничего не сделано. Откройте нужную страницу и повторите.",
        kk: "Бұл әрекет біздің сайттан басталмаған, сондықтан ештеңе жасалмады. Қажетті бетті ашып, қайталаңыз.",
        en: "This was not started on our site, so nothing was done. Open the page you need and try again.")
    static let formTooOld = Phrase(
        ru: "Форма открыта слишком давно или в другом окне браузера, поэтому ничего не сделано. "
            + "Вернитесь назад, обновите страницу и отправьте ещё раз. Для отправки нужны файлы cookie.",
        kk: "Нысан тым бұрын немесе браузердің басқа терезесінде ашылған, сондықтан ештеңе жасалмады. "
            + "Артқа қайтып, бетті жаңартыңыз да, қайта жіберіңіз. Жіберу үшін cookie файлдары қажет.",
        en: "The form was opened too long ago or in another browser window, so nothing was done. "
            + "Go back, reload the page and send it again. Sending needs cookies.")
    static let resendTitle = Phrase(
        ru: "Отправьте ещё раз", kk: "Тағы бір рет жіберіңіз", en: "Send it once more")
    static let resendTooOld = Phrase(
        ru: "Страница была открыта слишком давно, поэтому пока ничего не сделано. Введённое не потеряно.",
        kk: "Бет тым ертерек ашылған, сондықтан әзірге ештеңе жасалмады. Енгізгеніңіз жоғалған жоқ.",
        en: "The page was opened too long ago, so nothing has been done yet. What you entered is not lost.")
    static let resendNeedsCookies = Phrase(
        ru: "Если эта страница появится снова, разрешите в браузере файлы cookie: без них форму отправить нельзя.",
        kk: "Бұл бет қайта шықса, браузерде cookie файлдарына рұқсат беріңіз: оларсыз нысанды жіберу мүмкін емес.",
        en: "Should this page appear again, allow cookies in the browser: no form can be sent without them.")
    static let sendOnceMore = Phrase(ru: "Отправить ещё раз", kk: "Қайта жіберу", en: "Send once more")
    static let sessionOver = Phrase(ru: "Сеанс закончился", kk: "Сеанс аяқталды", en: "The session has ended")
    static let resendSessionOver = Phrase(
        ru: "Поэтому пока ничего не сделано. Введённое не потеряно: оно ждёт на этой странице.",
        kk: "Сондықтан әзірге ештеңе жасалмады. Енгізгеніңіз жоғалған жоқ: осы бетте тұр.",
        en: "So nothing has been done yet. What you entered is not lost: it waits on this page.")
    static let resendSignIn = Phrase(
        ru: "Войдите: откроется новая вкладка.", kk: "Кіріңіз: жаңа қойынды ашылады.",
        en: "Sign in: a new tab opens.")
    static let resendThenSend = Phrase(
        ru: "Вернитесь на эту вкладку и отправьте.", kk: "Осы қойындыға оралып, жіберіңіз.",
        en: "Come back to this tab and send it.")
    static let misdirectedTitle = Phrase(
        ru: "Сайт открыт по другому адресу", kk: "Сайт басқа мекенжай арқылы ашылған",
        en: "The site was opened at another address")
    static let misdirectedLead = Phrase(
        ru: "Отправленное не принято: оно пришло не на адрес нашего сайта или без шифрования. "
            + "Откройте сайт по его адресу и повторите.",
        kk: "Жіберілген дерек қабылданбады: ол сайтымыздың мекенжайына келмеді немесе шифрланбаған. "
            + "Сайтты өз мекенжайы арқылы ашып, қайталаңыз.",
        en: "What you sent was not taken: it did not come to our site’s address, or came unencrypted. "
            + "Open the site at its own address and try again.")
    static let requestNumber = Phrase(
        ru: "Если будете нам писать, укажите номер запроса:", kk: "Бізге жазсаңыз, осы сұраудың нөмірін көрсетіңіз:",
        en: "If you write to us, give the number of this request:")

    static func refusalHeading(_ kind: RefusalKind?) -> Phrase {
        switch kind {
        case .invalid: Phrase(ru: "Это нельзя принять", kk: "Мұны қабылдау мүмкін емес", en: "This cannot be accepted")
        case .unauthenticated: Phrase(ru: "Сначала войдите", kk: "Алдымен кіріңіз", en: "Sign in first")
        case .forbidden: Phrase(ru: "Это вам недоступно", kk: "Бұл сізге қолжетімсіз", en: "You may not do this")
        case .notFound: Phrase(ru: "Такой страницы нет", kk: "Мұндай бет жоқ", en: "There is no such page")
        case .conflict:
            Phrase(
                ru: "Пока вы работали, всё изменилось", kk: "Осы арада бәрі өзгерді", en: "It has changed meanwhile")
        case .gone: Phrase(ru: "Срок этой страницы истёк", kk: "Бұл беттің мерзімі өтті", en: "This page has expired")
        case .tooLarge: Phrase(ru: "Слишком большой объём", kk: "Көлемі тым үлкен", en: "This is too large")
        case .tooMany: Phrase(ru: "Слишком много попыток", kk: "Әрекет тым көп", en: "Too many attempts")
        case .unavailable: Phrase(ru: "Сейчас это невозможно", kk: "Қазір мүмкін емес", en: "Not possible right now")
        case nil: Phrase(ru: "Ошибка на нашей стороне", kk: "Біздің тараптан қате болды", en: "An error on our side")
        }
    }

    static func refusalExplanation(_ kind: RefusalKind?) -> Phrase {
        switch kind {
        case .invalid:
            Phrase(
                ru: "Вернитесь назад и проверьте, что введено.", kk: "Артқа қайтып, енгізілгенді тексеріңіз.",
                en: "Go back and check what was entered.")
        case .unauthenticated:
            Phrase(
                ru: "Эта страница видна только после входа.", kk: "Бұл бет кіргеннен кейін ғана көрінеді.",
                en: "This page is shown only after you sign in.")
        case .forbidden:
            Phrase(
                ru: "Политика не разрешает это действие. Ничего не было показано и ничего не изменено.",
                kk: "Саясат бұл әрекетке рұқсат бермейді. Ештеңе көрсетілмеді және өзгертілмеді.",
                en: "The policy does not allow it. Nothing was shown and nothing was changed.")
        case .notFound:
            Phrase(
                ru: "Проверьте адрес или начните с главной страницы.",
                kk: "Мекенжайды тексеріңіз немесе басты беттен бастаңыз.",
                en: "Check the address or start from the home page.")
        case .conflict:
            Phrase(
                ru: "Откройте страницу заново, посмотрите, что изменилось, и повторите, если нужно.",
                kk: "Бетті қайта ашып, не өзгергенін қараңыз, қажет болса, қайталаңыз.",
                en: "Open the page again, see what has changed, and try again if need be.")
        case .gone:
            Phrase(
                ru: "Начните заново с главной страницы.", kk: "Басты беттен қайта бастаңыз.",
                en: "Start again from the home page.")
        case .tooLarge:
            Phrase(
                ru: "Сократите текст или выберите файл поменьше.",
                kk: "Мәтінді қысқартыңыз немесе кішірек файл таңдаңыз.",
                en: "Shorten the text or choose a smaller file.")
        case .tooMany:
            Phrase(
                ru: "Подождите несколько минут и повторите. Ничего не потеряно.",
                kk: "Бірнеше минут күтіп, қайталаңыз. Ештеңе жоғалған жоқ.",
                en: "Wait a few minutes and try again. Nothing is lost.")
        case .unavailable, nil:
            Phrase(
                ru: "Ничего не было сделано. Повторите через несколько минут.",
                kk: "Ештеңе жасалмады. Бірнеше минуттан кейін қайталаңыз.",
                en: "Nothing was done. Try again in a few minutes.")
        }
    }
}
