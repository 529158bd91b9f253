import Policy
import Primitives

/// The archive in the office: what laws have kept after the purposes have ended.
extension Phrase {
    package static let archiveTitle = Phrase(ru: "Архив", kk: "Архив", en: "Archive")
    package static let archiveLead = Phrase(
        ru: "Здесь лежит только то, что велит хранить закон. Один работник запрашивает, другой открывает.",
        kk: "Мұнда тек заң сақтауды талап ететін деректер жатыр. Бір қызметкер сұратады, басқасы ашады.",
        en: "Here lies only what a law has kept. One person asks, another opens.")
    package static let archivePersons = Phrase(
        ru: "Людей в архиве", kk: "Архивтегі адамдар", en: "People in the archive")
    package static let archiveNext = Phrase(
        ru: "Ближайшее уничтожение", kk: "Келесі жою", en: "Next destruction")
    package static let archiveAsk = Phrase(ru: "Запросить открытие", kk: "Ашуды сұрату", en: "Ask to open")
    package static let archiveAskVerb = Phrase(ru: "Запросить", kk: "Сұрату", en: "Ask")
    package static let archiveReference = Phrase(
        ru: "Номер проверки, акта или требования", kk: "Тексерудің, актінің немесе талаптың нөмірі",
        en: "Number of the inspection, act or demand")
    package static let archiveUntil = Phrase(
        ru: "Открыть можно до", kk: "Ашуға болатын мерзім", en: "Can be opened until")
    package static let archiveTakeBack = Phrase(ru: "Отменить запрос", kk: "Сұратуды тоқтату", en: "Take back")
    package static let archiveAnother = Phrase(
        ru: "Откроет другой работник.", kk: "Басқа қызметкер ашады.", en: "Another person opens it.")
    package static func archiveAlone(_ from: Phrase) -> Phrase {
        Phrase(
            ru: "Вы работаете одни: открыть можно будет с \(from.ru), с кодом второго фактора.",
            kk: "Сіз жалғыз жұмыс істейсіз: \(from.kk) бастап, екінші фактордың кодымен ашуға болады.",
            en: "You work alone: you can open it from \(from.en), with a code of your second factor.")
    }
    package static let archiveOnce = Phrase(
        ru: "Содержимое показывается один раз. Запись об этом попадёт в журнал.",
        kk: "Мазмұны бір рет көрсетіледі. Бұл туралы жазба журналға түседі.",
        en: "It is shown once. An entry in the ledger says so.")
    package static let archiveOpenVerb = Phrase(ru: "Открыть", kk: "Ашу", en: "Open")
    package static let archiveShownOnce = Phrase(
        ru: "Показано один раз: распечатайте, если нужно.", kk: "Бір рет көрсетілді: қажет болса, басып шығарыңыз.",
        en: "Shown once: print it if needed.")
    package static let archiveArticles = Phrase(ru: "Статьи закона", kk: "Заң баптары", en: "Articles of law")
    package static let archiveSince = Phrase(ru: "В архиве с", kk: "Архивке түскен күні", en: "Archived")
    package static let archiveEnds = Phrase(ru: "Уничтожается", kk: "Жойылатын күні", en: "Destroyed on")
    package static let archiveNoReference = Phrase(
        ru: "Укажите номер проверки, акта или требования, без имён",
        kk: "Тексерудің, актінің немесе талаптың нөмірін аты-жөнсіз көрсетіңіз",
        en: "Give the number of the inspection, act or demand, without names")
    package static let archiveNothing = Phrase(
        ru: "По этому номеру в архиве ничего нет", kk: "Бұл нөмір бойынша архивте ештеңе жоқ",
        en: "Nothing is archived under this number")
    package static let archiveAskedAlready = Phrase(
        ru: "Открытие по этому номеру уже запрошено", kk: "Бұл нөмір бойынша ашу сұратылып қойған",
        en: "Somebody has asked to open this already")
    package static let archiveNotAsked = Phrase(
        ru: "Открытие не запрошено, или запросу больше трёх дней.",
        kk: "Ашу сұратылмаған немесе сұратуға үш күннен асқан.",
        en: "Nobody has asked to open this, or more than three days ago.")
    package static func archiveOrder(_ number: String) -> Phrase {
        Phrase(ru: "Заказ \(number)", kk: "\(number)-тапсырыс", en: "Order \(number)")
    }
    package static let archiveOrderEnded = Phrase(ru: "Завершён", kk: "Аяқталған уақыты", en: "Ended")
    package static func staffAskedArchive(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "запросил открытие архива с вашими данными", kk: "деректеріңіз сақталған архивті ашуды сұратты",
                en: "asked to open the archive with your data"))
    }
    package static func staffOpenedArchive(_ who: Phrase) -> Phrase {
        who.followed(
            by: " ",
            Phrase(
                ru: "открыл архив с вашими данными по закону", kk: "деректеріңіз сақталған архивті заң бойынша ашты",
                en: "opened the archive with your data by law"))
    }
}
