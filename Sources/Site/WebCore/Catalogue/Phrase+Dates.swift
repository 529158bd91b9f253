import Primitives

/// Dates and times as people read them. All of Kazakhstan keeps UTC+5.
extension Phrase {
    /// `24 November 2026`
    package static func date(_ day: Day) -> Phrase {
        let month = day.month - 1
        return Phrase(
            ru: "\(day.day)\u{A0}\(Months.ru[month]) \(day.year)\u{A0}г.",
            kk: "\(day.year)\u{A0}ж. \(day.day)\u{A0}\(Months.kk[month])",
            en: "\(day.day)\u{A0}\(Months.en[month]) \(day.year)")
    }

    /// `24 November 2026, 14:05 (Almaty)`
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
                ru: "просрочено на \(span.ru)", kk: "мерзімінен \(span.kk) өтті", en: "\(span.en) overdue")
        }
        let isOne = abs(days) % 10 == 1 && abs(days) % 100 != 11
        return Phrase(
            ru: "\(isOne ? "остался" : "осталось") \(span.ru)", kk: "\(span.kk) қалды", en: "\(span.en) left")
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
        let tenths = octets / 100_000
        let (whole, part) = (tenths / 10, tenths % 10)
        guard part > 0 else {
            return Phrase(ru: "\(whole)\u{A0}МБ", kk: "\(whole)\u{A0}МБ", en: "\(whole)\u{A0}MB")
        }
        return Phrase(
            ru: "\(whole),\(part)\u{A0}МБ", kk: "\(whole),\(part)\u{A0}МБ", en: "\(whole).\(part)\u{A0}MB")
    }

    private static func clockText(_ instant: Instant) -> String {
        let local = instant + .hours(5)
        let minute = Int(local.seconds - Int64(Day(of: local, hoursEast: 0).daysSince1970) * 86_400) / 60
        return "\(minute / 60 < 10 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}

private enum Months {
    static let ru = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]
    static let kk = [
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
        "желтоқсан",
    ]
    static let en = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
