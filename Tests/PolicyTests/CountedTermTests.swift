import Policy
import Primitives
import Testing

@Suite("A term that is counted")
struct CountedTermTests {
    private static func calendar() throws -> WorkingCalendar { try #require(try Cantra.lawPack()?.calendar) }
    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private static func term(_ amount: Int, _ unit: CountedTerm.Unit, after event: String) throws -> CountedTerm {
        CountedTerm(amount, unit, after: try day(event), in: try calendar(), version: 4)
    }

    @Test("names each day that counts, and why others do not")
    func steps() throws {
        let term = try Self.term(3, .workingDay, after: "2026-03-05")
        #expect(
            term.description
                == "4 2026-03-05 3 working_day 2026-03-06 2026-03-07w 2026-03-08h 2026-03-09g 2026-03-10 2026-03-11")
        #expect(term.due == (try Self.day("2026-03-11")))
        #expect(term.days.map(\.day) == [6, 10, 11])
    }

    @Test(
        "ends with months on the same date or the last of the month, and on a working day",
        arguments: [
            ("2026-01-31", 1, CountedTerm.Unit.month, "2026-03-02"), ("2024-01-31", 1, .month, "2024-02-29"),
            ("2026-11-30", 3, .month, "2027-03-01"), ("2024-02-29", 1, .year, "2025-02-28"),
            ("2026-11-24", 2, .month, "2027-01-25"), ("2026-04-21", 10, .calendarDay, "2026-05-04"),
            ("2026-11-24", 10, .calendarDay, "2026-12-04"), ("2021-11-26", 5, .year, "2026-11-26"),
        ])
    func others(event: String, amount: Int, unit: CountedTerm.Unit, due: String) throws {
        #expect(try Self.term(amount, unit, after: event).due.description == due)
    }

    @Test("is read as it was written, and nothing else is")
    func text() throws {
        for (amount, unit, event) in [
            (1, CountedTerm.Unit.workingDay, "2026-12-30"), (15, .workingDay, "2026-12-28"),
            (10, .calendarDay, "2026-04-21"),
            (1, .month, "2026-01-31"), (3, .year, "2026-05-01"),
        ] {
            let term = try Self.term(amount, unit, after: event)
            #expect(CountedTerm(term.description) == term)
        }
        for wrong in [
            "", "4 2026-03-05 2 working_day 2026-03-06", "4 2026-03-05 1 working_day 2026-03-06x",
            "4 2026-03-05 1 working_day 2026-03-06 2026-03-07w", "4 2026-03-05 0 working_day 2026-03-06",
            "4 2026-03-05 1 fortnight 2026-03-06", "x 2026-03-05 1 working_day 2026-03-06",
            "4 2026-03-05 1 working_day  2026-03-06",
        ] { #expect(CountedTerm(wrong) == nil, "\(wrong)") }
    }

    @Test("is counted anew by another version of the calendar")
    func anew() throws {
        let term = try Self.term(3, .workingDay, after: "2026-11-24")
        #expect(term.due.description == "2026-11-27")
        let friday = WorkingCalendar.Move(term.due, isWorking: false, act: "Resolution 1")
        let moved = term.counted(in: try Self.calendar().moving([friday]), version: 5)
        #expect(
            moved.description
                == "5 2026-11-24 3 working_day 2026-11-25 2026-11-26 2026-11-27m 2026-11-28w 2026-11-29w 2026-11-30")
    }
}

/// The rules of holidays and terms written down once more, in another way: one day after the other, with nothing kept.
private struct SlowCounter {
    /// Month, date, first and last year, whether a weekend moves it.
    static let holidays: [(Int, Int, ClosedRange<Int>, Bool)] = [
        (1, 1, 1990...2060, true), (1, 2, 1990...2060, true), (1, 7, 1990...2060, false), (3, 8, 1990...2060, true),
        (3, 15, 2027...2060, true), (3, 21, 1990...2060, true), (3, 22, 1990...2060, true), (3, 23, 1990...2060, true),
        (5, 1, 1990...2060, true), (5, 7, 1990...2060, true), (5, 9, 1990...2060, true), (7, 6, 1990...2060, true),
        (8, 30, 1990...2025, true), (10, 25, 2022...2060, true), (12, 1, 2012...2021, true),
        (12, 16, 1990...2060, true),
        (12, 17, 1990...2021, true),
    ]
    static let kurban: Set<String> = [
        "2015-09-24", "2016-09-12", "2017-09-01", "2018-08-21", "2019-08-11", "2020-07-31", "2021-07-20", "2022-07-09",
        "2023-06-28", "2024-06-16", "2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05",
    ]

    static func isHoliday(_ day: Day) -> Bool {
        holidays.contains { $0.0 == day.month && $0.1 == day.day && $0.2.contains(day.year) }
    }

    static func isMovable(_ day: Day) -> Bool {
        holidays.contains { $0.0 == day.month && $0.1 == day.day && $0.2.contains(day.year) && $0.3 }
    }

    static func isFree(_ day: Day) -> Bool { day.weekday > 5 || isHoliday(day) || kurban.contains(day.description) }

    /// Walks from far enough before: each weekend holiday owes a day, paid by the first day that is not free anyway.
    static func isWorking(_ day: Day) -> Bool {
        var (owed, walked) = (0, day + -40)
        while walked < day {
            if isFree(walked) {
                if walked.weekday > 5, isMovable(walked) { owed += 1 }
            } else if owed > 0 {
                owed -= 1
            }
            walked = walked + 1
        }
        return !isFree(day) && owed == 0
    }
}

@Suite("The working days between 1990 and 2060")
struct WorkingDaysByChanceTests {
    @Test("are those of a counter that goes from day to day")
    func days() throws {
        let calendar = try #require(try Cantra.lawPack()?.calendar)
        var day = try #require(Day("1990-02-15"))
        let last = try #require(Day("2060-12-31"))
        while day < last {
            let slow = SlowCounter.isWorking(day)
            #expect(calendar.isWorking(day) == slow, "\(day)")
            day = day + 1
        }
    }

    @Test("make the same terms, whatever the event and the amount", arguments: 0..<40)
    func terms(seed: Int) throws {
        let calendar = try #require(try Cantra.lawPack()?.calendar)
        let first = try #require(Day("1990-03-01"))
        // A step that shares no factor with the span visits days all over it.
        for step in 0..<10 {
            let event = first + (seed * 10 + step) * 7_919 % 25_000
            let amount = 1 + (seed * 31 + step * 7) % 45
            let term = CountedTerm(amount, .workingDay, after: event, in: calendar, version: 1)
            var (day, left) = (event, amount)
            while left > 0 {
                day = day + 1
                if SlowCounter.isWorking(day) { left -= 1 }
            }
            #expect(term.due == day, "\(amount) after \(event)")
            #expect(term.days.count == amount)
            #expect(calendar.workingDays(after: event, through: term.due) == amount)
            #expect(calendar.end(of: amount, after: event) == term.due)
        }
    }
}
