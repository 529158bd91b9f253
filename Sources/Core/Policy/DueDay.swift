import Primitives

/// The day by which something is to be done, as it looks from another day.
package struct DueDay: Hashable, Sendable {
    package let day: Day
    /// Working days after today, through the day; negative: those that have passed since.
    package let workingDays: Int
    package let standing: Standing
    /// How it was counted, where that is known.
    package let counted: CountedTerm?

    /// The one scale of deadlines.
    package enum Standing: String, Sendable, CaseIterable {
        /// More than one working day is left.
        case far
        /// One is left.
        case near
        case today
        case over
    }

    package init(_ day: Day, from today: Day, in calendar: WorkingCalendar, counted: CountedTerm? = nil) {
        self.day = day
        self.counted = counted
        workingDays =
            day < today
            ? -calendar.workingDays(after: day, through: today) : calendar.workingDays(after: today, through: day)
        standing = day < today ? .over : day == today ? .today : workingDays > 1 ? .far : .near
    }
}
