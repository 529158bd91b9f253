import Primitives

/// A term as it was counted: from which event, by which version of the calendar, over which days, to which day.
///
/// Kept as it is with what it is the deadline of, so that it explains itself, and is counted again openly when the
/// calendar changes.
package struct CountedTerm: Hashable, Sendable {
    /// The day of the event, which does not count (Civil Code of Kazakhstan, art. 173).
    package let event: Day
    package let amount: Int
    package let unit: Unit
    /// The version of the calendar by which it was counted.
    package let calendar: Int
    /// For working days each day after the event, through the last; for other units the day on which the term ends, and
    /// those by which it is moved off days off (art. 175).
    package let steps: [Step]

    /// What terms are counted in. The raw values stand in databases.
    package enum Unit: String, Sendable, CaseIterable {
        case workingDay = "working_day"
        case calendarDay = "calendar_day"
        case month, year
    }

    /// A day that was looked at.
    package struct Step: Hashable, Sendable {
        package let day: Day
        /// Why it does not count; nil when it does.
        package let passedOver: Reason?
    }

    /// Why a day is none to count. The raw values stand in databases.
    package enum Reason: Character, Sendable, CaseIterable {
        case weekend = "w"
        case holiday = "h"
        case given = "g"
        case dayOff = "d"
        case moved = "m"
    }

    /// The last day, which lasts until 24:00 (art. 176).
    package var due: Day { steps.last?.day ?? event }

    /// The working days that count, in their order.
    package var days: [Day] { steps.filter { $0.passedOver == nil }.map(\.day) }

    /// Counts a term.
    ///
    /// - Parameters:
    ///   - amount: from 1.
    ///   - version: of the calendar.
    package init(_ amount: Int, _ unit: Unit, after event: Day, in calendar: WorkingCalendar, version: Int) {
        self.event = event
        self.amount = amount
        self.unit = unit
        self.calendar = version
        let (first, count) =
            switch unit {
            case .workingDay: (event + 1, amount)
            case .calendarDay: (event + amount, 1)
            case .month: (event.adding(months: amount), 1)
            case .year: (event.adding(months: 12 * amount), 1)
            }
        steps = Self.steps(to: count, from: first, in: calendar)
    }

    /// The same term by another version of the calendar.
    package func counted(in calendar: WorkingCalendar, version: Int) -> CountedTerm {
        CountedTerm(amount, unit, after: event, in: calendar, version: version)
    }

    private static func steps(to count: Int, from first: Day, in calendar: WorkingCalendar) -> [Step] {
        var (steps, left, day): ([Step], Int, Day) = ([], count, first)
        while left > 0 {
            let reason = Reason(calendar.standing(of: day))
            steps.append(Step(day: day, passedOver: reason))
            if reason == nil { left -= 1 }
            day = day + 1
        }
        return steps
    }
}

extension CountedTerm.Reason {
    /// Nil for a day that counts.
    fileprivate init?(_ standing: WorkingCalendar.Standing) {
        switch standing {
        case .working, .moved(isWorking: true, _): return nil
        case .weekend: self = .weekend
        case .holiday: self = .holiday
        case .given: self = .given
        case .dayOff: self = .dayOff
        case .moved(isWorking: false, _): self = .moved
        }
    }
}

extension CountedTerm: LosslessStringConvertible {
    /// `4 2026-11-26 2 working_day 2026-11-27 2026-11-28w 2026-11-29w 2026-11-30`: version, event, term, and each day, with
    /// the reason where it does not count.
    package var description: String {
        let days = steps.map { "\($0.day)" + ($0.passedOver.map { String($0.rawValue) } ?? "") }
        return ("\(calendar) \(event) \(amount) \(unit.rawValue) " + days.joined(separator: " "))
    }

    package init?(_ description: String) {
        let words = description.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count > 4, let calendar = Int(words[0]), let event = Day(words[1]), let amount = Int(words[2]),
            amount > 0, let unit = Unit(rawValue: words[3])
        else { return nil }
        let steps = words.dropFirst(4).compactMap(Step.init)
        guard steps.count == words.count - 4, steps.last?.passedOver == nil,
            steps.count(where: { $0.passedOver == nil }) == (unit == .workingDay ? amount : 1)
        else { return nil }
        self.calendar = calendar
        self.event = event
        self.amount = amount
        self.unit = unit
        self.steps = steps
    }
}

extension CountedTerm.Step {
    fileprivate init?(_ text: String) {
        guard let day = Day(String(text.prefix(10))) else { return nil }
        let reason = text.dropFirst(10)
        guard reason.count < 2 else { return nil }
        guard let letter = reason.first else {
            self.init(day: day, passedOver: nil)
            return
        }
        guard let known = CountedTerm.Reason(rawValue: letter) else { return nil }
        self.init(day: day, passedOver: known)
    }
}
