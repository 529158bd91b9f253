extension Phrase {
    /// `24 ноября 2026 г.`, `2026 жылғы 24 қараша`, `24 November 2026`
    package static func date(_ day: Day) -> Phrase {
        let month = day.month - 1
        return Phrase(
            ru: "\(day.day)\u{A0}\(Months.ru[month]) \(day.year)\u{A0}г.",
            kk: "\(day.year)\u{A0}жылғы \(day.day)\u{A0}\(Months.kk[month])",
            en: "\(day.day)\u{A0}\(Months.en[month]) \(day.year)")
    }

    /// `24.11.2026`, in English `24 Nov 2026`: for where every character counts.
    package static func shortDate(_ day: Day) -> Phrase {
        let figures = "\(day.day < 10 ? "0" : "")\(day.day).\(day.month < 10 ? "0" : "")\(day.month).\(day.year)"
        return Phrase(ru: figures, kk: figures, en: "\(day.day) \(Months.en[day.month - 1].prefix(3)) \(day.year)")
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
