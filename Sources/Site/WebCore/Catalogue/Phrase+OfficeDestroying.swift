import Primitives

/// Words of destroying everything held about a person, on their request.
extension Phrase {
    package static let officeDestroyTitle = Phrase(
        ru: "Уничтожить все данные человека", kk: "Адамның барлық деректерін жою", en: "Destroy all data of the person")
    package static let officeDestroyLead = Phrase(
        ru:
            "Один готовит уничтожение, другой его совершает. Ключ, данные и документы уничтожаются навсегда; остаётся свидетельство, адрес которого человек узнает заранее.",
        kk:
            "Жоюды бір адам дайындайды, екіншісі орындайды. Кілт, деректер мен құжаттар біржола жойылады; куәлік қалады, оның мекенжайын адам алдын ала біледі.",
        en:
            "One person prepares it, another carries it out. Key, data and documents are destroyed for good; a certificate stays, and the person is told its address before."
    )
    package static let officeDestroyPrepare = Phrase(
        ru: "Подготовить уничтожение", kk: "Жоюды дайындау", en: "Prepare the destruction")
    package static func officeDestroyPreparedAt(_ moment: Phrase) -> Phrase {
        Phrase(ru: "Подготовлено: \(moment.ru)", kk: "Дайындалды: \(moment.kk)", en: "Prepared: \(moment.en)")
    }
    package static let officeDestroyAnother = Phrase(
        ru: "Вы подготовили уничтожение; совершить его должен другой человек",
        kk: "Жоюды сіз дайындадыңыз; оны басқа адам орындауы керек",
        en: "You prepared the destruction; another person must carry it out")
    package static func officeDestroyAlone(_ moment: Phrase) -> Phrase {
        Phrase(
            ru: "Вы работаете в одиночку и сможете уничтожить данные с \(moment.ru)",
            kk: "Сіз жалғыз жұмыс істейсіз, деректерді жоя алатын уақыт: \(moment.kk)",
            en: "You work alone and may destroy the data from \(moment.en)")
    }
    package static let officeDestroyVerb = Phrase(
        ru: "Уничтожить навсегда", kk: "Біржола жою", en: "Destroy for good")
    package static let officeKeepAfterAll = Phrase(ru: "Не уничтожать", kk: "Жоймау", en: "Do not destroy")
    package static let officeDestroyBlocked = Phrase(
        ru: "Обработка этих данных остановлена, а с ней и уничтожение. Сначала возобновите обработку.",
        kk: "Бұл деректерді өңдеу тоқтатылған, жою да тоқтайды. Алдымен өңдеуді қайта бастаңыз.",
        en: "The processing of these data is blocked, and destruction with it. Let the processing go on first.")
    package static let officeDestroyed = Phrase(
        ru: "Данные уничтожены", kk: "Деректер жойылды", en: "The data are destroyed")
    package static let officeArchived = Phrase(
        ru:
            "Закон обязывает хранить часть этих данных: она в архиве до записанной даты, остальное уничтожено.",
        kk: "Заң бұл деректердің бір бөлігін сақтауға міндеттейді: ол жазылған күнге дейін архивте, қалғаны жойылды.",
        en:
            "A law requires a part of these data to be kept: it is in the archive until the recorded date, the rest is destroyed."
    )
}
