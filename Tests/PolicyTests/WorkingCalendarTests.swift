import Policy
import Primitives
import Testing

@Suite("The working days of Kazakhstan")
struct WorkingCalendarTests {
    private static func calendar() throws -> WorkingCalendar {
        try #require(try Cantra.lawPack()?.calendar)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(
        "end a term of working days where the law counts them",
        arguments: [
            ("2026-03-06", 1, "2026-03-10"), ("2026-03-19", 3, "2026-03-27"), ("2026-10-23", 1, "2026-10-27"),
            ("2026-08-28", 1, "2026-08-31"), ("2026-11-21", 3, "2026-11-25"), ("2026-12-28", 15, "2027-01-21"),
            ("2027-03-11", 3, "2027-03-17"), ("2027-04-30", 1, "2027-05-04"), ("2027-05-14", 1, "2027-05-17"),
        ])
    func ends(event: String, count: Int, expected: String) throws {
        let end = try Self.calendar().end(of: count, after: try Self.day(event))
        #expect(end.description == expected)
        #expect(try Self.calendar().workingDays(after: try Self.day(event), through: end) == count)
    }

    @Test("roll a term of calendar days that ends on a holiday to the next working day")
    func rolls() throws {
        let calendar = try Self.calendar()
        let end = try Self.day("2026-04-21") + 10
        #expect(end.description == "2026-05-01")
        #expect(calendar.rolled(end).description == "2026-05-04")
        #expect(calendar.rolled(try Self.day("2026-05-04")).description == "2026-05-04")
    }

    @Test(
        "leave out the weekdays that are holidays or given for one on a weekend",
        arguments: [
            2024: "01-01 01-02 03-08 03-21 03-22 03-25 05-01 05-07 05-09 07-08 08-30 10-25 12-16",
            2025: "01-01 01-02 01-07 03-10 03-21 03-24 03-25 05-01 05-07 05-09 06-06 07-07 09-01 10-27 12-16",
            2026: "01-01 01-02 01-07 03-09 03-23 03-24 03-25 05-01 05-07 05-11 05-27 07-06 10-26 12-16",
            2027: "01-01 01-04 01-07 03-08 03-15 03-22 03-23 03-24 05-03 05-07 05-10 07-06 10-25 12-16",
            2028: "01-03 01-04 01-07 03-08 03-15 03-21 03-22 03-23 05-01 05-05 05-08 05-09 07-06 10-25 12-18",
        ])
    func daysOff(year: Int, expected: String) throws {
        let calendar = try Self.calendar()
        let first = try #require(Day(year: year, month: 1, day: 1))
        let off = (0..<366).map { first + $0 }.filter { $0.year == year && $0.weekday <= 5 && !calendar.isWorking($0) }
        #expect(off.map { $0.description.dropFirst(5) }.joined(separator: " ") == expected)
    }

    @Test("follow the Government where it moves a day")
    func moved() throws {
        let saturday = try Self.day("2026-12-26")
        let monday = try Self.day("2026-12-28")
        let calendar = WorkingCalendar(
            week: [.monday, .tuesday, .wednesday, .thursday, .friday], holidays: [],
            moves: [.init(saturday, isWorking: true, act: "1"), .init(monday, isWorking: false, act: "1")])
        #expect(calendar.standing(of: monday) == .moved(isWorking: false, act: "1"))
        #expect(calendar.isWorking(saturday))
        #expect(calendar.end(of: 2, after: saturday + -1).description == "2026-12-29")
    }

    @Test(
        "put a due day on the scale of deadlines",
        arguments: [
            ("2026-11-25", DueDay.Standing.far, 4), ("2026-11-30", .near, 1), ("2026-11-28", .far, 2),
            ("2026-12-01", .today, 0), ("2026-12-02", .over, -1), ("2026-12-05", .over, -3),
        ])
    func scale(today: String, standing: DueDay.Standing, left: Int) throws {
        let due = DueDay(try Self.day("2026-12-01"), from: try Self.day(today), in: try Self.calendar())
        #expect(due.standing == standing)
        #expect(due.workingDays == left)
    }

    @Test("call a day over before a working day has passed since")
    func overOnSaturday() throws {
        let due = DueDay(try Self.day("2026-11-27"), from: try Self.day("2026-11-28"), in: try Self.calendar())
        #expect(due.standing == .over)
        #expect(due.workingDays == 0)
    }
}

@Suite("A term of working days")
struct WorkingTermTests {
    @Test("is written as it is read", arguments: ["1 working day", "3 working days"])
    func reads(text: String) {
        #expect(WorkingTerm(text)?.description == text)
    }

    @Test("is nothing else", arguments: ["3 days", "0 working days", "-1 working days", "three working days", "3"])
    func refuses(text: String) {
        #expect(WorkingTerm(text) == nil)
    }
}
