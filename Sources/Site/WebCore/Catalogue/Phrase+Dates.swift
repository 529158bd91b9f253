import Policy
import Primitives

/// Dates and times as people read them. All of Kazakhstan keeps UTC+5.
extension Phrase {
    /// `Tuesday 24 November 2026`
    package static func dateWithWeekday(_ day: Day) -> Phrase {
        let (date, weekday) = (date(day), day.weekday - 1)
        return Phrase(
            ru: "\(Weekdays.ru[weekday]), \(date.ru)", kk: "\(date.kk), \(Weekdays.kk[weekday])",
            en: "\(Weekdays.en[weekday]) \(date.en)")
    }

    /// `by Tuesday 24 November 2026`: that day is the last.
    package static func by(_ day: Day) -> Phrase {
        let (date, named) = (date(day), dateWithWeekday(day))
        return Phrase(
            ru: "не позднее \(Weekdays.ruOf[day.weekday - 1]), \(date.ru)", kk: "мерзімі: \(named.kk)",
            en: "by \(named.en)")
    }

    /// `24 ноября 2026 г., 14:05 (Алматы)`, `2026 жылғы 24 қараша, 14:05 (Алматы)`, `24 November 2026, 14:05 (Almaty)`
    package static func moment(_ instant: Instant) -> Phrase {
        let clock = clockText(instant)
        let day = date(Day(of: instant, hoursEast: 5))
        return Phrase(
            ru: "\(day.ru), \(clock)\u{A0}(Алматы)", kk: "\(day.kk), \(clock)\u{A0}(Алматы)",
            en: "\(day.en), \(clock)\u{A0}(Almaty)")
    }

    /// `14:05`, in Almaty.
    package static func clock(_ instant: Instant) -> Phrase { .invariable(clockText(instant)) }

    /// How long a deadline is away, in words.
    package static func daysLeft(_ days: Int, isWorking: Bool = false) -> Phrase {
        if days == 0 { return Phrase(ru: "сегодня", kk: "бүгін", en: "today") }
        let span = isWorking ? workingDays(abs(days)) : calendarDays(abs(days))
        if days < 0 {
            return Phrase(
                ru: "просрочено на \(span.ru)", kk: "мерзімі \(span.kk) бұрын өтті", en: "\(span.en) overdue")
        }
        let left = russian(days, ("остался", "осталось", "осталось"))
        return Phrase(ru: "\(left) \(span.ru)", kk: "\(span.kk) қалды", en: "\(span.en) left")
    }

    /// How far a day is by which something is to be done, in words and counted days.
    package static func distance(_ due: DueDay) -> Phrase {
        guard due.standing == .over, due.workingDays == 0 else { return daysLeft(due.workingDays, isWorking: true) }
        return Phrase(ru: "срок прошёл", kk: "мерзімі өтті", en: "overdue")
    }

    /// `5 days`
    package static func calendarDays(_ days: Int) -> Phrase {
        count(days, ru: ("день", "дня", "дней"), kk: "күн", en: ("day", "days"))
    }

    /// `5 working days`
    package static func workingDays(_ days: Int) -> Phrase {
        count(
            days, ru: ("рабочий день", "рабочих дня", "рабочих дней"), kk: "жұмыс күні",
            en: ("working day", "working days"))
    }

    /// A size in KB or MB, of 1,000 octets each.
    package static func size(_ octets: Int) -> Phrase {
        if octets < 1_000_000 {
            let number = max(1, octets / 1_000)
            return Phrase(ru: "\(number)\u{A0}КБ", kk: "\(number)\u{A0}КБ", en: "\(number)\u{A0}KB")
        }
        let (whole, tenth) = (octets / 1_000_000, octets / 100_000 % 10)
        let comma = tenth == 0 ? "" : ",\(tenth)"
        return Phrase(
            ru: "\(whole)\(comma)\u{A0}МБ", kk: "\(whole)\(comma)\u{A0}МБ",
            en: "\(whole)\(tenth == 0 ? "" : ".\(tenth)")\u{A0}MB")
    }

    private static func clockText(_ instant: Instant) -> String {
        let local = instant + .hours(5)
        let minute = Int(local.seconds - Int64(Day(of: local, hoursEast: 0).daysSince1970) * 86_400) / 60
        return "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}

private enum Weekdays {
    static let ru = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
    static let ruOf = ["понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"]
    static let kk = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"]
    static let en = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
}
