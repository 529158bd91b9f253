import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Staffing
import Storage
import TestKit
import Testing

@Suite("A member of staff")
struct EnrollingTests {
    @Test("enrols by the first link, sets up a second factor and accepts the undertaking", arguments: Engine.available)
    func firstAdministrator(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let link = try #require(try await staff.desk.firstInvitation())
            #expect(try await staff.desk.link(link) == .enrol)
            let token = try await staff.enrol(link)
            let waiting = try #require(try await staff.session(token))
            #expect(waiting.assurance == .link)
            let subject = try #require(waiting.subject)
            #expect(try await staff.desk.hasFactor(subject) == false)
            await #expect(throws: AccessRefusal.needsMore) {
                try await staff.desk.acceptUndertaking(subject, session: waiting)
            }

            let member = try await staff.confirmFactor(token, email: "dana@example.kz")
            #expect(try await staff.session(token) == nil)
            let session = try #require(try await staff.session(member.token))
            #expect(session.assurance == .twoFactors)
            #expect(Set(member.recovery.map(\.readable)).count == 10)
            #expect(try await staff.desk.member(subject)?.state == .enrolled)

            try await staff.desk.acceptUndertaking(subject, session: session)
            let row = try #require(try await staff.desk.member(subject))
            #expect(row.state == .active)
            #expect(row.undertakingAt == staff.house.clock.now)
            #expect(row.roles == [.administrator])
            #expect(try await staff.desk.firstInvitation() == nil)
            let acts = try await staff.house.gate.history(of: subject, limit: 100).map(\.act)
            #expect(Set(acts) == ["enrol", "enrolFactor", "acceptUndertaking"])
        }
    }

    @Test(
        "is called by a name as everybody is, or does not enrol",
        arguments: [("", "family"), ("Ойдан7", "family"), ("А\u{301}лия", "family"), ("Ой\u{200B}дан", "family")])
    func name(family: String, field: String) async throws {
        try await StaffHouse.run(on: .sqlite) { staff in
            let link = try #require(try await staff.desk.firstInvitation())
            let email = "dana@example.kz"
            func enrol(_ family: String) async throws -> Bytes {
                try await staff.desk.enrol(
                    link,
                    StaffDesk.Enrolment(
                        family: family, given: " Дана  Мария ", email: (shown: email, compared: email),
                        password: StaffHouse.password))
            }
            await #expect(throws: StaffRefusal.invalid(field)) { _ = try await enrol(family) }
            // The link is still good; what is stored is composed, with single blanks.
            let session = try #require(try await staff.session(try await enrol("И\u{306}ода")))
            let subject = try #require(session.subject)
            let actor = Actor(.member, person: subject, session: session.digest)
            let record = try await staff.house.gate.read(
                Ask(
                    .readOwn, by: actor, on: subject, for: .security, fields: [.staffFamilyName, .staffGivenName]))
            #expect(record[.staffFamilyName]?.reveal() == "Йода")
            #expect(record[.staffGivenName]?.reveal() == "Дана Мария")
        }
    }

    @Test("gets roles by invitation, and more or fewer later", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let actor = chief.actor(.administrator)
            let link = try await staff.desk.invite([.reviewer], by: actor)
            let member = try await staff.join(link, email: "bekzat@example.kz")
            #expect(try await staff.desk.member(member.subject)?.roles == [.reviewer])
            try await staff.desk.grant("support", to: member.subject, by: actor)
            #expect(try await staff.desk.member(member.subject)?.roles == [.reviewer, "support"])
            try await staff.desk.revoke(.reviewer, from: member.subject, by: actor)
            #expect(try await staff.desk.member(member.subject)?.roles == ["support"])
            await #expect(throws: StaffRefusal.noRoles) {
                try await staff.desk.grant(.sweep, to: member.subject, by: actor)
            }
            await #expect(throws: StaffRefusal.noRoles) { _ = try await staff.desk.invite([.subject], by: actor) }
        }
    }

    @Test("who is no administrator gives no roles, and that is on record", arguments: Engine.available)
    func notAdministrator(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            await #expect(throws: GateRefusal.self) {
                try await staff.desk.grant("support", to: chief.subject, by: chief.actor(.reviewer))
            }
            #expect(try await staff.desk.member(chief.subject)?.roles == [.administrator])
            let entries = try await staff.house.gate.history(of: chief.subject, limit: 100)
            #expect(entries.contains { $0.act == "grantRole" && $0.outcome == .refused("not_allowed") })
        }
    }

    @Test("enrols by a link once, and not after its term", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let actor = chief.actor(.administrator)
            let used = try await staff.desk.invite([.reviewer], by: actor)
            _ = try await staff.enrol(used, email: "bekzat@example.kz")
            #expect(try await staff.desk.link(used) == nil)
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.enrol(used, email: "saule@example.kz")
            }
            let late = try await staff.desk.invite([.reviewer], by: actor)
            staff.house.clock.advance(by: .hours(72))
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.enrol(late, email: "saule@example.kz")
            }
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.enrol(Bytes(repeating: 1, count: 32), email: "saule@example.kz")
            }
            let subjects = try await staff.house.count("subject")
            #expect(subjects == 2)
        }
    }

    @Test("enrols by one link once, though eight try at the same time", arguments: Engine.available)
    func eightAtOnce(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            let enrolled = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        do {
                            _ = try await staff.enrol(link, email: "invented\(number)@example.kz")
                            return true
                        } catch StaffRefusal.noInvitation {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(enrolled == 1)
        }
    }

    @Test("has an address of their own; one refused for it can use the link again", arguments: Engine.available)
    func address(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            await #expect(throws: StaffRefusal.addressInUse) { _ = try await staff.enrol(link, email: chief.email) }
            _ = try await staff.enrol(link, email: "bekzat@example.kz")
        }
    }

    @Test("is the only first one: links made before cannot make a second", arguments: Engine.available)
    func laterFirstLink(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let earlier = try #require(try await staff.desk.firstInvitation())
            _ = try await staff.administrator()
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.enrol(earlier, email: "stranger@example.kz")
            }
        }
    }

    @Test(
        "keeps what the own address looks like as a registrant's, renewed when signing in", arguments: Engine.available)
    func ownAddress(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            let expected = try staff.house.gate.indexed(.email, member.email).map(\.digest)
            #expect(try await staff.ownAddresses(of: member.subject) == expected)
            #expect(try await staff.ownAddresses(of: SubjectID(from: .system)).isEmpty)
            try await staff.house.gate.perform { try $0.run("UPDATE staff SET own_address = NULL") }
            _ = try await staff.desk.enter(address: member.email, password: StaffHouse.password)
            #expect(try await staff.ownAddresses(of: member.subject) == expected)
        }
    }
}

extension StaffHouse {
    fileprivate func ownAddresses(of subject: SubjectID) async throws -> [Bytes] {
        try await house.gate.look { try StaffStore($0).ownAddresses(of: subject) }
    }
}
