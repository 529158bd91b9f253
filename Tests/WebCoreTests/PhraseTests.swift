import Primitives
import Testing
import WebCore

@Suite("Words for people")
struct PhraseTests {
    @Test(
        "follow the Russian rules of number",
        arguments: [
            (0, "дней"), (1, "день"), (2, "дня"), (4, "дня"), (5, "дней"), (11, "дней"), (12, "дней"), (14, "дней"),
            (21, "день"), (22, "дня"), (25, "дней"), (101, "день"), (111, "дней"), (112, "дней"),
        ])
    func russianNumbers(count: Int, noun: String) {
        #expect(Phrase.calendarDays(count).ru == "\(count)\u{A0}\(noun)")
    }

    @Test(
        "write a price as each language does",
        arguments: [
            (0, "0\u{A0}₸", "₸0"), (999, "999\u{A0}₸", "₸999"), (15_000, "15\u{A0}000\u{A0}₸", "₸15,000"),
            (1_000_000_000, "1\u{A0}000\u{A0}000\u{A0}000\u{A0}₸", "₸1,000,000,000"),
        ])
    func price(amount: Int, spaced: String, english: String) {
        #expect(Phrase.tenge(amount) == Phrase(ru: spaced, kk: spaced, en: english))
        #expect(Phrase.tengeFrom(amount).kk == spaced + "\u{2011}ден бастап")
    }

    @Test("give a moment in Almaty, five hours east of Greenwich")
    func almaty() throws {
        let day = try #require(Day("2026-11-23"))
        let instant = Instant(seconds: Int64(day.daysSince1970) * 86_400 + 19 * 3_600 + 5 * 60)
        let phrase = Phrase.moment(instant)
        #expect(phrase.en == "24\u{A0}November 2026, 00:05\u{A0}(Almaty)")
        #expect(phrase.ru == "24\u{A0}ноября 2026\u{A0}г., 00:05\u{A0}(Алматы)")
        #expect(phrase.kk == "2026\u{A0}жылғы 24\u{A0}қараша, 00:05\u{A0}(Алматы)")
    }

    @Test(
        "count the days of a deadline", arguments: [(3, "3\u{A0}days left"), (0, "today"), (-1, "1\u{A0}day overdue")])
    func deadline(days: Int, expected: String) {
        #expect(Phrase.daysLeft(days).en == expected)
    }

    @Test("say how many days are left in agreement", arguments: [(1, "остался"), (21, "остался"), (11, "осталось")])
    func daysLeft(days: Int, verb: String) {
        #expect(Phrase.daysLeft(days).ru.hasPrefix("\(verb)\u{20}\(days)"))
    }

    @Test(
        "agree with the number of days that are left",
        arguments: [
            (1, "остался", "день"), (2, "осталось", "дня"), (5, "осталось", "дней"), (11, "осталось", "дней"),
            (21, "остался", "день"), (22, "осталось", "дня"), (101, "остался", "день"),
        ])
    func daysLeft(days: Int, verb: String, noun: String) {
        #expect(Phrase.daysLeft(days).ru == "\(verb) \(days)\u{A0}\(noun)")
        #expect(Phrase.daysLeft(days).kk == "\(days)\u{A0}күн қалды")
        #expect(Phrase.daysLeft(-days).ru == "просрочено на \(days)\u{A0}\(noun)")
        #expect(Phrase.daysLeft(-days).kk == "мерзімі \(days)\u{A0}күн бұрын өтті")
    }

    @Test(
        "put a number's noun into the case of the sentence",
        arguments: [
            (0, "0 файлов", "0 файлдан", "0 files"), (1, "1 файла", "1 файлдан", "1 file"),
            (2, "2 файлов", "2 файлдан", "2 files"), (5, "5 файлов", "5 файлдан", "5 files"),
            (11, "11 файлов", "11 файлдан", "11 files"), (21, "21 файла", "21 файлдан", "21 files"),
            (22, "22 файлов", "22 файлдан", "22 files"), (101, "101 файла", "101 файлдан", "101 files"),
        ])
    func oblique(most: Int, ru: String, kk: String, en: String) {
        let phrase = Phrase.tooManyFiles(most)
        #expect(phrase.ru.hasPrefix("Больше \(ru.replacing(" ", with: "\u{A0}")) отправить"))
        #expect(phrase.kk.hasPrefix("\(kk.replacing(" ", with: "\u{A0}")) артық"))
        #expect(phrase.en.contains("more than \(en.replacing(" ", with: "\u{A0}")) can"))
    }

    @Test(
        "say how long something lasts, in its largest unit",
        arguments: [
            (Span.seconds(1), "секунда", "секунду", "секунд", "second"),
            (.seconds(60), "минута", "минуту", "минут", "minute"),
            (.minutes(22), "минуты", "минуты", "минут", "minutes"),
            (.minutes(30), "минут", "минут", "минут", "minutes"),
            (.hours(1), "час", "час", "сағат", "hour"), (.hours(72), "дня", "дня", "күн", "days"),
            (.days(21), "день", "день", "күн", "days"), (.seconds(90), "секунд", "секунд", "секунд", "seconds"),
        ])
    func spans(span: Span, term: String, lasting: String, kk: String, en: String) {
        #expect(Phrase.term(span).ru.hasSuffix("\u{A0}\(term)"))
        #expect(Phrase.lasting(span).ru.hasSuffix("\u{A0}\(lasting)"))
        #expect(Phrase.lasting(span).kk.hasSuffix("\u{A0}\(kk)") && Phrase.term(span).kk == Phrase.lasting(span).kk)
        #expect(Phrase.lasting(span).en.hasSuffix("\u{A0}\(en)") && Phrase.term(span).en == Phrase.lasting(span).en)
    }

    @Test(
        "say how long ago, in the case that the sentence asks for",
        arguments: [(1, "1 минуты назад"), (2, "2 минут назад"), (10, "10 минут назад"), (21, "21 минуты назад")])
    func ago(minutes: Int, ru: String) {
        #expect(
            Phrase.proofOfPersonLead(minutes: minutes).ru.contains(
                ru.replacing(" ", with: "\u{A0}", maxReplacements: 1)))
    }

    @Test("give the limits of uploads")
    func limits() {
        let phrase = Phrase.uploadLimits(15_000_000, 25_000_000, 21, 1)
        #expect(phrase.ru.hasSuffix("PDF до 25\u{A0}МБ и 21\u{A0}страницы, всего до 1\u{A0}файла."))
        #expect(
            phrase.kk.hasSuffix("PDF: 25\u{A0}МБ\u{2011}қа және 21\u{A0}бетке дейін, барлығы 1\u{A0}файлға дейін."))
        #expect(phrase.en.hasSuffix("PDF up to 25\u{A0}MB and 21\u{A0}pages, 1\u{A0}file in all."))
    }

    @Test(
        "count tries, pages, files, openings",
        arguments: [
            (1, "попытка", "страница", "файл", "открытие"), (2, "попытки", "страницы", "файла", "открытия"),
            (5, "попыток", "страниц", "файлов", "открытий"), (11, "попыток", "страниц", "файлов", "открытий"),
            (21, "попытка", "страница", "файл", "открытие"), (101, "попытка", "страница", "файл", "открытие"),
        ])
    func nouns(number: Int, tries: String, pages: String, files: String, openings: String) {
        #expect(Phrase.wrongCode(number).ru == "Код не подошёл. Осталось: \(number)\u{A0}\(tries).")
        #expect(Phrase.pageCount(number).ru == "\(number)\u{A0}\(pages)")
        #expect(Phrase.fileCount(number).ru == "\(number)\u{A0}\(files)")
        #expect(Phrase.historyOpenings(number).ru == "\(number)\u{A0}\(openings)")
        #expect(Phrase.historyOpenings(number).kk == "\(number)\u{A0}рет ашылды")
    }

    @Test(
        "name the last day of a term with its weekday",
        arguments: [
            (
                "2026-12-01", "by Tuesday 1\u{A0}December 2026", "не позднее вторника, 1\u{A0}декабря 2026\u{A0}г.",
                "мерзімі: 2026\u{A0}жылғы 1\u{A0}желтоқсан, сейсенбі"
            ),
            (
                "2026-12-06", "by Sunday 6\u{A0}December 2026", "не позднее воскресенья, 6\u{A0}декабря 2026\u{A0}г.",
                "мерзімі: 2026\u{A0}жылғы 6\u{A0}желтоқсан, жексенбі"
            ),
        ])
    func lastDay(day: String, en: String, ru: String, kk: String) throws {
        let phrase = Phrase.by(try #require(Day(day)))
        #expect([phrase.en, phrase.ru, phrase.kk] == [en, ru, kk])
    }

    @Test(
        "say a size",
        arguments: [
            (1, "1\u{A0}KB"), (999_999, "999\u{A0}KB"), (1_000_000, "1\u{A0}MB"), (25_360_000, "25.3\u{A0}MB"),
        ])
    func size(octets: Int, expected: String) {
        #expect(Phrase.size(octets).en == expected)
    }
}
