import Markup
import Policy
import Primitives
import WebCore

/// A year as twelve months, with what is a day off and why.
struct YearView {
    let year: Int
    let calendar: WorkingCalendar
    let today: Day

    @HTMLBuilder var content: HTML {
        div(.class("year")) {
            for month in 1...12 { self.month(month) }
        }
        details(.class("folded")) {
            summary { Phrase.officeCalendarOff }
            div(.class("folded-content")) {
                dataTable(
                    .officeCalendarOff, [Column(.officeCalendarDay), Column(.officeCalendarWhy)], hidesCaption: true,
                    rows: days(1...12).compactMap { day in
                        reason(day).map { [span(.class("nowrap")) { Phrase.dateWithWeekday(day) }, .text($0)] }
                    })
            }
        }
    }

    private func month(_ month: Int) -> HTML {
        let days = days(month...month)
        guard let first = days.first else { return .empty }
        let cells: [Day?] = Array(repeating: nil, count: first.weekday - 1) + days
        return table {
            caption { Phrase.monthName(month) }
            thead {
                tr {
                    for weekday in 1...7 { th(.scope(.col)) { Phrase.weekdayHead(weekday) } }
                }
            }
            tbody {
                for start in stride(from: 0, to: cells.count, by: 7) {
                    tr {
                        for index in start..<start + 7 { cell(index < cells.count ? cells[index] : nil) }
                    }
                }
            }
        }
    }

    private func cell(_ day: Day?) -> HTML {
        guard let day else { return td {} }
        return td(look(of: day), reason(day).map { .title($0) } ?? .none) {
            time(.datetime(day.description)) { "\(day.day)" }
        }
    }

    private func look(of day: Day) -> Attribute {
        switch calendar.standing(of: day) {
        case .working: day == today ? .class("today") : .none
        case .weekend: .class("weekend")
        case .holiday, .dayOff, .given: .class("off")
        case .moved(isWorking: false, _): .class("off", "moved")
        case .moved(isWorking: true, _): .class("moved")
        }
    }

    /// Nil for ordinary days of the week.
    private func reason(_ day: Day) -> Phrase? {
        switch calendar.standing(of: day) {
        case .working, .weekend: nil
        case .holiday(let title), .dayOff(let title): title
        case .given(let title): .officeCalendarFor(title)
        case .moved(let isWorking, let act):
            (isWorking ? Phrase.officeCalendarBecomesWorking : .officeCalendarBecomesOff)
                .followed(by: ": ", .invariable(act))
        }
    }

    private func days(_ months: ClosedRange<Int>) -> [Day] {
        guard let first = Day(year: year, month: months.lowerBound, day: 1) else { return [] }
        return (0..<366).map { first + $0 }.prefix { $0.year == year && months.contains($0.month) }.map(\.self)
    }
}
