import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Rights
import Storage
import TestKit
import Testing
import Vault

@testable import Restoring

/// The consent to the registration, given after the data were copied.
@Suite("After a restore of older data, whoever had consented since")
struct ReplayConsentTests {
    private static let officer = Actor(
        .responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32))

    private static func decide(_ give: Bool, _ person: Person, in house: TestHouse) async throws {
        house.clock.advance(by: .minutes(5))
        try await ReplayTests.consents(house).decide(
            .main, give: give, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
            session: person.session)
    }

    /// Gives it once more while it stands, as at the counter.
    private static func renew(_ person: Person, in house: TestHouse) async throws {
        let gate = house.gate
        let sealer = try await gate.sealer(for: person.subject)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(
                    .consent, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights),
                sealer: sealer, in: transaction)
            try permit.store(
                ConsentDecision(.main, isGiven: true, language: .kk, shown: ShownText("Келісемін")), in: transaction)
        }
    }

    /// Does something after a copy of the consents was made, and puts that back. - Returns: what the ledger tells of it.
    private static func after(
        copying house: TestHouse, _ body: () async throws -> Void
    ) async throws -> [PlacedEntry] {
        let size = try await ReplayTests.later(house).count
        try await house.database.write { _ = try $0.run("CREATE TABLE older AS SELECT * FROM consent") }
        try await body()
        let entries = Array(try await ReplayTests.later(house).dropFirst(size))
        try await house.database.write { transaction in
            _ = try transaction.run("DELETE FROM consent")
            _ = try transaction.run("INSERT INTO consent SELECT * FROM older")
        }
        return entries
    }

    /// As the house does each night, when staff have answered a withdrawal.
    private static func sweep(_ house: TestHouse) async throws -> Int {
        try await ConsentEndSweep(
            gate: house.gate, erasure: house.registrar.erasure, isAnswered: { _, _ in true },
            isKept: { subject, transaction in
                try !HoldStore(transaction).standing(of: subject, at: house.clock.now).isEmpty
            }, time: house.clock.source
        ).sweep().erased
    }

    private static func holds(_ person: Person, in house: TestHouse) async throws -> [Hold] {
        try await house.gate.look { try HoldStore($0).standing(of: person.subject, at: house.clock.now) }
    }

    @Test(
        "is not erased for the withdrawal before, has no consent, and decides anew", arguments: Engine.available,
        [true, false])
    func withdrawn(engine: Engine, givesAnew: Bool) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            // The first consent, by somebody who was nobody yet, keeps nobody.
            #expect(try await ReplayTests.later(house).allSatisfy { $0.entry.act != "consent" })
            try await Self.decide(false, person, in: house)
            let entries = try await Self.after(copying: house) { try await Self.decide(true, person, in: house) }
            #expect(entries.map(\.entry.act) == ["consent"])

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.kept == 1 && outcome.note == ["kept": "1"])
            let desk = ReplayTests.consents(house)
            #expect(try await desk.standing(of: person.subject)[.main] == nil)
            #expect(try await Self.sweep(house) == 0)
            #expect(
                try await house.gate.look { try HoldStore($0).count(on: Hold.lostConsent, at: house.clock.now) } == 1)
            let told = try await house.gate.history(of: person.subject, limit: 100)
                .filter { $0.note[Gate.replayedWord] != nil }
            #expect(told.map(\.act) == ["hold"] && told.first?.role == "operator" && told.first?.note["consent"] == nil)
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())

            try await Self.renew(person, in: house)
            #expect(try await Self.holds(person, in: house) == [])
            if !givesAnew { try await Self.decide(false, person, in: house) }
            #expect(try await Self.sweep(house) == (givesAnew ? 0 : 1))
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test(
        "again the day before its end is kept as long as that would last, or until an officer releases them",
        arguments: Engine.available, [true, false])
    func renewed(engine: Engine, isReleased: Bool) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            house.clock.advance(by: .days(1_094))
            let given = house.clock.now
            let entries = try await Self.after(copying: house) { try await Self.renew(person, in: house) }
            #expect(try await ReplayTests.doAgain(entries, in: house).kept == 1)
            house.clock.advance(by: .days(2))
            #expect(try await Self.sweep(house) == 0)
            let hold = try #require(try await Self.holds(person, in: house).first)
            #expect(hold.putAt == given && hold.until == given + .days(1_095))
            if isReleased {
                try await ReplayTests.rights(house).release(hold.id, of: person.number, by: Self.officer)
            } else {
                house.clock.advance(by: .days(1_092))
                #expect(try await Self.sweep(house) == 0)
                house.clock.advance(by: .days(1))
            }
            #expect(try await Self.sweep(house) == 1)
        }
    }

    @Test("is not kept as a draft, which has a term of its own", arguments: Engine.available)
    func draft(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await Self.decide(false, person, in: house)
            let entries = try await Self.after(copying: house) { try await Self.decide(true, person, in: house) }
            #expect(try await ReplayTests.doAgain(entries, in: house).kept == 0)
            #expect(try await Self.holds(person, in: house) == [])
        }
    }

    @Test("may destroy what is their own all the same", arguments: Engine.available)
    func own(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.decide(false, person, in: house)
            let entries = try await Self.after(copying: house) { try await Self.decide(true, person, in: house) }
            #expect(try await ReplayTests.doAgain(entries, in: house).kept == 1)
            let gate = house.gate
            await #expect(throws: GateRefusal.self) {
                try await gate.erase(
                    Ask(.expire, by: Actor(.sweep), on: person.subject, for: .rights), steps: house.registrar.erasure)
            }
            // A field whose own term is over goes all the same.
            let sealer = try await gate.sealer(for: person.subject)
            try await gate.perform { transaction in
                let permit = try gate.permitToWrite(
                    Ask(.destroyField, by: Actor(.sweep), on: person.subject, for: .rights), sealer: sealer,
                    in: transaction)
                try permit.destroy([FieldNumber(2)], in: transaction)
            }
            try await house.registrar.end(person.subject, by: .withdrawRegistration, session: person.session)
            #expect(try await house.gate.look { try SubjectStore($0).find(person.subject)?.state } == .erased)
        }
    }

    @Test("and withdrew it then is kept by nothing", arguments: Engine.available)
    func overtaken(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await Self.decide(false, person, in: house)
            let entries = try await Self.after(copying: house) {
                try await Self.decide(true, person, in: house)
                try await Self.decide(false, person, in: house)
            }
            #expect(entries.count == 2)
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await Self.holds(person, in: house) == [])
        }
    }

    @Test("stops no restore where they are not found", arguments: Engine.available)
    func unmatched(engine: Engine) async throws {
        try await ReplayTests.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let entries = try await Self.after(copying: house) { try await Self.renew(person, in: house) }
            try await house.keys.destroy(person.subject)
            let plan = try await ReplayTests.replay(house).plan(entries)
            #expect(entries.count == 1 && plan.unmatched.isEmpty && plan.personal.isEmpty)
        }
    }
}
