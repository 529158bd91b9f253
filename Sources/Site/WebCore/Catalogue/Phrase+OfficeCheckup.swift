import Primitives

/// Words of the page that shows how the installation stands.
extension Phrase {
    package static let officeCheckupTitle = Phrase(ru: "Состояние", kk: "Жай-күйі", en: "Checkup")
    package static let officeCheckupLead = Phrase(
        ru: "То же говорит команда «saqta doctor» на сервере. Персональные данные для этого не читаются.",
        kk: "Серверде «saqta doctor» командасы да осыны айтады. Ол үшін дербес деректер оқылмайды.",
        en: "The command “saqta doctor” on the server says the same. No personal data are read for it.")
    package static let officeCheckupToDo = Phrase(ru: "Что сделать", kk: "Не істеу керек", en: "What to do")
    package static let officeCheckupFine = Phrase(ru: "Что в порядке", kk: "Не жақсы", en: "What is fine")
    package static let officeCheckupFound = Phrase(ru: "Что найдено", kk: "Не анықталды", en: "What was found")
    package static let officeCheckupAllFine = Phrase(
        ru: "Всё готово для настоящих регистраций", kk: "Нақты тіркелулерге бәрі дайын",
        en: "All is ready for real registrations")

    package static func officeCheckupNotices(_ count: Int) -> Phrase {
        Phrase(
            ru: "Работать можно. Обратите внимание: \(count)", kk: "Жұмыс істеуге болады. Назар аударатыны: \(count)",
            en: "Ready to work. Things to look at: \(count)")
    }

    package static func officeCheckupDangers(_ count: Int) -> Phrase {
        Phrase(
            ru: "Настоящих людей регистрировать рано. Опасностей: \(count)",
            kk: "Нақты адамдарды тіркеуге әлі ерте. Қауіп саны: \(count)",
            en: "Too early for real people. Dangers: \(count)")
    }
}
