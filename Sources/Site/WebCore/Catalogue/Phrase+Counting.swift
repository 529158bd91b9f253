import Policy
import Primitives

/// How a deadline was counted.
extension Phrase {
    package static let howCounted = Phrase(
        ru: "Как считается срок", kk: "Мерзім қалай есептеледі", en: "How it is counted")
    /// `Day 1: Tuesday 24 November 2026`
    package static func countedDay(_ number: Int, _ day: Day) -> Phrase {
        let date = dateWithWeekday(day)
        return Phrase(
            ru: "День\u{A0}\(number): \(date.ru)", kk: "\(number)\u{2011}күн: \(date.kk)",
            en: "Day\u{A0}\(number): \(date.en)")
    }
    /// `Thursday 26 November 2026: 24 Nov 2026, 25 Nov 2026, 26 Nov 2026`: the last day, and those that count.
    package static func countedOver(_ term: CountedTerm) -> Phrase {
        let (last, days) = (dateWithWeekday(term.due), term.days.map { shortDate($0) })
        return Phrase(
            ru: "\(last.ru): \(days.map(\.ru).joined(separator: ", "))",
            kk: "\(last.kk): \(days.map(\.kk).joined(separator: ", "))",
            en: "\(last.en): \(days.map(\.en).joined(separator: ", "))")
    }
    /// `Monday 9 March 2026 does not count: a holiday`
    package static func passedOver(_ day: Day, _ reason: CountedTerm.Reason) -> Phrase {
        let (date, why) = (dateWithWeekday(day), dayReason(reason))
        return Phrase(
            ru: "\(date.ru)\u{A0}— не считается: \(why.ru)", kk: "\(date.kk)\u{A0}– есептелмейді: \(why.kk)",
            en: "\(date.en) does not count: \(why.en)")
    }
    package static func dayReason(_ reason: CountedTerm.Reason) -> Phrase {
        switch reason {
        case .weekend: Phrase(ru: "выходной", kk: "демалыс күні", en: "weekend")
        case .holiday: Phrase(ru: "праздник", kk: "мереке", en: "a holiday")
        case .given:
            Phrase(
                ru: "выходной за праздник, выпавший на выходной", kk: "демалысқа түскен мереке үшін берілген демалыс",
                en: "off for a holiday on a weekend")
        case .dayOff: Phrase(ru: "нерабочий день", kk: "жұмыс күні емес", en: "a day off")
        case .moved:
            Phrase(
                ru: "выходной по решению Правительства", kk: "Үкімет шешімімен демалыс",
                en: "off by decision of the Government")
        }
    }
    /// The event and the version of the calendar.
    package static func countedFrom(_ event: Day, calendar: Int) -> Phrase {
        let day = date(event)
        return Phrase(
            ru: "Отсчёт со дня после \(day.ru); последний день длится до 24:00. Версия календаря: \(calendar).",
            kk:
                "Есеп \(day.kk) күнінен кейінгі күннен басталады; соңғы күн 24:00\u{2011}ге дейін созылады. Күнтізбе нұсқасы: \(calendar).",
            en: "Counted from the day after \(day.en); the last day lasts until 24:00. Calendar version \(calendar).")
    }
}
