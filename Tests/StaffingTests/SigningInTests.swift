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

@Suite("Signing in as a member of staff")
struct SigningInTests {
    @Test("takes password and second factor, and a code of it once", arguments: Engine.available)
    func twoFactors(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            // The code that enrolled the factor is used up.
            let first = TOTP(member.secret).code(at: staff.house.clock.now)
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: first) }
            staff.house.clock.advance(by: .seconds(60))
            let code = TOTP(member.secret).code(at: staff.house.clock.now)
            #expect(try await staff.signIn(member, factor: code)?.assurance == .twoFactors)
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: code) }
            let before = TOTP(member.secret).code(at: staff.house.clock.now - .seconds(30))
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: before) }
        }
    }

    @Test("refuses a wrong password, a wrong code and an unknown address alike", arguments: Engine.available)
    func wrong(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            for (address, password) in [(member.email, "wrong"), ("nobody@example.kz", StaffHouse.password)] {
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await staff.desk.enter(address: address, password: password)
                }
            }
            staff.house.clock.advance(by: .seconds(90))
            let right = TOTP(member.secret).code(at: staff.house.clock.now)
            let wrong = right == "000000" ? "000001" : "000000"
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: wrong) }
            #expect(try await staff.signIn(member, factor: right) != nil)
        }
    }

    @Test("goes on by the address in the record, whatever the index held of it", arguments: Engine.available)
    func reindexed(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            staff.house.clock.advance(by: .seconds(60))
            let code = TOTP(member.secret).code(at: staff.house.clock.now)
            let other = try AddressBook(staff.house.gate).digests(.staffEmail, "other@example.kz")[0].digest
            try await staff.house.database.write { _ = try $0.run("UPDATE address SET digest = \(other)") }
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: code) }
            #expect(try await staff.house.gate.reindex(.staffEmail, of: [member.subject]) == 1)
            #expect(try await staff.signIn(member, factor: code) != nil)
            let entries = try await staff.house.gate.history(of: member.subject, limit: 100)
            #expect(entries.count { $0.act == Act.renewIndex.rawValue } == 1)
        }
    }

    @Test("waits after ten wrong codes in a row, for the right one too", arguments: Engine.available)
    func locked(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            staff.house.clock.advance(by: .seconds(90))
            let right = TOTP(member.secret).code(at: staff.house.clock.now)
            let wrong = right == "000000" ? "000001" : "000000"
            for _ in 0..<10 {
                await #expect(throws: AccessRefusal.wrongCredentials) {
                    _ = try await staff.signIn(member, factor: wrong)
                }
            }
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: right) }
            staff.house.clock.advance(by: .minutes(2))
            let later = TOTP(member.secret).code(at: staff.house.clock.now)
            #expect(try await staff.signIn(member, factor: later) != nil)
        }
    }

    @Test("from a known browser is open, whatever strangers try", arguments: Engine.available)
    func outsiders(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            let tokens = try staff.desk.tokens(after: member.email, asker: .unknown)
            // One wrong password at the end of each wait keeps all strangers waiting for good.
            for _ in 0..<20 {
                _ = try? await staff.desk.enter(address: member.email, password: "wrong")
                staff.house.clock.advance(by: .seconds(60))
            }
            _ = try? await staff.desk.enter(address: member.email, password: "wrong")
            await #expect(throws: AccessRefusal.wrongCredentials) {
                _ = try await staff.desk.enter(address: member.email, password: StaffHouse.password)
            }
            let first = try await staff.desk.enter(
                address: member.email, password: StaffHouse.password, asker: Asker(source: nil, tokens: tokens))
            let waiting = try #require(try await staff.session(first))
            // Nor do their passwords count against the second factor.
            let code = TOTP(member.secret).code(at: staff.house.clock.now)
            let token = try await staff.desk.enterFactor(code, session: waiting)
            #expect(try await staff.session(token)?.assurance == .twoFactors)
        }
    }

    @Test("takes each recovery code once", arguments: Engine.available)
    func recovery(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let member = try await staff.administrator()
            let code = member.recovery[3].readable
            #expect(try await staff.signIn(member, factor: code.lowercased()) != nil)
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(member, factor: code) }
            #expect(try await staff.signIn(member, factor: member.recovery[4].readable) != nil)
        }
    }
}
