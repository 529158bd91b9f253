import Deadlines
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@testable import Rights

@Suite("The term of a request, when the calendar changes")
struct RequestTermTests {
    @Test("is counted again openly, with an entry where the last day changes", arguments: Engine.available)
    func recount(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let calendars = CalendarDesk(
                gate: rights.house.gate, book: rights.house.registrar.calendars, isAdministrator: { _, _ in true },
                running: { try Registrar.runningTerms($0) + RightsDesk.runningTerms($0) },
                time: rights.house.clock.source)
            try await calendars.takeLawPack()
            let reference = try await rights.ask(.information)
            let (thursday, friday) = (try #require(Day("2026-11-26")), try #require(Day("2026-11-27")))
            #expect(try await rights.desk.standing(reference).due?.day == friday)
            let move = WorkingCalendar.Move(thursday, isWorking: false, act: "Resolution 900 of 2026")
            let shifts = try await calendars.shifts(move, on: thursday)
            let own = try #require(shifts.first { $0.caseID == reference.description })
            #expect(own.was == friday && own.becomes == friday + 3)
            try await calendars.decide(move, on: thursday, after: 1, by: Actor(.administrator))
            #expect(try await rights.desk.recount() == 1)
            #expect(try await rights.desk.recount() == 0)
            let standing = try await rights.desk.standing(reference)
            #expect(standing.due?.day == friday + 3 && standing.request.term?.calendar == 2)
            let entry = try #require(try await rights.entries(.recount).first { $0.note["request"] != nil })
            #expect(entry.act == "recount" && entry.note["due"] == "2026-11-30" && entry.note["request"] == "1")
        }
    }
}
