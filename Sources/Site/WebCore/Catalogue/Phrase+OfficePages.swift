import Primitives

/// Words of the pages that are written in the office.
extension Phrase {
    package static let officePagesTitle = Phrase(ru: "Страницы", kk: "Беттер", en: "Pages")
    package static let officePagesLead = Phrase(
        ru: "Тексты сайта, которые пишете вы. Пока не написано ничего, страница показывает своё.",
        kk: "Сайттың сіз жазатын мәтіндері. Ештеңе жазылмағанша, бет өз мәтінін көрсетеді.",
        en: "Texts of the site that are yours to write. While nothing is written, a page shows its own.")
    package static let officePageName = Phrase(ru: "Страница", kk: "Бет", en: "Page")
    package static let officePageHome = Phrase(ru: "Главная", kk: "Басты бет", en: "Home")
    package static let officePageByDefault = Phrase(
        ru: "показано своё", kk: "өз мәтіні көрсетілген", en: "its own text")
    package static let officePageWritten = Phrase(ru: "показано ваше", kk: "сіздікі көрсетілген", en: "your text")
    package static let officePageText = Phrase(ru: "Текст", kk: "Мәтін", en: "Text")
    package static let officePageEmptyHint = Phrase(
        ru: "Если стереть текст на всех языках, страница снова покажет своё.",
        kk: "Барлық тілдегі мәтінді өшірсеңіз, бет қайтадан өзінікін көрсетеді.",
        en: "If you empty the text in every language, the page shows its own again.")
    package static let officePageIncomplete = Phrase(
        ru: "Нужен текст и на этом языке: страница бывает на всех трёх или не написана вовсе",
        kk: "Осы тілде де мәтін керек: бет үш тілде де болады немесе мүлде жазылмайды",
        en: "A text in this language is needed too: a page is written in all three or not at all")
}
