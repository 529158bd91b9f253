import Primitives

extension MessageTemplate {
    /// The text of an SMS, with `{name}` where a parameter stands.
    ///
    /// One part of a Cyrillic SMS holds 70 characters (3GPP TS 23.038, UCS-2), one of a Latin SMS 160: the texts keep to
    /// one part with a site's address of 21 characters.
    package var short: Phrase {
        switch self {
        case .code:
            Phrase(
                ru: "{code} — код для {site}. Никому его не сообщайте.",
                kk: "{code} – {site} коды. Оны ешкімге айтпаңыз.",
                en: "{code} is your code for {site}. Tell it to nobody.")
        case .counterCode:
            Phrase(
                ru: "{code} — код для {site}, назовите его работнику",
                kk: "{code} – {site} коды, оны қызметкерге айтыңыз",
                en: "{code} is your code for {site}; tell it to staff")
        case .consentCode:
            Phrase(
                ru: "{code} — код согласия для {site}, скажите работнику",
                kk: "{code} – {site} келісім коды, қызметкерге айтыңыз",
                en: "{code} is your consent code for {site}; if you agree, tell it to staff")
        case .alreadyRegistered:
            Phrase(
                ru: "У этого номера уже есть учётная запись: {site}",
                kk: "Бұл нөмірдің есептік жазбасы бұрыннан бар: {site}",
                en: "This number already has an account: {site}")
        case .received:
            Phrase(
                ru: "Регистрация {number} получена. Что дальше: {site}",
                kk: "{number} тіркелуі қабылданды. Әрі қарай: {site}",
                en: "Registration {number} was received. What happens next: {site}")
        case .moreAsked:
            Phrase(
                ru: "Регистрация {number}: ответьте до {due}. {site}",
                kk: "{number} тіркелуі: жауап мерзімі {due}. {site}",
                en: "Registration {number} needs something from you by {due}: {site}")
        case .reminder:
            Phrase(
                ru: "Регистрация {number}: ждём ответа до {due} {site}",
                kk: "Еске салу: {number} тіркелу мерзімі {due} {site}",
                en: "A reminder: registration {number} needs something from you by {due}: {site}")
        case .decided:
            Phrase(
                ru: "По регистрации {number} принято решение: {site}",
                kk: "{number} тіркелуі туралы шешім қабылданды: {site}",
                en: "Registration {number} has been decided: {site}")
        case .lapsed:
            Phrase(
                ru: "Срок регистрации {number} истёк. Начать снова: {site}",
                kk: "{number} тіркелу мерзімі өтті. Қайта бастау: {site}",
                en: "The time of registration {number} is over. You can begin again: {site}")
        case .requestAnswered:
            Phrase(
                ru: "Ответ на ваше обращение ждёт в кабинете: {site}",
                kk: "Өтінішіңізге жауап кабинетте: {site}",
                en: "The answer to your request waits in your account: {site}")
        case .correctionProposed:
            Phrase(
                ru: "Предложено исправить данные: {site}", kk: "Деректерді түзету ұсынылды: {site}",
                en: "A correction of your data is proposed: {site}")
        case .requestEntered:
            Phrase(
                ru: "{number}: записано обращение. Не ваше? {site}",
                kk: "{number}: өтініш жазылды. Сіздікі емес пе? {site}",
                en: "A request of {number} was entered. If it was not you, tell us: {site}")
        case .dataBlocked:
            Phrase(
                ru: "Обработка данных {number} остановлена: {site}", kk: "{number} деректерін өңдеу тоқтатылды: {site}",
                en: "The processing of the data of {number} is blocked: {site}")
        case .dataUnblocked:
            Phrase(
                ru: "Обработка данных {number} возобновлена: {site}",
                kk: "{number} деректерін өңдеу қайта басталды: {site}",
                en: "The processing of the data of {number} has resumed: {site}")
        case .requestNotIdentified:
            Phrase(
                ru: "{number}: мы не узнали, кто вы. {site}", kk: "{number}: сізді анықтай алмадық. {site}",
                en: "Request {number}: we could not tell who you are. {site}")
        case .requestArchived:
            Phrase(
                ru: "{number}: ваши данные в архиве до {due} {site}",
                kk: "{number}: дерек архивте, мерзімі {due} {site}",
                en: "Request {number}: what a law makes us keep is archived until {due}: {site}")
        case .requestNothingHeld:
            Phrase(
                ru: "{number}: данных о вас у нас нет. {site}", kk: "{number}: сіз туралы деректер жоқ. {site}",
                en: "Request {number}: we hold no data about you. {site}")
        case .erasureComing:
            Phrase(
                ru: "Данные {number} уничтожаются: {site}", kk: "{number} деректері жойылады: {site}",
                en: "As you asked, the data of {number} are destroyed: {site}")
        case .messageWaits:
            Phrase(
                ru: "Вас ждёт сообщение в кабинете: {site}", kk: "Сізді кабинетте хабарлама күтіп тұр: {site}",
                en: "A message waits in your account: {site}")
        case .questionAnswered:
            Phrase(
                ru: "Ответ на вопрос: {site}/ru/answer/{token}", kk: "Сұраққа жауап: {site}/kk/answer/{token}",
                en: "The answer to your question: {site}/en/answer/{token}")
        case .letterAnswered:
            Phrase(
                ru: "Ответ на письмо: {site}/ru/answer/{token}", kk: "Хатқа жауап: {site}/kk/answer/{token}",
                en: "The answer to your letter: {site}/en/answer/{token}")
        case .noteAnswered:
            Phrase(
                ru: "Мы ответили вам: {site}/ru/answer/{token}", kk: "Әңгімеге жауап: {site}/kk/answer/{token}",
                en: "The answer after we talked: {site}/en/answer/{token}")
        case .orderChanged:
            Phrase(
                ru: "Новости о заказе ждут вас в кабинете: {site}",
                kk: "Тапсырысыңыз туралы жаңалық: {site}",
                en: "News of your order waits in your account: {site}")
        case .passwordChanged:
            Phrase(
                ru: "Пароль изменён. Если не вами, сообщите нам: {site}",
                kk: "Құпиясөз өзгертілді. Сіз емес пе? Жазыңыз: {site}",
                en: "Your password was changed. If it was not you, tell us: {site}")
        case .addressChanged:
            Phrase(
                ru: "Номер заменён. Если не вами, свяжитесь с нами: {site}",
                kk: "Нөмір ауыстырылды. Сіз емес пе? Хабарласыңыз: {site}",
                en: "Your account has another number now. If it was not you, get in touch with us: {site}")
        case .policyChanged:
            Phrase(
                ru: "Политика изменилась: {site}", kk: "Саясат өзгерді: {site}", en: "The policy has changed: {site}")
        case .accessEnded:
            Phrase(
                ru: "Ваш доступ работника прекращён: {site}",
                kk: "Қызметкер қолжетімділігіңіз тоқтатылды: {site}",
                en: "Your staff access has ended: {site}")
        case .transferred:
            Phrase(
                ru: "Данные по {number} переданы третьему лицу: {site}",
                kk: "{number} деректері үшінші тұлғаға берілді: {site}",
                en: "Data of registration {number} went to a third party: {site}")
        case .withdrawalAnswered:
            Phrase(
                ru: "Есть ответ на отзыв согласия ({number}): {site}",
                kk: "Келісімді кері қайтарып алуға жауап ({number}): {site}",
                en: "Your withdrawal of consent ({number}) is answered: {site}")
        case .offer:
            Phrase(
                ru: "Для вас есть предложение. Отказаться: {site}",
                kk: "Сізге ұсыныс бар. Бас тарту: {site}",
                en: "There is an offer for you. To turn such messages off: {site}")
        }
    }
}
