import Primitives

/// Words of own data, consents and the receipt.
extension Phrase {
    package static let ownDataTitle = Phrase(
        ru: "Что о вас хранится", kk: "Сіз туралы не сақталады", en: "What is held about you")
    package static let ownDataLead = Phrase(
        ru: "Значения скрыты, пока вы не попросите показать. Показ записывается в «Кто смотрел».",
        kk: "Көрсетуді сұрамайынша, мәндер жасырын. Көрсету «Кім қарады» тізіміне жазылады.",
        en: "Values are hidden until you ask to see them. Showing is recorded under “Who looked”.")
    package static let showAll = Phrase(ru: "Показать всё", kk: "Бәрін көрсету", en: "Show everything")
    package static func whyAndUntil(_ why: Phrase, _ until: Phrase) -> Phrase {
        Phrase(
            ru: "Зачем: \(why.ru). Срок: \(until.ru).", kk: "Не үшін: \(why.kk). Мерзімі: \(until.kk).",
            en: "Why: \(why.en). Kept: \(until.en).")
    }
    package static let readingsTitle = Phrase(
        ru: "Считано с документа", kk: "Құжаттан оқылғандар", en: "Read off your document")
    package static let readingsLead = Phrase(
        ru: "Это считала программа, чтобы помочь проверяющему. Уничтожается вместе со сканом.",
        kk: "Мұны тексерушіге көмектесу үшін бағдарлама оқыды. Сканерленген көшірмемен бірге жойылады.",
        en: "The machine read this to help the reviewer. It is destroyed with the scan.")
    package static let showReadings = Phrase(
        ru: "Показать считанное", kk: "Оқылғанды көрсету", en: "Show what was read")
    package static let noReadings = Phrase(
        ru: "Ничего нет: документов пока не было.", kk: "Ештеңе жоқ: әзірге құжат болған жоқ.",
        en: "Nothing: there were no documents yet.")

    package static let noDocuments = Phrase(ru: "Документов нет", kk: "Құжат жоқ", en: "No documents")
    package static let noDocumentsLead = Phrase(
        ru: "Вы их ещё не присылали, или их срок истёк, и они уничтожены.",
        kk: "Сіз оларды әлі жіберген жоқсыз немесе мерзімі өтіп, олар жойылды.",
        en: "You have not sent any yet, or their term is over and they are destroyed.")
    package static func ownDocumentsLead(_ term: Phrase) -> Phrase {
        Phrase(
            ru: "Снимки открыты на \(term.ru); это записано в «Кто смотрел».",
            kk: "Суреттер \(term.kk) ашық тұрады; бұл «Кім қарады» тізіміне жазылды.",
            en: "The pictures are open for \(term.en); that is recorded under “Who looked”.")
    }
    package static func receivedAt(_ moment: Phrase) -> Phrase {
        Phrase(ru: "Получен: \(moment.ru)", kk: "Алынды: \(moment.kk)", en: "Received \(moment.en)")
    }
    package static func keptAfterDecision(_ term: Phrase) -> Phrase {
        Phrase(
            ru: "после решения хранится: \(term.ru)", kk: "шешімнен кейін сақталу мерзімі: \(term.kk)",
            en: "kept after the decision: \(term.en)")
    }
    package static let sendDocuments = Phrase(ru: "Прислать документы", kk: "Құжат жіберу", en: "Send documents")

    package static let consentsTitle = Phrase(ru: "Ваши согласия", kk: "Келісімдеріңіз", en: "Your consents")
    package static let consentsLead = Phrase(
        ru: "Каждое даётся и отзывается отдельно, в любой день.",
        kk: "Әрқайсысын кез келген күні бөлек беруге және кері қайтарып алуға болады.",
        en: "Each is given and withdrawn on its own, on any day.")
    package static let consentDone = Phrase(
        ru: "Сделано и записано", kk: "Орындалды және жазылды", en: "Done and recorded")
    package static let consentGiven = Phrase(ru: "дано", kk: "берілген", en: "given")
    package static let consentWithdrawn = Phrase(ru: "отозвано", kk: "кері қайтарып алынған", en: "withdrawn")
    package static let consentOff = Phrase(ru: "не давалось", kk: "берілмеген", en: "never given")
    package static let giveVerb = Phrase(ru: "Дать согласие", kk: "Келісім беру", en: "Give this consent")
    package static let withdrawVerb = Phrase(ru: "Отозвать", kk: "Кері қайтарып алу", en: "Withdraw")
    package static let consentHistory = Phrase(ru: "История", kk: "Тарихы", en: "History")
    package static let giveQuestion = Phrase(
        ru: "Дать это согласие?", kk: "Осы келісімді бересіз бе?", en: "Give this consent?")
    package static let withdrawQuestion = Phrase(
        ru: "Отозвать это согласие?", kk: "Осы келісімді кері қайтарып аласыз ба?", en: "Withdraw this consent?")
    package static let withdrawMeans = Phrase(
        ru: "Оператор сразу перестанет использовать данные для этого. Остальное не изменится.",
        kk: "Оператор деректерді бұл үшін пайдалануды бірден тоқтатады. Қалғаны өзгермейді.",
        en: "The operator stops using your data for this at once. Nothing else changes.")
    package static let withdrawMainMeans = Phrase(
        ru:
            "Без этого согласия услуги прекращаются: ваши данные можно будет открыть только ради ваших прав по закону.",
        kk: "Бұл келісімсіз қызмет көрсету тоқтайды: деректеріңіз заң бойынша құқықтарыңыз үшін ғана ашылады.",
        en: "Without it the services end: your data can be opened only for your rights under the law."
    )

    package static let receiptTitle = Phrase(ru: "Расписка о согласии", kk: "Келісім қолхаты", en: "Consent receipt")
    package static let downloadReceipt = Phrase(
        ru: "Скачать файл для проверки", kk: "Тексеруге арналған файлды жүктеу", en: "Download the file to check")
    package static let receiptIssued = Phrase(ru: "Выдана", kk: "Берілді", en: "Issued")
    package static let receiptData = Phrase(ru: "Данные", kk: "Деректер", en: "Data")
    package static let proofTitle = Phrase(ru: "Доказательство", kk: "Дәлел", en: "The proof")
    package static let proofLead = Phrase(
        ru: "Запись о расписке стоит в журнале, который нельзя незаметно изменить. Файл проверяется и без нас.",
        kk: "Қолхат туралы жазба білдірмей өзгертуге болмайтын журналда тұр. Файл бізсіз де тексеріледі.",
        en:
            "The entry of this receipt stands in a ledger that cannot be changed unseen. The file can be checked without us."
    )
    package static let proofText = Phrase(
        ru: "Текст доказательства", kk: "Дәлелдің мәтіні", en: "The text of the proof")
}
