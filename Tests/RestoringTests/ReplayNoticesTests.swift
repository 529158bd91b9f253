import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Publication
import Rights
import Storage
import TestKit
import Testing
import Vault

@testable import Restoring

/// The e-mail about new editions, in a house put back from before it was switched.
@Suite("After a restore of older data, the e-mail about new editions")
struct ReplayNoticesTests {
    private static func run(on engine: Engine, _ body: (TestHouse, Person, EditionNotices) async throws -> Void)
        async throws
    {
        try await TestHouse.run(
            on: engine, migrations: RightsSchema.migrations + PublicationSchema.migrations,
            erasure: [RightsSchema.erase, PublicationSchema.erase]
        ) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = PublicationDesk(
                gate: house.gate, folder: { throw TestHouseError.published }, regions: [], time: house.clock.source,
                randomness: .system)
            try await body(house, person, desk.notices)
        }
    }

    @Test(
        "stays off where it was switched off last, and is not switched on", arguments: Engine.available,
        [
            (before: true, since: [false], count: 1), (before: true, since: [false, true], count: 0),
            (before: true, since: [false, true, false], count: 1), (before: false, since: [true], count: 0),
            (before: false, since: [true, false], count: 0),
        ])
    func switched(engine: Engine, choices: (before: Bool, since: [Bool], count: Int)) async throws {
        try await Self.run(on: engine) { house, person, notices in
            if choices.before { try await notices.setByEmail(true, of: person.subject, session: person.session) }
            _ = try await house.sequencer.sequence()
            let size = try await ReplayTests.later(house).count
            for isOn in choices.since {
                house.clock.advance(by: .minutes(5))
                try await notices.setByEmail(isOn, of: person.subject, session: person.session)
            }
            let entries = Array(try await ReplayTests.later(house).dropFirst(size))
            #expect(entries.count == choices.since.count)
            try await house.database.write { transaction in
                if choices.before {
                    _ = try transaction.run("UPDATE edition_follower SET by_email = 1")
                } else {
                    _ = try transaction.run("DELETE FROM edition_follower")
                }
            }

            // One waited to be sent.
            let (sealer, now) = (try await house.gate.sealer(for: person.subject), house.clock.now)
            try await house.database.write {
                try MessageQueue($0).add(
                    .policyChanged, by: .email, language: .kk, sealer: sealer, id: Identifier(from: .system), at: now)
            }

            let outcome = try await ReplayTests.doAgain(entries, in: house)
            #expect(outcome.unsubscribed == choices.count && outcome.withdrawn == 0)
            #expect(outcome.note == (choices.count == 0 ? [:] : ["unsubscribed": "1"]))
            let isOn = choices.before && choices.count == 0
            #expect(try await notices.standing(of: person.subject).isByEmail == isOn)
            let queued = try await house.gate.look { try MessageQueue($0).count(.queued) }
            #expect(queued == (choices.since.last == true ? 1 : 0))
            try await house.publishNextEdition()
            #expect(try await notices.round() == (isOn ? 1 : 0))
            #expect(try await ReplayTests.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await ReplayTests.audit(house) == [])
        }
    }

    @Test("stops no restore where it was switched on by somebody who is not found", arguments: Engine.available)
    func unmatched(engine: Engine) async throws {
        try await Self.run(on: engine) { house, person, notices in
            try await notices.setByEmail(true, of: person.subject, session: person.session)
            let on = try await ReplayTests.later(house)
            try await notices.setByEmail(false, of: person.subject, session: person.session)
            let all = try await ReplayTests.later(house)
            try await house.keys.destroy(person.subject)
            let replay = try ReplayTests.replay(house)
            #expect(on.filter { $0.entry.whom != nil }.map(\.entry.act) == ["consent"])
            #expect(try await replay.plan(on).unmatched.isEmpty)
            #expect(try await replay.plan(all).unmatched.map(\.entry.act) == ["withdrawConsent"])
        }
    }
}
