import Primitives

extension Problem.Code {
    /// The kind in a few words.
    package var title: Phrase {
        switch self {
        case .malformed:
            Phrase(
                ru: "Запрос не удалось прочитать", kk: "Сұрауды оқу мүмкін болмады", en: "The request cannot be read")
        case .keyMissing:
            Phrase(
                ru: "Нет заголовка Idempotency-Key", kk: "Idempotency-Key тақырыбы жоқ",
                en: "The header Idempotency-Key is missing")
        case .notAuthenticated:
            Phrase(ru: "Нужен действующий ключ", kk: "Жарамды кілт керек", en: "A valid key is needed")
        case .notAllowed: Phrase(ru: "Это не разрешено", kk: "Бұған рұқсат жоқ", en: "This is not allowed")
        case .notFound: Phrase(ru: "Ничего не найдено", kk: "Ештеңе табылмады", en: "Nothing was found")
        case .conflict: Phrase(ru: "Состояние уже другое", kk: "Күйі өзгеріп кеткен", en: "The state has changed")
        case .otherEdition:
            Phrase(ru: "Действует другая редакция", kk: "Басқа редакция күшінде", en: "Another edition is in force")
        case .inProgress:
            Phrase(
                ru: "Такой же запрос выполняется", kk: "Дәл осындай сұрау орындалып жатыр",
                en: "The same request is being worked on")
        case .gone: Phrase(ru: "Этого больше нет", kk: "Бұл енді жоқ", en: "It is no longer there")
        case .tooLarge: Phrase(ru: "Слишком большой запрос", kk: "Сұрау тым үлкен", en: "The request is too large")
        case .unsupportedMediaType:
            Phrase(ru: "Принимается только JSON", kk: "Тек JSON қабылданады", en: "Only JSON is taken")
        case .misdirected:
            Phrase(
                ru: "Запрос пришёл не туда", kk: "Сұрау басқа жерге келді", en: "The request came to the wrong place")
        case .invalid: Phrase(ru: "Данные не приняты", kk: "Деректер қабылданбады", en: "The data are not accepted")
        case .otherBody:
            Phrase(
                ru: "Ключ повтора уже занят", kk: "Қайталау кілті бос емес", en: "The idempotency key was used before")
        case .tooMany: Phrase(ru: "Слишком много запросов", kk: "Сұрау тым көп", en: "Too many requests")
        case .internalError:
            Phrase(ru: "Сбой на сервере", kk: "Серверде ақау болды", en: "The server failed")
        case .unavailable: Phrase(ru: "Сейчас нельзя", kk: "Қазір болмайды", en: "Not possible now")
        case .noRoom: Phrase(ru: "На диске нет места", kk: "Дискіде орын жоқ", en: "The disk is full")
        }
    }

    /// What happened, and what to do now.
    package var detail: Phrase {
        switch self {
        case .malformed:
            Phrase(
                ru: "Тело запроса должно быть одним объектом JSON. Ничего не сделано.",
                kk: "Сұраудың денесі бір JSON нысаны болуы керек. Ештеңе жасалмады.",
                en: "The body must be one JSON object. Nothing was done.")
        case .keyMissing:
            Phrase(
                ru: "Дайте запросу свой Idempotency-Key, чтобы его можно было безопасно повторить.",
                kk: "Сұрауды қауіпсіз қайталауға болатындай етіп, оған өз Idempotency-Key мәнін беріңіз.",
                en: "Give the request an Idempotency-Key of its own, so that it can be repeated safely.")
        case .notAuthenticated:
            Phrase(
                ru: "Ключа нет, он неизвестен или его действие прекращено.",
                kk: "Кілт жоқ, ол белгісіз немесе оның қолданылуы тоқтатылған.",
                en: "There is no key, it is unknown, or it has been ended.")
        case .notAllowed:
            Phrase(
                ru: "Политика или границы ключа не разрешают это. Ничего не показано и не изменено.",
                kk: "Бұған саясат немесе кілттің шегі рұқсат бермейді. Ештеңе көрсетілмеді, ештеңе өзгертілмеді.",
                en: "The policy or the bounds of the key do not allow it. Nothing was shown and nothing was changed.")
        case .notFound:
            Phrase(ru: "По этому адресу ничего нет.", kk: "Бұл мекенжайда ештеңе жоқ.", en: "There is nothing here.")
        case .conflict:
            Phrase(
                ru: "Посмотрите, что изменилось, и повторите, если нужно.",
                kk: "Не өзгергенін қарап, қажет болса, қайталаңыз.",
                en: "Look at what has changed, and repeat the request if need be.")
        case .otherEdition:
            Phrase(
                ru: "Показанный текст согласия не из действующей редакции. Покажите человеку новый текст.",
                kk: "Көрсетілген келісім мәтіні күшіндегі редакциядан алынбаған. Адамға жаңа мәтінді көрсетіңіз.",
                en: "The text of the consent is not that of the edition in force. Show the person the new text.")
        case .inProgress:
            Phrase(
                ru: "Подождите секунду и повторите с тем же ключом.", kk: "Бір секунд күтіп, сол кілтпен қайталаңыз.",
                en: "Wait a second and repeat it with the same key.")
        case .gone:
            Phrase(
                ru: "Данные этого человека уничтожены. Новой регистрации не сделано.",
                kk: "Бұл адамның деректері жойылған. Жаңа тіркелу жасалмады.",
                en: "This person’s data are destroyed. No new registration was made.")
        case .tooLarge:
            Phrase(
                ru: "Тело запроса может занимать не больше 64 КиБ.", kk: "Сұраудың денесі 64 КиБ аспауы керек.",
                en: "The body may hold 64 KiB at most.")
        case .unsupportedMediaType:
            Phrase(
                ru: "Отправьте тело запроса с типом application/json.",
                kk: "Сұраудың денесін application/json түрімен жіберіңіз.",
                en: "Send the body as application/json.")
        case .misdirected:
            Phrase(
                ru: "Обращайтесь к адресу сайта и по шифрованному соединению. Ничего не сделано.",
                kk: "Сайттың өз мекенжайына шифрланған байланыс арқылы жүгініңіз. Ештеңе жасалмады.",
                en: "Ask at the site’s own address, over an encrypted connection. Nothing was done.")
        case .invalid:
            Phrase(
                ru: "Ничего не сделано. Что исправить, сказано в errors.",
                kk: "Ештеңе жасалмады. Не түзету керегі errors ішінде айтылған.",
                en: "Nothing was done. What to mend stands in errors.")
        case .otherBody:
            Phrase(
                ru: "С этим ключом уже приходил другой запрос. Дайте новому запросу новый ключ.",
                kk: "Бұл кілтпен бұрын басқа сұрау келген. Жаңа сұрауға жаңа кілт беріңіз.",
                en: "Another request came with this key before. Give a new request a new key.")
        case .tooMany:
            Phrase(
                ru: "Предел на минуту или на день исчерпан. Повторите позже.",
                kk: "Минутқа немесе күнге берілген шек таусылды. Кейінірек қайталаңыз.",
                en: "What may be asked in a minute or a day is used up. Try again later.")
        case .internalError, .unavailable:
            Phrase(
                ru: "Ничего не сделано. Повторите через минуту.",
                kk: "Ештеңе жасалмады. Бір минуттан кейін қайталаңыз.",
                en: "Nothing was done. Try again in a minute.")
        case .noRoom:
            Phrase(
                ru: "Новое пока не принимается. Читать уже записанное можно.",
                kk: "Жаңа дерек әзірге қабылданбайды. Жазылғанды оқуға болады.",
                en: "Nothing new is taken for now. What is stored can be read.")
        }
    }
}
