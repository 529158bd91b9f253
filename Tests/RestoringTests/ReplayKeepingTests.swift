import Access
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import TestKit
import Testing

@testable import Restoring

/// What keeps data from destruction, or destroys all but what a law has kept, in a house put back from before it.
@Suite("After a restore of older data, what is kept")
struct ReplayKeepingTests {
    private static let end = Day("2032-01-01")

    private static func run(on engine: Engine, _ body: (TestHouse) async throws -> Void) async throws {
        try await TestHouse.run(
            on: engine, migrations: RightsSchema.migrations, erasure: [RightsSchema.erase],
            legallyKept: { subject, policy, _, transaction in
                guard let end, let retentions = policy.legalRetentions else { return nil }
                let number = try RegistrationStore(transaction).find(subject)?.number
                return number.map { LegalKeep(retentions, holdings: [], destruction: end, caseID: $0) }
            }, body)
    }

    @Test("somebody whom a law has kept in the archive is there again", arguments: Engine.available)
    func archive(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let other = try await house.register("Ойдан", "Бекзат", email: "bekzat@example.kz")
            let older = try await house.database.read { transaction in
                try transaction.row("SELECT record, revision FROM subject WHERE id = \(person.subject)")
                    .map { (record: try $0.bytes(0), revision: try $0.int(1)) }
            }
            try await house.gate.erase(
                Ask(
                    .erase,
                    by: Actor(.responsible, person: SubjectID(from: .system), session: Bytes(repeating: 7, count: 32)),
                    on: person.subject, for: .rights), steps: house.registrar.erasure)
            let entries = try await ReplayTests.later(house)
            #expect(entries.map(\.entry.act).contains("archive"))
            let record = try #require(older)
            try await house.database.write { transaction in
                try transaction.run(
                    """
                    UPDATE subject SET state = 'living', record = \(record.record), revision = \(record.revision)
                    WHERE id = \(person.subject)
                    """)
                try transaction.run("DELETE FROM archived")
            }

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.archived == 1 && outcome.note == ["archived": "1"])
            let (row, kept, living) = try await house.gate.look { transaction in
                (
                    try SubjectStore(transaction).find(person.subject),
                    try ArchivedStore(transaction).find(person.subject),
                    try SubjectStore(transaction).find(other.subject)
                )
            }
            #expect(row?.state == .archived && living?.state == .living)
            #expect(kept?.destroyAt == Day("2031-12-31").map { Hold.end(of: $0) } && kept?.years == 5)
            #expect(kept?.articles == "Tax Code 206; Accounting Law 11")
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test("a hold stands again until its day; one released since does not", arguments: Engine.available, [false, true])
    func holds(engine: Engine, isReleased: Bool) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = try ReplayTests.rights(house)
            let found = try await house.gate.look { try RegistrationStore($0).find(person.subject)?.number }
            let number = try #require(found)
            func officer(_ mark: UInt8) -> Actor {
                Actor(.responsible, person: SubjectID(from: .system), session: Bytes(repeating: mark, count: 32))
            }
            let day = Day(of: house.clock.now, hoursEast: 5).adding(months: 1)
            try await desk.hold(number, on: "dispute", reference: "2-114", until: day, by: officer(7))
            let hold = try #require(try await desk.holds(on: person.subject).first?.hold)
            if isReleased { try await desk.release(hold.id, of: number, by: officer(8)) }
            let entries = try await ReplayTests.later(house)
            try await house.database.write { try $0.run("DELETE FROM hold") }

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.held == (isReleased ? 0 : 1))
            let standing = try await desk.holds(on: person.subject)
            #expect(standing.map(\.hold.id) == (isReleased ? [] : [hold.id]))
            #expect(standing.allSatisfy { $0.until == day && $0.ground?.id == "dispute" })
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }
}
