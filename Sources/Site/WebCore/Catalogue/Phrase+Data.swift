import Primitives

/// Words of the tables that say which data are kept, what for and by whom.
extension Phrase {
    package static let dataTableTitle = Phrase(
        ru: "Какие данные и зачем", kk: "Қандай деректер және не үшін", en: "Which data and what for")
    package static let dataTableCaption = Phrase(
        ru: "Все данные, которые оператор может хранить", kk: "Оператор сақтай алатын барлық деректер",
        en: "All data that the operator may keep")
    package static let datum = Phrase(ru: "Данные", kk: "Деректер", en: "Data")
    package static let dataClass = Phrase(ru: "Класс", kk: "Санаты", en: "Class")
    package static let purposes = Phrase(ru: "Цели", kk: "Мақсаттары", en: "Purposes")
    package static let whyNeeded = Phrase(ru: "Почему нужны", kk: "Не үшін қажет", en: "Why needed")
    package static let keptFor = Phrase(ru: "Срок", kk: "Мерзімі", en: "Kept for")

    /// The class of a datum, by its code in the policy: personal, public or other.
    package static func dataClass(_ code: String) -> Phrase {
        switch code {
        case "personal": Phrase(ru: "персональные", kk: "дербес", en: "personal")
        case "public": Phrase(ru: "общедоступные", kk: "жалпыға бірдей қолжетімді", en: "public")
        default: Phrase(ru: "иные", kk: "өзге", en: "other")
        }
    }
    package static let keptForPurpose = Phrase(
        ru: "пока есть цель и основание", kk: "мақсат пен негіз болғанда", en: "while purpose and basis last"
    )
    package static let keptUntilDecision = Phrase(
        ru: "до решения или прекращения регистрации, а после отказа — пока на него можно возразить",
        kk: "шешімге не тіркелу тоқтатылғанға дейін, ал бас тартылса, қарсылық білдіру мерзімі аяқталғанша",
        en: "until the decision or the lapse of the registration; after a refusal, while it can be objected to")
    package static let keptAsDocument = Phrase(
        ru: "столько же, сколько документ", kk: "құжат сақталатын мерзімде", en: "as long as the document")

    package static let recipientsTitle = Phrase(
        ru: "Кто ещё получает данные", kk: "Деректерді тағы кім алады", en: "Who else receives data")
    package static let recipientsCaption = Phrase(
        ru: "Получатели данных", kk: "Деректерді алушылар", en: "Recipients of data")
    package static let recipient = Phrase(ru: "Получатель", kk: "Алушы", en: "Recipient")
    package static let country = Phrase(ru: "Страна", kk: "Елі", en: "Country")
    package static let whatTheyGet = Phrase(ru: "Что получает", kk: "Не алады", en: "What they get")
    package static let ground = Phrase(ru: "Основание", kk: "Негізі", en: "Basis")
    package static let neededForService = Phrase(
        ru: "нужен для работы сайта", kk: "сайт жұмысына қажет", en: "needed for the site to work")
    package static let onlyWithConsent = Phrase(
        ru: "только с отдельного согласия", kk: "тек бөлек келісіммен", en: "only with a separate consent")

    package static let dataKeepingTitle = Phrase(
        ru: "Как мы храним данные", kk: "Деректерді қалай сақтаймыз", en: "How we keep data")
    package static let dataKeepingTerms = Phrase(
        ru: "Сколько хранится", kk: "Қанша уақыт сақталады", en: "How long they are kept")
    package static let dataKeepingSentences = [
        Phrase(
            ru: "Каждое значение зашифровано своим ключом; на экранах оно скрыто, пока его не попросят показать.",
            kk: "Әр мән өз кілтімен шифрланған; көрсетуді сұрағанша, экранда жасырын тұрады.",
            en: "Every value is sealed under its own key and stays hidden on screens until someone asks to see it."),
        Phrase(
            ru: "Чтобы открыть данные, работник называет цель; запись об этом делается раньше, чем данные открываются.",
            kk: "Деректерді ашу үшін қызметкер мақсатын көрсетеді; бұл туралы жазба деректер ашылмай тұрып жасалады.",
            en: "To open data a member of staff names the purpose; the entry is made before anything is shown."),
        Phrase(
            ru: "Записи нельзя незаметно изменить: их может проверить каждый, у кого есть расписка.",
            kk:
                "Жазбаларды білдірмей өзгертуге болмайды: оларды қолхаты бар кез келген адам тексере алады.",
            en: "Entries cannot be changed unseen: anyone with a receipt can check them."),
        Phrase(
            ru: "Когда данные больше не нужны, ключ уничтожается, и прочитать их нельзя ни в одной копии.",
            kk: "Деректер қажет болмағанда кілті жойылады, содан кейін оларды бірде-бір көшірмеден оқу мүмкін емес.",
            en: "When data are no longer needed the key is destroyed, and no copy of them can be read."),
    ]
}
