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

/// What one person did an hour ago.
extension StaffHouse {
    func refusal(by person: SubjectID) -> TwoPersonRule.FirstHalf {
        .init(.objection, by: person, at: house.clock.now - .hours(1))
    }

    /// Asks for the second half, as an act does: the code is compared before the transaction, and used up in it.
    func second(
        after first: TwoPersonRule.FirstHalf, by person: SubjectID, code: String = ""
    ) async throws -> TwoPersonRule.Answer {
        let rule = desk.twoPersons
        let typed = try await rule.read(code, by: person)
        return try await house.gate.perform { try rule.second(after: first, by: person, typed, in: $0) }
    }

    func isSingleHanded() async throws -> Bool {
        let rule = desk.twoPersons
        return try await house.gate.look { try rule.isSingleHanded(in: $0) }
    }

    /// What is on record of single-handed work, the oldest first.
    func onRecord() async throws -> [String] {
        let nobody = Bytes(repeating: 0, count: 16)
        return try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry WHERE subject_id = \(nobody) ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)).act }.filter { $0.hasSuffix("single_handed") }
        }
    }

    /// Publishes the policy with one word of it changed.
    func publish(_ old: String, _ new: String) async throws {
        var folder = try TestHouse.policyFolder()
        folder.files["policy.yml"] = folder.files["policy.yml"]?.replacing(old, with: new)
        guard let document = folder.read().document else { throw TestHouseError.policy(folder.read().errors) }
        _ = try await house.gate.publish(document)
    }
}

@Suite("One person who works alone")
struct SingleHandedTests {
    @Test("does the second half too: after the wait, with a fresh code, once", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let first = staff.refusal(by: chief.subject)
            func code() -> String { TOTP(chief.secret).code(at: staff.house.clock.now) }
            staff.house.clock.advance(by: .minutes(5))
            let early = code()
            let opens = first.at + .days(1)
            #expect(try await staff.second(after: first, by: chief.subject, code: early) == .refused(.notYet(opens)))
            staff.house.clock.set(opens - .seconds(1))
            #expect(try await staff.second(after: first, by: chief.subject, code: code()) == .refused(.notYet(opens)))
            staff.house.clock.set(opens)
            #expect(try await staff.second(after: first, by: chief.subject) == .refused(.codeNeeded))
            #expect(try await staff.second(after: first, by: chief.subject, code: " ") == .refused(.codeNeeded))
            let right = code()
            #expect(try await staff.second(after: first, by: chief.subject, code: right) == .singleHanded)
            #expect(try await staff.second(after: first, by: chief.subject, code: right) == .refused(.wrongCode))
            let paper = chief.recovery[0].readable
            #expect(try await staff.second(after: first, by: chief.subject, code: paper) == .singleHanded)
            #expect(try await staff.second(after: first, by: chief.subject, code: paper) == .refused(.wrongCode))
            #expect(TwoPersonRule.Answer.singleHanded.note == LedgerEntry.singleHanded)
        }
    }

    @Test("cannot use the code with which they signed in", arguments: Engine.available)
    func signInCode(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let first = staff.refusal(by: chief.subject)
            staff.house.clock.advance(by: .days(2))
            let code = TOTP(chief.secret).code(at: staff.house.clock.now)
            #expect(try await staff.signIn(chief, factor: code) != nil)
            #expect(try await staff.second(after: first, by: chief.subject, code: code) == .refused(.wrongCode))
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(chief, factor: code) }
        }
    }

    @Test("waits after ten wrong codes, at the act and at the door together", arguments: Engine.available)
    func locked(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let first = staff.refusal(by: chief.subject)
            staff.house.clock.advance(by: .days(2))
            let right = TOTP(chief.secret).code(at: staff.house.clock.now)
            let wrong = right == "000000" ? "000001" : "000000"
            for _ in 0..<10 {
                #expect(try await staff.second(after: first, by: chief.subject, code: wrong) == .refused(.wrongCode))
            }
            let until = staff.house.clock.now + .seconds(60)
            #expect(try await staff.second(after: first, by: chief.subject, code: right) == .refused(.locked(until)))
            await #expect(throws: AccessRefusal.wrongCredentials) { _ = try await staff.signIn(chief, factor: right) }
            staff.house.clock.set(until)
            let later = TOTP(chief.secret).code(at: until)
            #expect(try await staff.second(after: first, by: chief.subject, code: later) == .singleHanded)
        }
    }

    @Test("uses a code once, however many acts it is sent with at the same time", arguments: Engine.available)
    func atOnce(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let first = staff.refusal(by: chief.subject)
            staff.house.clock.advance(by: .days(2))
            let code = TOTP(chief.secret).code(at: staff.house.clock.now)
            let answers = try await withThrowingTaskGroup(of: TwoPersonRule.Answer.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await staff.second(after: first, by: chief.subject, code: code) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0 == .singleHanded } == 1)
            #expect(answers.count { $0 == .refused(.wrongCode) } == 7)
        }
    }

    @Test("asks nothing of somebody else than the one who did the first half", arguments: Engine.available)
    func another(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let other = SubjectID(from: .system)
            #expect(try await staff.second(after: staff.refusal(by: other), by: chief.subject) == .another)
            let nobody = TwoPersonRule.FirstHalf(.publication, by: nil, at: staff.house.clock.now)
            #expect(try await staff.second(after: nobody, by: chief.subject) == .another)
            #expect(TwoPersonRule.Answer.another.note.isEmpty)
        }
    }

    @Test("is on record from the first enrolment until the second, and never again", arguments: Engine.available)
    func record(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            #expect(try await staff.isSingleHanded() == false)
            let chief = try await staff.administrator()
            let (actor, first) = (chief.actor(.administrator), staff.refusal(by: chief.subject))
            #expect(try await staff.isSingleHanded())
            #expect(try await staff.onRecord() == ["begin_single_handed"])
            // Invited, and with an address and a password, yet not enrolled.
            staff.house.clock.advance(by: .days(2))
            let link = try await staff.desk.invite([.reviewer], by: actor)
            let token = try await staff.enrol(link, email: "bekzat@example.kz")
            #expect(try await staff.isSingleHanded())
            let second = try await staff.confirmFactor(token, email: "bekzat@example.kz")
            #expect(try await staff.isSingleHanded())
            let session = try #require(try await staff.session(second.token))
            try await staff.desk.acceptUndertaking(second.subject, session: session)
            #expect(try await staff.isSingleHanded() == false)
            let ended = ["begin_single_handed", "end_single_handed"]
            #expect(try await staff.onRecord() == ended)

            let code = TOTP(chief.secret).code(at: staff.house.clock.now)
            #expect(try await staff.second(after: first, by: chief.subject, code: code) == .refused(.anotherNeeded))
            #expect(try await staff.second(after: first, by: second.subject) == .another)
            try await staff.desk.endAccess(of: second.subject, by: actor)
            try await staff.desk.recordSingleHanded()
            #expect(try await staff.second(after: first, by: chief.subject, code: code) == .refused(.anotherNeeded))
            // As after the erasure of the second person.
            try await staff.house.gate.perform { try StaffingSchema.erase(second.subject, $0) }
            try await staff.desk.recordSingleHanded()
            #expect(try await staff.isSingleHanded() == false)
            #expect(try await staff.onRecord() == ended)
        }
    }

    @Test("is asked for by the policy: another edition ends it, and begins it", arguments: Engine.available)
    func policy(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            try await staff.publish("mode: single", "mode: several")
            let chief = try await staff.administrator()
            let first = staff.refusal(by: chief.subject)
            #expect(try await staff.isSingleHanded() == false)
            #expect(try await staff.onRecord() == [])
            staff.house.clock.advance(by: .days(2))
            func code() -> String { TOTP(chief.secret).code(at: staff.house.clock.now) }
            #expect(try await staff.second(after: first, by: chief.subject, code: code()) == .refused(.anotherNeeded))
            try await staff.publish("objection: 1 days", "objection: 2 days")
            try await staff.desk.recordSingleHanded()
            try await staff.desk.recordSingleHanded()
            #expect(try await staff.onRecord() == ["begin_single_handed"])
            let opens = first.at + .days(2)
            staff.house.clock.set(opens - .seconds(1))
            #expect(try await staff.second(after: first, by: chief.subject, code: code()) == .refused(.notYet(opens)))
            staff.house.clock.set(opens)
            #expect(try await staff.second(after: first, by: chief.subject, code: code()) == .singleHanded)
        }
    }

    @Test("is never two: who enrol at the same time end it", arguments: Engine.available)
    func race(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let links = [
                try await staff.desk.invite([.reviewer], by: chief.actor(.administrator)),
                try await staff.desk.invite([.reviewer], by: chief.actor(.administrator)),
            ]
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, link) in links.enumerated() {
                    group.addTask { _ = try await staff.join(link, email: "reviewer\(number)@example.kz") }
                }
                try await group.waitForAll()
            }
            #expect(try await staff.isSingleHanded() == false)
            #expect(try await staff.onRecord().count { $0 == "end_single_handed" } == 1)
        }
    }

    @Test("leaves a ledger that verifies", arguments: Engine.available)
    func ledger(engine: Engine) async throws {
        try await StaffHouse.run(on: engine) { staff in
            let chief = try await staff.administrator()
            let link = try await staff.desk.invite([.reviewer], by: chief.actor(.administrator))
            _ = try await staff.join(link, email: "bekzat@example.kz")
            _ = try await staff.house.sequencer.sequence()
            let report = try await staff.house.gate.audit(staff.house.sequencer.verifier)
            #expect(report.faults == [])
        }
    }
}
