import Primitives

/// The working days of a country: its week, its holidays, and the days that the government has moved.
///
/// Terms are counted after the Civil Code of Kazakhstan: the day after the event is the first (art. 173), what ends on a
/// day off ends on the next working day (art. 175), and the last day lasts until 24:00 (art. 176).
package struct WorkingCalendar: Hashable, Sendable {
    /// The working days of an ordinary week.
    let week: Set<Weekday>
    /// In the order of the year.
    let holidays: [Holiday]
    /// Days off that are no holidays and give no other day off.
    let daysOff: [Day: Phrase]
    /// What the government decided of single days, over everything else.
    package let moves: [Day: Move]

    package init(week: Set<Weekday>, holidays: [Holiday], daysOff: [Day: Phrase] = [:], moves: [Move] = []) {
        self.week = week
        self.holidays = holidays.sorted { ($0.month, $0.day) < ($1.month, $1.day) }
        self.daysOff = daysOff
        self.moves = Dictionary(moves.map { ($0.day, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// A day that the government made a working day, or took out of the working days (Labour Code, art. 85(3)).
    package struct Move: Hashable, Sendable {
        package let day: Day
        package let isWorking: Bool
        /// The act that says so, as it is cited.
        package let act: String

        package init(_ day: Day, isWorking: Bool, act: String) {
            self.day = day
            self.isWorking = isWorking
            self.act = act
        }
    }

    /// The same calendar with more days moved; a day that was moved already is decided anew.
    package func moving(_ more: some Sequence<Move>) -> WorkingCalendar {
        WorkingCalendar(week: week, holidays: holidays, daysOff: daysOff, moves: Array(moves.values) + more)
    }

    package enum Weekday: String, Sendable, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday

        /// The weekday of a day.
        package init(of day: Day) { self = Self.allCases[day.weekday - 1] }
    }

    /// A day off that comes back every year.
    package struct Holiday: Hashable, Sendable, Identifiable, Codable {
        package let id: String
        package let title: Phrase
        package let month: Int
        package let day: Int
        /// The first year in which it is kept; nil when it always was.
        package let since: Int?
        /// The last year in which it is kept; nil when there is no end.
        package let until: Int?
        /// On a weekend it gives the next working day off (Labour Code, art. 84).
        package let moves: Bool

        package init(
            _ id: String, _ title: Phrase, month: Int, day: Int, since: Int? = nil, until: Int? = nil, moves: Bool
        ) {
            self.id = id
            self.title = title
            self.month = month
            self.day = day
            self.since = since
            self.until = until
            self.moves = moves
        }

        /// Nil when it is not kept in that year.
        func day(in year: Int) -> Day? {
            guard year >= since ?? year, year <= until ?? year else { return nil }
            return Day(year: year, month: month, day: day)
        }
    }

    package func isWorking(_ day: Day) -> Bool { standing(of: day).isWorking }

    /// The day with which a term of working days ends.
    ///
    /// - Parameter count: of working days, from 1.
    package func end(of count: Int, after event: Day) -> Day {
        var (day, left) = (event, count)
        while left > 0 {
            day = day + 1
            if isWorking(day) { left -= 1 }
        }
        return day
    }

    /// The same day when it is a working one; otherwise the next that is, with which a term of calendar days ends.
    package func rolled(_ day: Day) -> Day { isWorking(day) ? day : end(of: 1, after: day) }

    /// Working days after `start`, through `end`; 0 when `end` is not later.
    package func workingDays(after start: Day, through end: Day) -> Int {
        guard start < end else { return 0 }
        return (start.daysSince1970 + 1...end.daysSince1970).count { isWorking(Day(daysSince1970: $0)) }
    }
}
