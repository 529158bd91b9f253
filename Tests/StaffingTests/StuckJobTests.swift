import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Staffing
import Storage
import TestKit
import Testing

@Suite("Stuck jobs")
struct StuckJobTests {
    private static func desk(_ staff: StaffHouse) -> StuckDesk {
        StuckDesk(gate: staff.house.gate, rooms: [MessageQueue.stuckRoom], time: staff.house.clock.source)
    }

    /// A letter to a registered person that the mail server refuses for good.
    private static func refusedLetter(_ staff: StaffHouse) async throws {
        let house = staff.house
        let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
        let sealer = try await house.gate.sealer(for: person.subject)
        let now = house.clock.now
        try await house.gate.perform { transaction in
            try MessageQueue(transaction).add(
                .decided, by: .email, language: .kk, ["number": person.number], sealer: sealer,
                id: Identifier(from: .system), at: now)
        }
        try await courier(staff, .failed("refused(status: 550)")).round()
    }

    private static func courier(_ staff: StaffHouse, _ outcome: DeliveryOutcome) -> Courier {
        Courier(gate: staff.house.gate, time: staff.house.clock.source, site: "https://test.example") { _ in outcome }
    }

    private static func entries(_ staff: StaffHouse, _ act: String) async throws -> [LedgerEntry] {
        try await staff.house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)) }
        }.filter { $0.act == act }
    }

    @Test(
        "are told without anything personal, and go when they are tried again, with an entry",
        arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            try await Self.refusedLetter(staff)
            let desk = Self.desk(staff)
            let job = try #require(try await desk.jobs().first)
            #expect(job.kind == .message && job.tries == 1 && job.fault == "refused(status: 550)")
            #expect(job.since == staff.house.clock.now && job.next == nil)
            #expect(!"\(job)".contains("aigerim"))
            #expect(try await desk.counts().map(\.count) == [1])

            try await desk.again(job.kind, job.id, by: chief.actor(.administrator))
            #expect(try await desk.jobs().isEmpty)
            #expect(try await Self.courier(staff, .sent).round() == 1)
            let entry = try #require(try await Self.entries(staff, "retry_job").first)
            #expect(entry.role == "administrator" && entry.whom == nil && entry.outcome == .done)
            #expect(entry.actor == staff.house.gate.pseudonym(of: chief.subject))
            #expect(
                entry.note == [
                    "queue": "message", "job": job.id.description, "tries": "1", "fault": "refused(status: 550)",
                ])
            await #expect(throws: StuckRefusal.gone) {
                try await desk.again(job.kind, job.id, by: chief.actor(.administrator))
            }
        }
    }

    @Test("are given up for a reason that fits, and never sent then", arguments: Engine.available)
    func givenUp(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            try await Self.refusedLetter(staff)
            let (desk, actor) = (Self.desk(staff), chief.actor(.administrator))
            let job = try #require(try await desk.jobs().first)
            await #expect(throws: StuckRefusal.mustBeDone) {
                try await desk.giveUp(job.kind, job.id, because: .cannotBeRead, by: actor)
            }
            try await desk.giveUp(job.kind, job.id, because: .toldOtherwise, by: actor)
            #expect(try await desk.jobs().isEmpty)
            staff.house.clock.advance(by: .days(1))
            #expect(try await Self.courier(staff, .sent).round() == 0)
            #expect(try await Self.entries(staff, "give_up_job").map { $0.note["reason"] } == ["told_otherwise"])
            let dropped = try await staff.house.gate.look { try MessageQueue($0).count(.dropped) }
            #expect(dropped == 1)
        }
    }

    @Test("are seen to by administrators only", arguments: [RoleID.reviewer, .administrator])
    func others(role: RoleID) async throws {
        try await StaffHouse.run(on: .sqlite) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            let other = try await staff.join(link, email: "bekzat@example.kz")
            try await Self.refusedLetter(staff)
            let desk = Self.desk(staff)
            let job = try #require(try await desk.jobs().first)
            await #expect(throws: StuckRefusal.notAdministrator) {
                try await desk.again(job.kind, job.id, by: other.actor(role))
            }
            #expect(try await desk.counts().map(\.count) == [1])
        }
    }
}
