import HouseKit
import Ledger
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing
import Vault

@testable import Permits

@Suite("A restored house")
struct RestoringTests {
    private static let steps: [ErasureStep] = [RegistrationSchema.erase]

    private static func restoration(erased: [SubjectID], marks: Set<Bytes> = []) -> Restoration {
        Restoration(
            ledgerSize: 7, ledgerRoot: Bytes(repeating: 3, count: 32), made: Instant(seconds: 1_795_511_100),
            erased: erased, marks: marks)
    }

    private static func audit(_ house: TestHouse) async throws -> LedgerAudit.Report {
        _ = try await house.sequencer.sequence()
        return try await house.gate.audit(house.sequencer.verifier)
    }

    @Test("closes whoever was erased after the copy, and its ledger verifies", arguments: Engine.available)
    func closes(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let erased = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let staying = try await house.register("Ойдан", "Бекзат", email: "bekzat@example.kz")
            // As after a restore: the rows are from before the erasure, the keys from after it.
            try await house.keys.destroy(erased.subject)
            let broken = try await Self.audit(house)
            #expect(!broken.isSound)

            let closed = try await house.gate.restored(Self.restoration(erased: [erased.subject]), steps: Self.steps)
            #expect(closed == 1)
            let row = try await house.database.read { try SubjectStore($0).find(erased.subject) }
            #expect(row?.state == .erased)
            #expect(row?.record == [])
            let registration = try await house.registration(of: erased)
            #expect(registration == nil)
            let report = try await Self.audit(house)
            #expect(report.faults == [])
            #expect(report.closings.count == 1)
            let names = try await house.gate.read(house.opening(staying))
            #expect(names[.familyName]?.reveal() == "Ойдан")
            let missing = try await house.gate.withoutKey()
            #expect(missing.isEmpty)
        }
    }

    @Test("closes whoever the newest ledger knows as erased, whose key came back too", arguments: Engine.available)
    func closesByMark(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let erased = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let staying = try await house.register("Ойдан", "Бекзат", email: "bekzat@example.kz")
            let back = try await house.gate.returned(of: [erased.subject, staying.subject])
            #expect(Set(back) == [erased.subject, staying.subject])
            let marks: Set<Bytes> = [Whom.erasureMark(of: erased.subject), Bytes(repeating: 5, count: 32)]
            let closed = try await house.gate.restored(Self.restoration(erased: [], marks: marks), steps: Self.steps)
            #expect(closed == 1)
            #expect(try await house.gate.returned(of: [erased.subject, staying.subject]) == [staying.subject])
            await #expect(throws: GateRefusal.self) { try await house.gate.read(house.opening(erased)) }
            let names = try await house.gate.read(house.opening(staying))
            #expect(names[.familyName]?.reveal() == "Ойдан")
            let report = try await Self.audit(house)
            #expect(report.faults == [])
        }
    }

    @Test("says in the ledger from when it is, and closes nobody twice", arguments: Engine.available)
    func entry(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            for closed in [1, 0] {
                let count = try await house.gate.restored(
                    Self.restoration(erased: [person.subject]), steps: Self.steps)
                #expect(count == closed)
            }
            let entries = try await house.pending().filter { $0.act == "restore" }
            #expect(entries.map { $0.note["closed"] }.sorted { $0 ?? "" < $1 ?? "" } == ["0", "1"])
            #expect(entries.allSatisfy { $0.whom == nil && $0.note["entries"] == "7" && $0.digest?.first == 3 })
            #expect(entries.first?.note["copied"] == "2026-11-24T09:05:00Z")
            let report = try await Self.audit(house)
            #expect(report.faults == [])
        }
    }

    @Test("destroys keys that came back with an older copy of the keys", arguments: Engine.available)
    func olderKeys(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            let wrapped = try await house.keyDatabase.read { transaction in
                try transaction.row("SELECT epoch, wrapped FROM subject_key WHERE subject_id = \(person.subject)")
            }
            try await house.gate.erase(
                Ask(.decline, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights),
                steps: Self.steps)
            let row = try #require(wrapped)
            let (epoch, key) = (try row.int(0), try row.bytes(1))
            try await house.keyDatabase.write { transaction in
                try transaction.run(
                    "INSERT INTO subject_key (subject_id, epoch, wrapped) VALUES (\(person.subject), \(epoch), \(key))")
            }
            let closed = try await house.gate.restored(Self.restoration(erased: []), steps: Self.steps)
            #expect(closed == 0)
            let held = try await house.keys.held(among: [person.subject])
            #expect(held.isEmpty)
        }
    }

    @Test("closes nobody because a key is missing, but names them", arguments: Engine.available)
    func missing(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.keys.destroy(person.subject)
            let closed = try await house.gate.restored(Self.restoration(erased: []), steps: Self.steps)
            #expect(closed == 0)
            let row = try await house.database.read { try SubjectStore($0).find(person.subject) }
            #expect(row?.state == .living)
            let missing = try await house.gate.withoutKey()
            #expect(missing == [person.subject])
        }
    }

    @Test("does not mind the erasure of somebody who came after the copy", arguments: Engine.available)
    func unknown(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let later = try await house.keys.nextSubject()
            let closed = try await house.gate.restored(Self.restoration(erased: [later]), steps: Self.steps)
            #expect(closed == 0)
            let held = try await house.keys.held(among: [later])
            #expect(held.isEmpty)
            let report = try await Self.audit(house)
            #expect(report.faults == [])
        }
    }
}
