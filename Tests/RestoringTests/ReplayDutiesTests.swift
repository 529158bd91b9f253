import Consents
import Disclosures
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

@Suite("After a restore of older data, what a withdrawal asks of staff")
struct ReplayDutiesTests {
    @Test("is due on the day on which it was due, and scans end when they would have", arguments: Engine.available)
    func due(engine: Engine) async throws {
        try await TestHouse.run(
            on: engine, migrations: RightsSchema.migrations + DisclosuresSchema.migrations,
            erasure: [RightsSchema.erase, DisclosuresSchema.erase]
        ) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = try Self.consents(house)
            house.clock.advance(by: .days(1))
            let size = try await ReplayTests.later(house).count
            try await desk.decide(
                .main, give: false, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
                session: person.session)
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            let before = try #require(try await Self.withdrawal(of: person, in: house))
            let scans = try await house.registration(of: person)?.scansUntil
            #expect(entries.count == 1 && before.at == entries.first?.entry.at && scans != nil)
            try await house.database.write { transaction in
                _ = try transaction.run("DELETE FROM consent WHERE given = 0")
                _ = try transaction.run("DELETE FROM withdrawal")
                _ = try transaction.run("UPDATE registration SET scans_until = NULL")
            }

            house.clock.advance(by: .days(10))
            let replay = Replay(
                gate: house.gate, consents: desk, erasure: [], terms: try ReplayTests.rights(house).terms,
                time: house.clock.source)
            let outcome = try await replay.run(try await replay.plan(entries), Replay.Remains())
            #expect(outcome.withdrawn == 1)
            let after = try #require(try await Self.withdrawal(of: person, in: house))
            #expect(after.at == before.at && after.term == before.term && after.state == .open)
            #expect(try await house.registration(of: person)?.scansUntil == scans)
        }
    }

    private static func consents(_ house: TestHouse) throws -> ConsentDesk {
        let duties = DisclosureDuties(
            gate: house.gate, calendars: house.registrar.calendars,
            law: try #require(TestHouse.policyFolder().read().lawPack), time: house.clock.source, randomness: .system)
        return ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source) {
            try duties.withdrawn($0, $1, of: $2, at: $3, in: $4)
        }
    }

    private static func withdrawal(of person: Person, in house: TestHouse) async throws -> Withdrawal? {
        try await house.gate.look { try DisclosureStore($0).withdrawals(of: person.subject).first }
    }
}
