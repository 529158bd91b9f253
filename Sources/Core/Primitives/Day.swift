/// A day of the Gregorian calendar, without time or zone.
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01, which is day 0.
    package let daysSince1970: Int

    package init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    /// - Returns: nil when there is no such day, as on 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let count = Day.count(year: year, month: month, day: day)
        self.init(daysSince1970: count)
        guard self.year == year, self.month == month, self.day == day else { return nil }
    }

    /// Reads `2026-11-24`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day on which `instant` falls at `offset` hours east of Greenwich (Almaty: 5).
    package init(of instant: Instant, hoursEast offset: Int) {
        self.init(daysSince1970: Int((instant.seconds + Int64(offset) * 3_600).floorDivided(by: 86_400)))
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    /// Monday is 1, Sunday is 7.
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

    package static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }
    package static func + (day: Day, count: Int) -> Day { Day(daysSince1970: day.daysSince1970 + count) }

    /// The same date so many months later; the last day of that month where it has no such date.
    package func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let year = Int(Int64(count).floorDivided(by: 12))
        let month = count - year * 12 + 1
        for date in stride(from: day, to: 27, by: -1) {
            if let found = Day(year: year, month: month, day: date) { return found }
        }
        return Day(daysSince1970: Day.count(year: year, month: month, day: day))
    }

    package var description: String {
        let (year, month, day) = civil
        return String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)-\(two(month))-\(two(day))"
    }

    /// Proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March.
    private static func count(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = daysSince1970 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
    }
}
