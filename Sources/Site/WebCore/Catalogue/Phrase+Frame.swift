import Primitives

/// Words around every page.
extension Phrase {
    static func acceptedByUse(_ edition: Int) -> Phrase {
        Phrase(
            ru:
                "Пользуясь открытыми страницами, вы принимаете редакцию \(edition) политики. Согласием на обработку данных это не является.",
            kk:
                "Ашық беттерді пайдалана отырып, саясаттың \(edition)\u{2011}редакциясын қабылдайсыз. Бұл деректерді өңдеуге келісім емес.",
            en:
                "By using the public pages you accept edition \(edition) of the policy. This is not consent to the processing of data."
        )
    }
    static let acceptedByUseMore = Phrase(ru: "Читать политику", kk: "Саясатты оқу", en: "Read the policy")
    package static let skipToContent = Phrase(
        ru: "Перейти к содержанию", kk: "Мазмұнға өту", en: "Skip to content")

    package static let mainNavigation = Phrase(ru: "Главное меню", kk: "Басты мәзір", en: "Main menu")
    package static let sectionNavigation = Phrase(ru: "Раздел", kk: "Бөлім", en: "Section")
    package static let languageSwitch = Phrase(ru: "Язык", kk: "Тіл", en: "Language")

    package static let navPolicy = Phrase(ru: "Политика", kk: "Саясат", en: "Policy")
    package static let navContacts = Phrase(ru: "Контакты", kk: "Байланыс", en: "Contacts")
    package static let navSignIn = Phrase(ru: "Войти", kk: "Кіру", en: "Sign in")
    package static let signOut = Phrase(ru: "Выйти", kk: "Шығу", en: "Sign out")

    package static let menu = Phrase(ru: "Меню", kk: "Мәзір", en: "Menu")

    package static let demoMode = Phrase(ru: "Демо:", kk: "Сынақ:", en: "Demo:")
    package static let demoShort = Phrase(
        ru: "только вымышленные данные", kk: "тек ойдан шығарылған деректер", en: "invented data only")
    package static let demoExplanation = Phrase(
        ru: "Оператор ещё не указал, где хранятся данные, и свой адрес. "
            + "До этого здесь можно регистрировать только вымышленных людей.",
        kk: "Оператор деректердің қайда сақталатынын және өз мекенжайын әлі көрсетпеген. "
            + "Оған дейін мұнда тек ойдан шығарылған адамдарды тіркеуге болады.",
        en: "The operator has not yet set where data are kept and its own address. "
            + "Until then only invented people may be registered here.")
    package static let offline = Phrase(
        ru: "Нет связи с интернетом. Введённое останется на этой странице; отправьте, когда связь появится.",
        kk: "Интернет байланысы жоқ. Енгізгеніңіз осы бетте қалады; байланыс қалпына келгенде жіберіңіз.",
        en: "There is no connection. What you entered stays on this page; send it once you are connected again.")

    /// The notice of clause 1.1.
    package static func exclusiveRights(_ name: Phrase) -> Phrase {
        Phrase(
            ru: "Исключительные права на сайт принадлежат оператору: \(name.ru). "
                + "Пользование сайтом не передаёт этих прав (пункт 1.1 политики).",
            kk: "Сайтқа айрықша құқықтар операторға тиесілі: \(name.kk). "
                + "Сайтты пайдалану бұл құқықтарды бермейді (саясаттың 1.1-тармағы).",
            en: "The exclusive rights in this site belong to the operator, \(name.en). "
                + "Using the site passes none of them on (clause 1.1 of the policy).")
    }

    /// The edition in force, for the footer.
    package static func editionLine(_ edition: EditionMark) -> Phrase {
        let day = date(edition.day)
        return Phrase(
            ru: "Политика, редакция \(edition.number) от \(day.ru)",
            kk: "Саясат, \(edition.number)-редакция, \(day.kk)",
            en: "Policy, edition \(edition.number) of \(day.en)")
    }
}
