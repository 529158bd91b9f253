import Access
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Staffing
import TestKit
import Testing

@Suite("Ending a member's access")
struct EndingTests {
    @Test("ends sessions, roles and password at once", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            let member = try await staff.join(link, email: "bekzat@example.kz")
            #expect(try await staff.session(member.token) != nil)
            try await staff.desk.endAccess(of: member.subject, by: chief.actor(.administrator))
            #expect(try await staff.session(member.token) == nil)
            let row = try #require(try await staff.desk.member(member.subject))
            #expect(row.state == .ended)
            #expect(row.roles.isEmpty)
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.desk.enter(address: member.email, password: StaffHouse.password)
            }
            await #expect(throws: StaffRefusal.noMember) {
                try await staff.desk.endAccess(of: member.subject, by: chief.actor(.administrator))
            }
            #expect(try await staff.session(chief.token) != nil)
        }
    }

    @Test("is told to them by e-mail", arguments: Engine.available)
    func told(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            let member = try await staff.join(link, email: "bekzat@example.kz")
            try await staff.desk.endAccess(of: member.subject, by: chief.actor(.administrator))
            try await staff.house.courier.round()
            let sent = try #require(await staff.house.outbox.deliveries.last)
            #expect(sent.address.reveal() == "bekzat@example.kz")
            #expect(sent.subject == MessageTemplate.accessEnded.subject[sent.language])
        }
    }

    @Test("ends the links that the member has made", arguments: Engine.available)
    func links(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let invited = try await staff.desk.invite([.administrator], by: chief.actor(.administrator))
            let second = try await staff.join(invited, email: "bekzat@example.kz")
            let link = try await staff.desk.invite([.administrator], by: second.actor(.administrator))
            try await staff.desk.endAccess(of: second.subject, by: chief.actor(.administrator))
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.enrol(link, email: "stranger@example.kz")
            }
        }
    }

    @Test("is refused for the last administrator, and so is taking the role away", arguments: Engine.available)
    func lastAdministrator(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let actor = chief.actor(.administrator)
            // One who has not accepted the undertaking does not count.
            _ = try await staff.enrol(
                try await staff.desk.invite([.administrator], by: actor), email: "saule@example.kz")
            await #expect(throws: StaffRefusal.lastAdministrator) {
                try await staff.desk.endAccess(of: chief.subject, by: actor)
            }
            await #expect(throws: StaffRefusal.lastAdministrator) {
                try await staff.desk.revoke(.administrator, from: chief.subject, by: actor)
            }
            let entries = try await staff.house.gate.history(of: chief.subject, limit: 100).map(\.act)
            #expect(!entries.contains("endAccess"))
            let link = try await staff.desk.invite([.administrator], by: actor)
            _ = try await staff.join(link, email: "bekzat@example.kz")
            try await staff.desk.revoke(.administrator, from: chief.subject, by: actor)
            #expect(try await staff.desk.member(chief.subject)?.roles == [])
        }
    }

    @Test("of the second factor only: a link and the password set up a new one", arguments: Engine.available)
    func resetFactor(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.resetFactorOnServer(of: chief.subject)
            #expect(try await staff.session(chief.token) == nil)
            #expect(try await staff.desk.link(link) == .reset)
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.desk.useReset(link, password: "wrong")
            }
            let token = try await staff.desk.useReset(link, password: StaffHouse.password)
            let again = try await staff.confirmFactor(token, email: chief.email)
            staff.house.clock.advance(by: .seconds(90))
            let now = staff.house.clock.now
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.signIn(again, factor: TOTP(chief.secret).code(at: now))
            }
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.signIn(again, factor: chief.recovery[0].readable)
            }
            #expect(try await staff.signIn(again, factor: TOTP(again.secret).code(at: now)) != nil)
            await #expect(throws: (any Error).self) {
                _ = try await staff.desk.useReset(link, password: StaffHouse.password)
            }
        }
    }

    @Test("of password and second factor, on the server: a link sets both anew, once", arguments: Engine.available)
    func renew(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.resetFactorOnServer(of: chief.subject, withPassword: true)
            #expect(try await staff.session(chief.token) == nil)
            #expect(try await staff.desk.link(link) == .renew)
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.desk.useReset(link, password: StaffHouse.password)
            }
            let token = try await staff.desk.renew(link, password: "another battery staple")
            let again = try await staff.confirmFactor(token, email: chief.email)
            await #expect(throws: StaffRefusal.noInvitation) {
                _ = try await staff.desk.renew(link, password: "yet another battery")
            }
            staff.house.clock.advance(by: .seconds(90))
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.desk.enter(address: chief.email, password: StaffHouse.password)
            }
            let first = try await staff.desk.enter(address: chief.email, password: "another battery staple")
            let waiting = try #require(try await staff.session(first))
            let code = TOTP(again.secret).code(at: staff.house.clock.now)
            let session = try await staff.session(try await staff.desk.enterFactor(code, session: waiting))
            #expect(session?.assurance == .twoFactors)
            let resets = try await staff.house.gate.history(of: chief.subject, limit: 100)
                .filter { $0.act == "resetFactor" }
            #expect(resets.map(\.note) == [["password": "1"]])
        }
    }

    @Test("of the second factor does not let the password alone set up a new one", arguments: Engine.available)
    func passwordAlone(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            _ = try await staff.desk.resetFactorOnServer(of: chief.subject)
            await #expect(throws: (any Error).self) {
                let token = try await staff.desk.enter(address: chief.email, password: StaffHouse.password)
                _ = try await staff.confirmFactor(token, email: chief.email)
            }
        }
    }
}
