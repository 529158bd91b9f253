import Foundation
import Primitives
import Testing

@Suite("A day")
struct DayTests {
    @Test("from 1800 to 2200 is the one that Foundation's calendar has")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        let first = try #require(Day(year: 1800, month: 1, day: 1))
        let last = try #require(Day(year: 2200, month: 12, day: 31))
        var wrong: [Int] = []
        for count in first.daysSince1970...last.daysSince1970 {
            let day = Day(daysSince1970: count)
            let date = Date(timeIntervalSince1970: Double(count) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
            let isRight =
                parts.year == day.year && parts.month == day.month && parts.day == day.day
                && parts.weekday == day.weekday % 7 + 1
                && Day(year: day.year, month: day.month, day: day.day) == day && Day(day.description) == day
            if !isRight { wrong.append(count) }
        }
        #expect(wrong == [])
        #expect(last.daysSince1970 - first.daysSince1970 == 146_461)
    }

    @Test(
        "is written as year, month and day", arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (47_481, "2099-12-31")])
    func text(count: Int, text: String) {
        #expect(Day(daysSince1970: count).description == text)
        #expect(Day(text)?.daysSince1970 == count)
    }

    @Test(
        "is not read from what names none",
        arguments: [
            "2099-02-29", "2099-02-30", "2100-02-29", "2099-13-01", "2099-00-10", "2099-01-00", "2099-04-31",
            "2099-1-01", "99-01-01", "2099-01-01 ", "2099/01/01", "", "٢٠٩٩-٠١-٠١", "-099-01-01", "2099-01-+1",
        ])
    func none(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("of an instant is the one on the wall where it is asked for")
    func zone() throws {
        let evening = Instant(seconds: 19 * 3_600)
        #expect(Day(of: evening, hoursEast: 0).description == "1970-01-01")
        #expect(Day(of: evening, hoursEast: 5).description == "1970-01-02")
        #expect(Day(of: Instant(seconds: -1), hoursEast: 0).description == "1969-12-31")
    }
}
