import Consents
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Storage
import TestKit
import Testing

@Suite("Acceptance by use")
struct AcceptanceTests {
    private static func run(_ engine: Engine, _ body: (TestHouse, Acceptance) async throws -> Void) async throws {
        try await TestHouse.run(on: engine, migrations: AcceptanceSchema.migrations) { house in
            try await body(house, Acceptance(gate: house.gate, time: house.clock.source))
        }
    }

    private static func entries(in house: TestHouse) async throws -> [LedgerEntry] {
        try await house.database.read { transaction in
            try transaction.rows("SELECT entry FROM pending_entry ORDER BY at")
                .map { try LedgerEntry(canonical: try $0.bytes(0)) }.filter { $0.act == "count_acceptances" }
        }
    }

    @Test("is counted by edition, day and language, a row for each however many come", arguments: Engine.available)
    func counted(engine: Engine) async throws {
        try await Self.run(engine) { house, acceptance in
            for _ in 0..<10_000 { acceptance.count(1, .kk) }
            acceptance.count(1, .ru)
            #expect(try await house.count("acceptance") == 0)
            try await acceptance.flush()
            try await acceptance.flush()
            #expect(try await house.count("acceptance") == 2)
            // Another process adds to the same numbers.
            let other = Acceptance(gate: house.gate, time: house.clock.source)
            other.count(1, .kk)
            try await other.flush()
            let counts = try await acceptance.counts(since: Day(of: house.clock.now, hoursEast: 5))
            #expect(counts.map(\.visits) == [10_001, 1] && counts.map(\.kind.language) == [.kk, .ru])
        }
    }

    @Test("enters the ledger once an hour for all processes, without anybody in it", arguments: Engine.available)
    func hourly(engine: Engine) async throws {
        try await Self.run(engine) { house, acceptance in
            let other = Acceptance(gate: house.gate, time: house.clock.source)
            acceptance.count(1, .kk)
            try await acceptance.flush()
            #expect(try await acceptance.record())
            other.count(1, .kk)
            try await other.flush()
            #expect(try await !other.record())
            #expect(try await !acceptance.record())
            house.clock.advance(by: .hours(1))
            #expect(try await other.record())
            #expect(try await !acceptance.record())
            house.clock.advance(by: .hours(1))
            // Nothing came: nothing to record.
            #expect(try await !acceptance.record())
            let entries = try await Self.entries(in: house)
            #expect(entries.map(\.note) == [["1 2026-11-24 kk": "1"], ["1 2026-11-24 kk": "1"]])
            #expect(entries.allSatisfy { $0.whom == nil && $0.actor.isEmpty && $0.fields.isEmpty })
            #expect(try entries.allSatisfy { try $0.canonical().count <= 1_024 })
        }
    }

    @Test("of many kinds at once fits into entries of their size", arguments: Engine.available)
    func many(engine: Engine) async throws {
        try await Self.run(engine) { house, acceptance in
            for edition in 1...5 { for language in Language.allCases { acceptance.count(edition, language) } }
            try await acceptance.flush()
            #expect(try await acceptance.record())
            house.clock.advance(by: .hours(1))
            #expect(try await acceptance.record())
            let entries = try await Self.entries(in: house)
            #expect(entries.map(\.note.count) == [12, 3])
            #expect(try entries.allSatisfy { try $0.canonical().count <= 1_024 })
        }
    }

    @Test("is no consent: with it alone the Gate opens nothing for any purpose", arguments: Engine.available)
    func noConsent(engine: Engine) async throws {
        try await Self.run(engine) { house, acceptance in
            acceptance.count(1, .ru)
            try await acceptance.flush()
            try await acceptance.record()
            // Whoever has only used the site is nobody; and somebody who is known has consented to nothing by it.
            let nobody = try await house.gate.newSubject()
            let known = try await house.gate.newSubject()
            let now = house.clock.now
            try await house.database.write { transaction in
                try SubjectStore(transaction).insert(known, kind: .person, language: .ru, isInvented: true, at: now)
            }
            let policy = house.edition.document
            let consented = Set(policy.purposes.filter { $0.ground == .consent }.map(\.id))
            var asked = 0
            for role in policy.roles where role.kind != .user {
                for grant in role.grants {
                    for purpose in grant.purposes {
                        guard let act = grant.acts.first else { continue }
                        for subject in [nobody, known] {
                            if subject == known, !consented.contains(purpose) { continue }
                            asked += 1
                            let ask = Ask(
                                act, by: Actor(role.id), on: subject, for: purpose,
                                fields: grant.fields.filter { policy.field($0)?.purposes.contains(purpose) == true })
                            await #expect(throws: GateRefusal.self) { _ = try await house.gate.read(ask) }
                        }
                    }
                }
            }
            #expect(asked > 40)
        }
    }
}
