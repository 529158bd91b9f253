import Primitives

extension WorkingCalendar {
    /// Why a day is a working day or a day off.
    package enum Standing: Hashable, Sendable {
        case working
        /// No working day of an ordinary week.
        case weekend
        case holiday(Phrase)
        /// Off for a holiday that fell on a weekend (Labour Code, art. 84).
        case given(for: Phrase)
        /// Off, but no holiday, as on religious days.
        case dayOff(Phrase)
        /// As the government decided, over everything else.
        case moved(isWorking: Bool, act: String)

        package var isWorking: Bool {
            switch self {
            case .working, .moved(isWorking: true, _): true
            case .weekend, .holiday, .given, .dayOff, .moved(isWorking: false, _): false
            }
        }
    }

    package func standing(of day: Day) -> Standing {
        if let move = moves[day] { return .moved(isWorking: move.isWorking, act: move.act) }
        if let holiday = holiday(on: day) { return .holiday(holiday.title) }
        if let title = daysOff[day] { return .dayOff(title) }
        guard week.contains(Weekday(of: day)) else { return .weekend }
        let holiday = given(in: day.year)[day] ?? given(in: day.year - 1)[day]
        return holiday.map { .given(for: $0.title) } ?? .working
    }

    /// The last year whose days off that come with the moon are known; nil when there are none at all.
    package var lastKnownYear: Int? { daysOff.keys.map(\.year).max() }

    private func holiday(on day: Day) -> Holiday? {
        holidays.first { $0.month == day.month && $0.day == day.day && $0.day(in: day.year) != nil }
    }

    /// A working day but for what weekend holidays give off, and for moves.
    private func isOrdinary(_ day: Day) -> Bool {
        week.contains(Weekday(of: day)) && daysOff[day] == nil && holiday(on: day) == nil
    }

    /// The days off that the weekend holidays of a year give, each with its holiday.
    private func given(in year: Int) -> [Day: Holiday] {
        var given: [Day: Holiday] = [:]
        for holiday in holidays where holiday.moves {
            guard let day = holiday.day(in: year), !week.contains(Weekday(of: day)) else { continue }
            var next = day + 1
            while !isOrdinary(next) || given[next] != nil { next = next + 1 }
            given[next] = holiday
        }
        return given
    }
}
