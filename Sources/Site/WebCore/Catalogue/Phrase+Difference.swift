import Policy
import Primitives

/// Words of the pages that show what differs between two editions.
extension Phrase {
    package static func changesTitle(_ old: Int, _ new: Int) -> Phrase {
        Phrase(
            ru: "Что изменилось: редакции \(old) и \(new)", kk: "Не өзгерді: \(old)\u{2011} және \(new)-редакция",
            en: "What changed: editions \(old) and \(new)")
    }
    package static let changesLead = Phrase(
        ru: "Сначала — как было, затем — как стало. Зачёркнутое убрано, подчёркнутое добавлено.",
        kk: "Алдымен бұрынғысы, содан кейін жаңасы. Үсті сызылғаны алынды, асты сызылғаны қосылды.",
        en: "First as it was, then as it is. What is struck out has gone, what is underlined is new.")
    package static let changesNone = Phrase(
        ru: "Различий в содержании нет", kk: "Мазмұнында айырма жоқ", en: "Nothing differs in substance")
    package static let changesNoneWhy = Phrase(
        ru: "Отличаются только порядок записей или знаки, которые выглядят одинаково.",
        kk: "Тек жазбалардың реті не бірдей көрінетін таңбалар өзгеше.",
        en: "Only the order in which things stand differs, or signs that look the same.")
    package static let changesTexts = Phrase(ru: "Тексты", kk: "Мәтіндер", en: "Texts")
    package static let changesBindings = Phrase(
        ru: "Данные, цели, получатели, сроки", kk: "Деректер, мақсаттар, алушылар, мерзімдер",
        en: "Data, purposes, recipients, terms")
    package static let changesWas = Phrase(ru: "Было", kk: "Бұрын", en: "Was")
    package static let changesNow = Phrase(ru: "Стало", kk: "Енді", en: "Is")
    package static let changesWhat = Phrase(ru: "Что", kk: "Не", en: "What")
    package static let changesNothing = Phrase(ru: "нет", kk: "жоқ", en: "none")
    package static let changesAdded = Phrase(ru: "добавлено", kk: "қосылды", en: "added")
    package static let changesRemoved = Phrase(ru: "убрано", kk: "алынды", en: "removed")
    package static let changesChanged = Phrase(ru: "изменено", kk: "өзгерді", en: "changed")
    package static let changesWiden = Phrase(ru: "расширяет", kk: "кеңейтеді", en: "widens")
    package static let changesWidenTitle = Phrase(
        ru: "Изменения расширяют обработку или ослабляют защиту",
        kk: "Өзгерістер өңдеуді кеңейтеді немесе қорғауды әлсіретеді",
        en: "The changes widen what is done with data, or guard them less")
    package static let changesWidenMeaning = Phrase(
        ru:
            "Новые цели, получатели, страны и более долгое хранение не применяются к данным, собранным раньше, пока человек не даст нового согласия.",
        kk:
            "Адам жаңа келісім бергенше, жаңа мақсаттар, алушылар, елдер және ұзағырақ сақтау бұрын жиналған деректерге қолданылмайды.",
        en:
            "New purposes, recipients, countries and longer keeping do not apply to data collected before until the person agrees afresh."
    )
    package static let changesOtherLanguages = Phrase(
        ru: "Изменён и текст на других языках сайта.", kk: "Сайттың басқа тілдеріндегі мәтін де өзгерді.",
        en: "The text in the site’s other languages has changed too.")
    package static let changesOnlyOtherLanguages = Phrase(
        ru: "Изменён только текст на других языках сайта.", kk: "Тек сайттың басқа тілдеріндегі мәтін өзгерді.",
        en: "Only the text in the site’s other languages has changed.")
    package static let changesNotYet = Phrase(
        ru: "Пока ничего не менялось", kk: "Әзірге ештеңе өзгерген жоқ", en: "Nothing has changed yet")
    package static let changesNotYetWhy = Phrase(
        ru: "Действует первая редакция. Когда появится следующая, здесь будет видно, чем она отличается.",
        kk: "Бірінші редакция қолданыста. Келесісі шыққанда, оның айырмасы осында көрінеді.",
        en: "The first edition is in force. When the next one comes, this page shows how it differs.")
    package static let changesBeforeLink = Phrase(
        ru: "Сравнить с прежней", kk: "Алдыңғысымен салыстыру", en: "Compare with the one before")
    package static let changesLink = Phrase(ru: "Что изменилось", kk: "Не өзгерді", en: "What changed")
    package static let changesCompare = Phrase(
        ru: "Сравнить две редакции", kk: "Екі редакцияны салыстыру", en: "Compare two editions")
    package static let changesFrom = Phrase(ru: "Прежняя редакция", kk: "Бұрынғы редакция", en: "Earlier edition")
    package static let changesTo = Phrase(ru: "Новая редакция", kk: "Жаңа редакция", en: "Later edition")
    package static let changesShow = Phrase(ru: "Сравнить", kk: "Салыстыру", en: "Compare")

    /// Where a text stands.
    package static func place(_ place: TextChange.Place) -> Phrase {
        switch place {
        case .title: Phrase(ru: "Название", kk: "Атауы", en: "Title")
        case .summary: Phrase(ru: "Коротко", kk: "Қысқаша", en: "In short")
        case .chapters: Phrase(ru: "Главы", kk: "Тараулар", en: "Chapters")
        case .clause(let id): clauseHeading(id.rawValue)
        }
    }

    static func clauseHeading(_ number: String) -> Phrase {
        if number.count == 1, number.allSatisfy(\.isLetter) {
            return Phrase(
                ru: "Преамбула,\u{A0}\(number)", kk: "Кіріспе,\u{A0}\(number)", en: "Preamble,\u{A0}\(number)")
        }
        return Phrase(ru: "Пункт\u{A0}\(number)", kk: "\(number)-тармақ", en: "Clause\u{A0}\(number)")
    }

    package static let mannerTitle = Phrase(ru: "Как опубликована", kk: "Қалай жарияланды", en: "How published")
}
