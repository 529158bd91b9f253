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

    @Test("give a moment in Almaty, five hours east of Greenwich")
    func almaty() throws {
        let day = try #require(Day("2026-11-23"))
        let instant = Instant(seconds: Int64(day.daysSince1970) * 86_400 + 19 * 3_600 + 5 * 60)
        let phrase = Phrase.moment(instant)
        #expect(phrase.en == "24\u{A0}November 2026, 00:05\u{A0}(Almaty)")
        #expect(phrase.ru == "24\u{A0}ноября 2026\u{A0}г., 00:05\u{A0}(Алматы)")
        #expect(phrase.kk == "2026\u{A0}ж. 24\u{A0}қараша, 00:05\u{A0}(Алматы)")
    }

    @Test(
        "count the days of a deadline", arguments: [(3, "3\u{A0}days left"), (0, "today"), (-1, "1\u{A0}day overdue")])
    func deadline(days: Int, expected: String) {
        #expect(Phrase.daysLeft(days).en == expected)
    }

    @Test(
        "name the last day of a term with its weekday",
        arguments: [
            (
                "2026-12-01", "by Tuesday 1\u{A0}December 2026", "не позднее вторника, 1\u{A0}декабря 2026\u{A0}г.",
                "мерзімі: 2026\u{A0}ж. 1\u{A0}желтоқсан, сейсенбі"
            ),
            (
                "2026-12-06", "by Sunday 6\u{A0}December 2026", "не позднее воскресенья, 6\u{A0}декабря 2026\u{A0}г.",
                "мерзімі: 2026\u{A0}ж. 6\u{A0}желтоқсан, жексенбі"
            ),
        ])
    func lastDay(day: String, en: String, ru: String, kk: String) throws {
        let phrase = Phrase.by(try #require(Day(day)))
        #expect([phrase.en, phrase.ru, phrase.kk] == [en, ru, kk])
    }

    @Test(
        "say a size",
        arguments: [
            (1, "1\u{A0}KB"), (999_999, "999\u{A0}KB"), (1_000_000, "1.0\u{A0}MB"), (25_360_000, "25.3\u{A0}MB"),
        ])
    func size(octets: Int, expected: String) {
        #expect(Phrase.size(octets).en == expected)
    }
}
