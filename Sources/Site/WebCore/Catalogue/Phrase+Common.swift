import Primitives

/// Words that many pages share.
extension Phrase {
    package static let back = Phrase(ru: "Назад", kk: "Артқа", en: "Back")
    package static let next = Phrase(ru: "Продолжить", kk: "Жалғастыру", en: "Continue")
    package static let save = Phrase(ru: "Сохранить", kk: "Сақтау", en: "Save")
    package static let send = Phrase(ru: "Отправить", kk: "Жіберу", en: "Send")
    package static let cancel = Phrase(ru: "Отменить", kk: "Болдырмау", en: "Cancel")
    package static let delete = Phrase(ru: "Удалить", kk: "Жою", en: "Delete")
    package static let replace = Phrase(ru: "Заменить", kk: "Ауыстыру", en: "Replace")
    package static let dismiss = Phrase(ru: "Убрать", kk: "Алып тастау", en: "Remove")
    package static let retry = Phrase(ru: "Повторить", kk: "Қайталау", en: "Try again")
    package static let change = Phrase(ru: "Изменить", kk: "Өзгерту", en: "Change")
    package static let show = Phrase(ru: "Показать", kk: "Көрсету", en: "Show")
    package static let copy = Phrase(ru: "Скопировать", kk: "Көшіру", en: "Copy")
    package static let copied = Phrase(ru: "Скопировано", kk: "Көшірілді", en: "Copied")
    package static let print = Phrase(ru: "Напечатать", kk: "Басып шығару", en: "Print")
    package static let choose = Phrase(ru: "Выберите", kk: "Таңдаңыз", en: "Choose")
    package static let yes = Phrase(ru: "Да", kk: "Иә", en: "Yes")
    package static let no = Phrase(ru: "Нет", kk: "Жоқ", en: "No")
    package static let optional = Phrase(ru: "(необязательно)", kk: "(міндетті емес)", en: "(optional)")
    package static let toHome = Phrase(ru: "На главную страницу", kk: "Басты бетке өту", en: "Go to the home page")
    package static let yourNumber = Phrase(ru: "Ваш номер", kk: "Нөміріңіз", en: "Your number")

    package static let errorPrefix = Phrase(ru: "Ошибка:", kk: "Қате:", en: "Error:")
    package static let errorSummaryTitle = Phrase(
        ru: "Исправьте, пожалуйста", kk: "Мыналарды түзетіңіз", en: "Please put these right")

    package static let stepsOfTask = Phrase(ru: "Шаги", kk: "Қадамдар", en: "Steps")
    package static let stepDone = Phrase(ru: " (пройден)", kk: " (аяқталды)", en: " (done)")
    package static func step(_ number: Int, of count: Int) -> Phrase {
        Phrase(
            ru: "Шаг \(number) из \(count)", kk: "\(count) қадамның \(number)-қадамы", en: "Step \(number) of \(count)")
    }

    package static let pagination = Phrase(ru: "Страницы", kk: "Беттер", en: "Pages")
    package static let previousPage = Phrase(ru: "Предыдущая", kk: "Алдыңғы", en: "Previous")
    package static let nextPage = Phrase(ru: "Следующая", kk: "Келесі", en: "Next")

    package static let queues = Phrase(ru: "Очереди", kk: "Кезектер", en: "Queues")
    package static let caseList = Phrase(ru: "Список дел", kk: "Істер тізімі", en: "Cases")
    package static let openCase = Phrase(ru: "Открытое дело", kk: "Ашық іс", en: "Open case")
    package static let sendingProgress = Phrase(ru: "Отправлено", kk: "Жіберілді", en: "Sent so far")
}
