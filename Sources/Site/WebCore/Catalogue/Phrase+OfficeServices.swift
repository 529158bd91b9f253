import Primitives

/// Words of the office's services, agreements and orders.
extension Phrase {
    package static let officeServicesTitle = Phrase(ru: "Услуги", kk: "Қызметтер", en: "Services")
    package static let officeServicesNone = Phrase(
        ru: "Услуг ещё нет", kk: "Әзірге қызмет жоқ", en: "There are no services yet")
    package static let officeServicesNoneWhy = Phrase(
        ru: "Опишите услугу, опубликуйте договор, затем предложите её.",
        kk: "Қызметті сипаттап, шартын жариялаңыз, содан кейін ұсыныңыз.",
        en: "Describe a service, publish its agreement, then offer it.")
    package static let officeNewService = Phrase(ru: "Новая услуга", kk: "Жаңа қызмет", en: "New service")
    package static func officeServiceTitle(_ name: String) -> Phrase {
        Phrase(ru: "Услуга \(name)", kk: "\(name) қызметі", en: "Service \(name)")
    }
    package static let officeServiceName = Phrase(ru: "Имя в адресе", kk: "Мекенжайдағы аты", en: "Name in the address")
    package static let officeServiceNameHint = Phrase(
        ru: "Строчные латинские буквы, цифры и дефисы; потом не меняется.",
        kk: "Кіші латын әріптері, цифрлар және дефис; кейін өзгермейді.",
        en: "Small Latin letters, figures and hyphens; it does not change later.")
    package static let officeServiceWrongName = Phrase(
        ru: "Нужны от 2 до 40 строчных латинских букв, цифр или дефисов",
        kk: "2\u{2011}ден 40\u{2011}қа дейін кіші латын әрпі, цифр не дефис керек",
        en: "From 2 to 40 small Latin letters, figures or hyphens are needed")
    package static let officeServiceNameTaken = Phrase(
        ru: "Услуга с таким именем уже есть", kk: "Мұндай атты қызмет бар", en: "There is a service of this name")
    package static let officeServiceTexts = Phrase(ru: "Название", kk: "Атауы", en: "Title")
    package static let officeServiceDescription = Phrase(ru: "Описание", kk: "Сипаттамасы", en: "Description")
    package static let officeMarkdownHint = Phrase(
        ru: "Абзацы через пустую строку, списки с «-», **жирно**, *курсив*, [ссылка](policy). HTML остаётся текстом.",
        kk:
            "Абзацтар бос жолмен бөлінеді, тізім «-» белгісімен, **қалың**, *көлбеу*, [сілтеме](policy). HTML мәтін күйінде қалады.",
        en:
            "Paragraphs with an empty line between, lists with “-”, **bold**, *italic*, [link](policy). HTML stays text."
    )
    package static let officeServicePrice = Phrase(
        ru: "Стоимость в тенге", kk: "Теңгемен бағасы", en: "Price in tenge")
    package static let officeServicePriceHint = Phrase(
        ru: "Целое число. Оставьте пустым, если о ней договариваются отдельно.",
        kk: "Бүтін сан. Бөлек келісілетін болса, бос қалдырыңыз.",
        en: "A whole number. Leave it empty where it is agreed on for each order.")
    package static let officeServiceFrom = Phrase(
        ru: "Это наименьшая стоимость («от»)", kk: "Бұл – ең төменгі баға («бастап»)",
        en: "This is the least price (“from”)")
    package static let officeServiceWrongPrice = Phrase(
        ru: "Нужно целое число тенге от 0 до 1\u{A0}000\u{A0}000\u{A0}000",
        kk: "0 мен 1\u{A0}000\u{A0}000\u{A0}000 арасындағы бүтін теңге саны керек",
        en: "A whole number of tenge from 0 to 1,000,000,000 is needed")
    package static let officeServiceRecipients = Phrase(
        ru: "Получатели, без которых услуга не оказывается", kk: "Қызмет оларсыз көрсетілмейтін алушылар",
        en: "Recipients that the service needs")
    package static let officeServiceRecipientsHint = Phrase(
        ru: "Только те, кому политика даёт данные для услуг; какие именно, решает она.",
        kk: "Саясат қызмет үшін дерек беретіндер ғана; қайсысын беретінін саясат шешеді.",
        en: "Those alone to whom the policy gives data for services; which data, it decides.")
    package static let officeServiceIncomplete = Phrase(
        ru: "Нужен текст на этом языке", kk: "Осы тілдегі мәтін керек", en: "A text in this language is needed")
    package static let officeServiceTooLong = Phrase(
        ru: "Текст длиннее 64 КБ", kk: "Мәтін 64 КБ\u{2011}тан ұзын", en: "The text is longer than 64 KB")
    package static let officeServiceNoAgreement = Phrase(
        ru: "Сначала опубликуйте договор: без него услугу не заказать",
        kk: "Алдымен шартты жариялаңыз: онсыз тапсырыс беруге болмайды",
        en: "Publish the agreement first: nothing is ordered without one")
    package static let officeServiceUnknown = Phrase(
        ru: "Политика такого не знает; выберите из показанного", kk: "Саясатта мұндай жоқ; көрсетілгеннен таңдаңыз",
        en: "The policy does not know this; choose from what is shown")
    package static let officePreview = Phrase(ru: "Посмотреть", kk: "Алдын ала қарау", en: "Preview")
    package static let officePreviewTitle = Phrase(
        ru: "Так это увидят; ещё не сохранено", kk: "Осылай көрінеді; әлі сақталмаған",
        en: "How it will look; not saved yet")
    package static let officeAgreementTitle = Phrase(
        ru: "Договор об услуге", kk: "Қызмет туралы шарт", en: "Agreement for the service")
    package static let officeAgreementLead = Phrase(
        ru: "Опубликованный текст не меняется: новый действует для тех, кто закажет после него.",
        kk: "Жарияланған мәтін өзгермейді: жаңасы одан кейін тапсырыс бергендерге қолданылады.",
        en: "A published text never changes: a new one holds for whoever orders after it.")
    package static let officeAgreementPublish = Phrase(
        ru: "Опубликовать договор", kk: "Шартты жариялау", en: "Publish the agreement")
    package static let officeAgreementUnchanged = Phrase(
        ru: "Текст тот же, что уже действует", kk: "Мәтін қолданыстағымен бірдей", en: "The text is the one in force")
    package static let officeAgreementEditions = Phrase(
        ru: "Опубликованные редакции", kk: "Жарияланған редакциялар", en: "Published editions")

    package static let officeOrdersTitle = Phrase(ru: "Заказы", kk: "Тапсырыстар", en: "Orders")
    package static let officeOrdersNone = Phrase(
        ru: "Заказов, с которыми что-то нужно сделать, нет", kk: "Бірдеңе істеу керек тапсырыс жоқ",
        en: "No order needs anything")
    package static let officeOrdersNoneWhy = Phrase(
        ru: "Новые появятся здесь сами.", kk: "Жаңалары осында өзі шығады.", en: "New ones will appear here.")
    package static func officeOrderTitle(_ number: String) -> Phrase {
        Phrase(ru: "Заказ \(number)", kk: "\(number) тапсырысы", en: "Order \(number)")
    }
    package static let officeOrderOpen = Phrase(ru: "Открыть заказ", kk: "Тапсырысты ашу", en: "Open the order")
    package static let officeOrderOpenLead = Phrase(
        ru: "Имя и принятый договор откроются для цели «Оказание услуг»; человек увидит, что вы смотрели.",
        kk: "Аты-жөн мен қабылданған шарт «Қызмет көрсету» мақсатында ашылады; қарағаныңызды адам көреді.",
        en: "Name and accepted agreement open for the purpose “Providing services”; the person sees that you looked.")
    package static let officeOrderToAccepted = Phrase(
        ru: "Принять заказ", kk: "Тапсырысты қабылдау", en: "Accept the order")
    package static let officeOrderToWork = Phrase(ru: "Начать работу", kk: "Жұмысты бастау", en: "Begin the work")
    package static let officeOrderToDone = Phrase(
        ru: "Услуга оказана", kk: "Қызмет көрсетілді", en: "The service is given")
    package static let officeOrderPaid = Phrase(ru: "Отметить оплату", kk: "Төлемді белгілеу", en: "Mark as paid")
    package static let officeOrderEnd = Phrase(ru: "Завершить услугу", kk: "Қызметті аяқтау", en: "End the service")
    package static let officeOrderEndMeans = Phrase(
        ru: "С этого момента идут сроки хранения. Отменить нельзя.",
        kk: "Осы сәттен бастап сақтау мерзімі жүреді. Қайтаруға болмайды.",
        en: "From this instant the terms of retention run. It cannot be undone.")
    package static let officeOrderRefuse = Phrase(ru: "Отказать", kk: "Бас тарту", en: "Refuse")
    package static let officeOrderReasonMissing = Phrase(
        ru: "Напишите причину: человек увидит её в кабинете", kk: "Себебін жазыңыз: адам оны кабинетінде көреді",
        en: "Write the reason: the person reads it in the account")
    package static let officeOrderReasonLong = Phrase(
        ru: "Причина длиннее 2\u{A0}000 знаков", kk: "Себеп 2\u{A0}000 таңбадан ұзын",
        en: "The reason is longer than 2,000 characters")
    package static let officeOrderNotNow = Phrase(
        ru: "Заказ уже в другом состоянии. Откройте его снова.", kk: "Тапсырыс басқа күйге өткен. Оны қайта ашыңыз.",
        en: "The order stands elsewhere by now. Open it again.")
}
