import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Staffing
import Storage
import TestKit
import Testing

@Suite("An address of staff's at the counter")
struct CounterAddressTests {
    /// A registrar that knows who are staff, and somebody at the counter.
    private struct Desk {
        let staff: StaffHouse
        let registrar: Registrar
        let actor: Actor

        init(_ staff: StaffHouse, _ member: StaffHouse.Member) {
            self.staff = staff
            let house = staff.house
            registrar = Registrar(
                gate: house.gate, codes: house.codes, calendars: house.registrar.calendars, isDemo: { _ in true },
                operatorAddress: nil, erasure: [], missingDocuments: { _, _, _ in [] }, time: house.clock.source,
                randomness: .system, isStaffs: { try StaffStore($2).isOwn($0, heldBy: $1) })
            actor = Actor(.support, person: member.subject, session: Bytes(repeating: 7, count: 32))
        }

        func problem(_ channel: Channel, _ address: String) async throws -> FieldProblem? {
            do {
                _ = try await registrar.assist(
                    channel, try Registrar.normalised(channel, address), language: .kk, by: actor)
                return nil
            } catch RegistrationRefusal.fields(let problems) {
                return problems.first
            }
        }
    }

    @Test("is not taken for the person's: the e-mail address, however it is written", arguments: Engine.available)
    func email(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            let desk = Desk(staff, member)
            let before = try await staff.house.count("counter_entry")
            #expect(try await desk.problem(.email, member.email) == FieldProblem("email", .staffs))
            #expect(try await desk.problem(.email, "Dana@Example.kz") == FieldProblem("email", .staffs))
            // Also of a member of whom no digest as a registrant's is kept.
            try await staff.house.gate.perform { try $0.run("UPDATE staff SET own_address = NULL") }
            #expect(try await desk.problem(.email, member.email) == FieldProblem("email", .staffs))
            let after = try await staff.house.count("counter_entry")
            #expect(before == after)
            #expect(try await desk.problem(.email, "aigerim@example.kz") == nil)
        }
    }

    @Test("nor the telephone that they have confirmed as a person who registers", arguments: Engine.available)
    func telephone(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let (house, member) = (staff.house, try await staff.administrator())
            let desk = Desk(staff, member)
            let own = try await house.begin("Ойдан", "Дана")
            try await house.confirm(.email, member.email, of: own)
            house.clock.advance(by: .minutes(2))
            try await house.confirm(.telephone, "+77010000001", of: own)
            #expect(try await desk.problem(.telephone, "+7 701 000 00 01") == FieldProblem("telephone", .staffs))
            #expect(try await desk.problem(.telephone, "+77010000002") == nil)
        }
    }

    @Test("that comes later, with a paper", arguments: Engine.available)
    func reached(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            let desk = Desk(staff, member)
            let entry = try await desk.registrar.assistOnPaper(language: .kk, by: desk.actor)
            try await desk.registrar.sign(
                entry.id, to: try staff.house.beginning("Үлгіев", "Асан"), by: desk.actor)
            await #expect(throws: RegistrationRefusal.fields([FieldProblem("email", .staffs)])) {
                try await desk.registrar.reach(entry.id, by: .email, at: member.email, actor: desk.actor)
            }
        }
    }
}
