import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Deadlines

@Suite("The calendar of working days")
struct CalendarDeskTests {
    private static let administrator = Actor(.administrator)

    private static func desk(_ house: TestHouse, _ book: CalendarBook? = nil) -> CalendarDesk {
        CalendarDesk(
            gate: house.gate, book: book ?? house.registrar.calendars,
            isAdministrator: { actor, _ in actor.role == .administrator }, running: Registrar.runningTerms,
            time: house.clock.source)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private static func changes(in house: TestHouse) async throws -> Int {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .count { try LedgerEntry(canonical: try $0.bytes(0)).act == "change_calendar" }
        }
    }

    private static func off(_ text: String) throws -> WorkingCalendar.Move {
        WorkingCalendar.Move(try day(text), isWorking: false, act: "Resolution 900 of 2026")
    }

    @Test("begins as the law pack has it, once, with an entry", arguments: Engine.available)
    func begins(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let desk = Self.desk(house)
            #expect(try await desk.standing().number == 0)
            #expect(try await desk.takeLawPack())
            #expect(try await !desk.takeLawPack())
            #expect(try await desk.standing().number == 1)
            // Another process, which reads what is stored.
            let other = Self.desk(house, CalendarBook(law: house.registrar.calendars.law))
            let (stored, own) = (try await other.standing(), try await desk.standing())
            #expect(stored == own)
            #expect(try await Self.changes(in: house) == 1)
        }
    }

    @Test("takes another law pack as a version of its own, and keeps what was entered", arguments: Engine.available)
    func lawPack(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let desk = Self.desk(house)
            try await desk.takeLawPack()
            try await desk.decide(
                try Self.off("2026-12-28"), on: try Self.day("2026-12-28"), after: 1, by: Self.administrator)
            let plain = WorkingCalendar(week: [.monday, .tuesday, .wednesday, .thursday, .friday], holidays: [])
            let newer = Self.desk(house, CalendarBook(law: plain))
            #expect(try await newer.takeLawPack())
            let version = try await newer.standing()
            #expect(version.number == 3)
            #expect(version.calendar.isWorking(try Self.day("2026-12-16")))
            #expect(!version.calendar.isWorking(try Self.day("2026-12-28")))
            // The older process counts by what is stored, not by what it has read itself.
            #expect(try await desk.standing() == version)
        }
    }

    @Test("moves a day by an act, and back", arguments: Engine.available)
    func moves(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let desk = Self.desk(house)
            try await desk.takeLawPack()
            let day = try Self.day("2026-12-28")
            try await desk.decide(try Self.off("2026-12-28"), on: day, after: 1, by: Self.administrator)
            #expect(
                try await desk.standing().calendar.standing(of: day)
                    == .moved(isWorking: false, act: "Resolution 900 of 2026"))
            await #expect(throws: CalendarRefusal.changedMeanwhile) {
                try await desk.decide(
                    try Self.off("2026-12-29"), on: try Self.day("2026-12-29"), after: 1, by: Self.administrator)
            }
            try await desk.decide(nil, on: day, after: 2, by: Self.administrator)
            #expect(try await desk.standing().calendar.isWorking(day))
            #expect(try await desk.standing().number == 3)
            #expect(try await Self.changes(in: house) == 3)
        }
    }

    @Test("refuses what is so already, what is far away, and what cites no act", arguments: Engine.available)
    func refuses(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let desk = Self.desk(house)
            try await desk.takeLawPack()
            func refused(_ refusal: CalendarRefusal, _ move: WorkingCalendar.Move?, _ day: String) async throws {
                let day = try Self.day(day)
                await #expect(throws: refusal) {
                    try await desk.decide(move, on: day, after: 1, by: Self.administrator)
                }
            }
            try await refused(.nothingNew, try Self.off("2026-12-16"), "2026-12-16")
            try await refused(.nothingNew, nil, "2026-12-28")
            try await refused(.farAway, try Self.off("2036-12-15"), "2036-12-15")
            let bare = WorkingCalendar.Move(try Self.day("2026-12-28"), isWorking: false, act: "")
            try await refused(.noAct, bare, "2026-12-28")
            let long = WorkingCalendar.Move(
                try Self.day("2026-12-28"), isWorking: false, act: String(repeating: "a", count: 201))
            try await refused(.longAct, long, "2026-12-28")
            let wide = WorkingCalendar.Move(
                try Self.day("2026-12-28"), isWorking: false, act: String(repeating: "👩‍👩‍👧", count: 60))
            try await refused(.longAct, wide, "2026-12-28")
            let day = try Self.day("2026-12-28")
            await #expect(throws: CalendarRefusal.notAdministrator) {
                try await desk.decide(try Self.off("2026-12-28"), on: day, after: 1, by: Actor(.reviewer))
            }
            #expect(try await desk.standing().number == 1)
        }
    }
}

@Suite("Deadlines that run when the calendar changes")
struct RecountTests {
    @Test(
        "are counted again, each with an entry that the person sees; those that stay are not",
        arguments: Engine.available)
    func recount(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let desk = CalendarDesk(
                gate: house.gate, book: house.registrar.calendars, isAdministrator: { _, _ in true },
                running: Registrar.runningTerms, time: house.clock.source)
            try await desk.takeLawPack()
            // Tuesday 24 November 2026: three working days end on Friday.
            let early = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            house.clock.advance(by: .days(6))
            let late = try await house.register("Үлгіев", "Бекзат", email: "bekzat@example.kz")
            #expect(
                try await house.registration(of: early)?.reviewTerm?.description
                    == "1 2026-11-24 3 working_day 2026-11-25 2026-11-26 2026-11-27")

            let (friday, wednesday) = (try #require(Day("2026-12-04")), try #require(Day("2026-12-02")))
            let move = WorkingCalendar.Move(wednesday, isWorking: false, act: "Resolution 900 of 2026")
            let number = try #require(try await house.registration(of: late)?.number)
            let shifts = try await desk.shifts(move, on: wednesday)
            #expect(shifts == [.init(caseID: number, was: friday + -1, becomes: friday)])
            try await desk.decide(move, on: wednesday, after: 1, by: Actor(.administrator))

            #expect(try await house.registrar.recount() == 2)
            #expect(try await house.registrar.recount() == 0)
            #expect(try await house.registration(of: late)?.reviewBy == friday)
            #expect(try await house.registration(of: late)?.reviewTerm?.calendar == 2)
            #expect(try await house.registration(of: early)?.reviewBy?.description == "2026-11-27")
            #expect(try await house.registration(of: early)?.reviewTerm?.calendar == 2)
            let told = try await house.gate.history(of: late.subject, limit: 50).filter { $0.act == "recount" }
            #expect(told.map(\.note) == [["was": "2026-12-03", "due": "2026-12-04", "calendar": "2"]])
            let silent = try await house.gate.history(of: early.subject, limit: 50).filter { $0.act == "recount" }
            #expect(silent.isEmpty)
        }
    }
}
