import Consents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Rights
import Storage
import TestKit
import Testing
import Vault

@testable import Restoring

/// A house whose rows were put back from before something, while its ledger knows of it.
@Suite("After a restore of older data")
struct ReplayTests {
    static func run(on engine: Engine, _ body: (TestHouse) async throws -> Void) async throws {
        try await TestHouse.run(on: engine, migrations: RightsSchema.migrations, erasure: [RightsSchema.erase], body)
    }

    static func replay(_ house: TestHouse) throws -> Replay {
        Replay(
            gate: house.gate, consents: consents(house), erasure: house.registrar.erasure,
            terms: try rights(house).terms,
            time: house.clock.source)
    }

    static func consents(_ house: TestHouse) -> ConsentDesk {
        ConsentDesk(gate: house.gate, operatorAddress: "Almaty", time: house.clock.source)
    }

    /// Where blocks and holds are put and ended; copies are of no concern here.
    static func rights(_ house: TestHouse) throws -> RightsDesk {
        RightsDesk(
            gate: house.gate, registrar: house.registrar, law: try #require(TestHouse.policyFolder().read().lawPack),
            holdings: [],
            archives: CopyArchives { _ in
                throw RightsRefusal.noRecipient
            } accepts: { _ in
                false
            },
            ownAddresses: { _, _ in [] }, hasOrders: { _, _ in false }, time: house.clock.source, randomness: .system)
    }

    /// What the ledger tells that is done again.
    static func later(_ house: TestHouse) async throws -> [PlacedEntry] {
        _ = try await house.sequencer.sequence()
        return try await LedgerReader(database: house.database).later(
            than: 0, root: try #require(Bytes(hex: emptyRoot)), signedBy: house.sequencer.verifier,
            keeping: Replay.takes
        ).entries
    }

    /// SHA-256 of nothing (RFC 6962, 2.1).
    private static let emptyRoot = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    static func doAgain(_ entries: [PlacedEntry], in house: TestHouse) async throws -> Replay.Outcome {
        let replay = try replay(house)
        return try await replay.run(try await replay.plan(entries), Replay.Remains())
    }

    private static func withdraw(_ id: ConsentID, of person: Person, in house: TestHouse) async throws {
        house.clock.advance(by: .minutes(5))
        try await consents(house).decide(
            id, give: false, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
            session: person.session)
        house.clock.advance(by: .minutes(5))
    }

    static func audit(_ house: TestHouse) async throws -> [String] {
        _ = try await house.sequencer.sequence()
        return try await house.gate.audit(house.sequencer.verifier).faults
    }

    @Test("a consent that was withdrawn is withdrawn again, once, and nothing waits by it", arguments: Engine.available)
    func withdrawal(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.begin(
                "Үлгіева", "Айгерім", optional: ["advertising.sms", "advertising.email"])
            let other = try await house.begin("Ойдан", "Бекзат", optional: ["advertising.sms"])
            try await Self.withdraw("advertising.sms", of: person, in: house)
            let entries = try await Self.later(house)
            #expect(entries.map(\.entry.act).contains("withdrawConsent"))
            // The row goes, as in data from before it; a message waits that had been dropped.
            let sealer = try await house.gate.sealer(for: person.subject)
            let now = house.clock.now
            try await house.database.write { transaction in
                try transaction.run("DELETE FROM consent WHERE subject_id = \(person.subject) AND given = 0")
                try MessageQueue(transaction).add(
                    .offer, by: .sms, language: .kk, sealer: sealer, id: Identifier(from: .system), at: now)
            }
            let desk = Self.consents(house)
            #expect(try await desk.standing(of: person.subject)["advertising.sms"] != nil)

            let outcome = try await Self.doAgain(entries, in: house)
            #expect(outcome.withdrawn == 1 && outcome.note == ["withdrawn": "1"])
            let standing = try await desk.standing(of: person.subject)
            #expect(standing["advertising.sms"] == nil && standing["advertising.email"] != nil)
            #expect(try await desk.standing(of: other.subject)["advertising.sms"] != nil)
            let row = try #require(try await desk.history(of: person.subject).last)
            #expect(row.manner == .ledger && !row.isGiven && row.consent == "advertising.sms")
            let shown = try await desk.shown(row.id, of: person.subject, session: person.session)
            #expect(shown.text.reveal().contains("журнал"))
            #expect(try await house.gate.look { try MessageQueue($0).count(.dropped) } == 1)
            let repeated = try await house.gate.history(of: person.subject, limit: 100)
                .filter { $0.note[Gate.replayedWord] != nil }
            #expect(repeated.count == 1 && repeated.first?.role == "operator")
            #expect(repeated.first?.note["consent"] == "advertising.sms")

            #expect(try await Self.doAgain(entries, in: house) == Replay.Outcome())
            #expect(try await Self.audit(house) == [])
        }
    }

    @Test("a consent that was given again since stays given", arguments: Engine.available)
    func givenAgain(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising.sms"])
            try await Self.withdraw("advertising.sms", of: person, in: house)
            try await Self.consents(house).decide(
                "advertising.sms", give: true, language: .kk, personName: "Үлгіева Айгерім", shown: 1,
                of: person.subject, session: person.session)
            #expect(try await Self.doAgain(try await Self.later(house), in: house) == Replay.Outcome())
            #expect(try await Self.consents(house).standing(of: person.subject)["advertising.sms"] != nil)
        }
    }

    @Test("a block stands again, and is as it was last", arguments: Engine.available, [1, 2, 3])
    func blocks(engine: Engine, changes: Int) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = try Self.rights(house)
            for change in 1...changes {
                house.clock.advance(by: .minutes(1))
                if change % 2 == 1 {
                    try await desk.block(person.subject, session: person.session)
                } else {
                    try await desk.unblock(person.subject, session: person.session)
                }
                _ = try await house.sequencer.sequence()
            }
            let entries = try await Self.later(house)
            #expect(entries.filter { $0.entry.whom != nil }.count == changes)
            let isBlocked = changes % 2 == 1
            // The other way round than it is, as the older data have it.
            try await house.database.write { transaction in
                try SubjectStore(transaction).setState(isBlocked ? .living : .blocked, of: person.subject)
                try transaction.run("DELETE FROM subject_block WHERE subject_id = \(person.subject)")
                try transaction.run("DELETE FROM subject_request WHERE subject_id = \(person.subject)")
            }
            let outcome = try await Self.doAgain(entries, in: house)
            #expect(outcome.blocked == (isBlocked ? 1 : 0) && outcome.unblocked == (isBlocked ? 0 : 1))
            let row = try await house.gate.look { try SubjectStore($0).find(person.subject) }
            #expect(row?.state == (isBlocked ? .blocked : .living))
            // It is their own, and they end it themselves.
            if isBlocked { try await desk.unblock(person.subject, session: person.session) }
            #expect(try await Self.doAgain(entries, in: house).blocked == (isBlocked ? 1 : 0))
            #expect(try await Self.audit(house) == [])
        }
    }

    @Test("a block of one’s own that was done again is one’s own when it is once more", arguments: Engine.available)
    func blockedTwice(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let desk = try Self.rights(house)
            try await desk.block(person.subject, session: person.session)
            for _ in 1...2 {
                house.clock.advance(by: .minutes(1))
                let entries = try await Self.later(house)
                // As in data from before it.
                try await house.database.write { transaction in
                    try SubjectStore(transaction).setState(.living, of: person.subject)
                    try transaction.run("DELETE FROM subject_block WHERE subject_id = \(person.subject)")
                }
                #expect(try await Self.doAgain(entries, in: house).blocked == 1)
            }
            try await desk.unblock(person.subject, session: person.session)
            #expect(try await Self.audit(house) == [])
        }
    }

    @Test("a void clause is void again, with what certifies it", arguments: Engine.available)
    func void(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let edition = try await house.gate.look { [gate = house.gate] in try gate.book.inForce(in: $0) }
            let content = VoidContent(
                "2.2.2", of: edition, since: try #require(Day(year: 2026, month: 11, day: 24)),
                reason: Phrase(ru: "–", kk: "–", en: "–"), proposed: house.clock.now, declared: house.clock.now,
                manner: .twoPersons)
            _ = try await house.gate.perform { transaction in
                try house.gate.declareVoid(
                    content, since: try #require(Day(content.since)), by: Actor(.administrator), in: transaction)
            }
            let entries = try await Self.later(house)
            let contents = try await house.gate.look { try Gate.voidContents(in: $0) }
            try await house.database.write { _ = try $0.run("DELETE FROM void_clause") }
            let replay = try Self.replay(house)
            let plan = try await replay.plan(entries)
            for expected in [1, 0] {
                let outcome = try await replay.run(plan, Replay.Remains(voids: contents))
                #expect(outcome.void == expected && outcome.policyLost == 0)
            }
            let void = try await house.gate.look { [gate = house.gate] in try gate.book.inForce(in: $0).void }
            #expect(void == ["2.2.2"])
            #expect(try await house.gate.declaredVoid("2.2.2", of: 1)?.content == content)
            #expect(try await Self.audit(house) == [])
        }
    }

    @Test("an edition that was published is in force again, and none that was changed", arguments: Engine.available)
    func edition(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            try await house.publishNextEdition()
            let entries = try await Self.later(house)
            let left = try await house.gate.look { try LaterEdition.all(after: 1, in: $0) }
            #expect(left.keys.sorted() == [2])
            try await house.database.write { _ = try $0.run("DELETE FROM edition WHERE number = 2") }
            let replay = Replay(
                gate: Gate(
                    database: house.database, keys: house.keys, ring: house.ring, book: PolicyBook(),
                    time: house.clock.source, randomness: .system), consents: Self.consents(house),
                erasure: [], terms: try Self.rights(house).terms, time: house.clock.source)
            let plan = try await replay.plan(entries)
            #expect(try await replay.run(plan, Replay.Remains()).policyLost == 1)
            #expect(try await replay.run(plan, Replay.Remains(editions: left)).editions == 1)
            #expect(try await replay.run(plan, Replay.Remains(editions: left)) == Replay.Outcome())
            #expect(try await Self.audit(house) == [])
        }
    }

    @Test("whoever has no key here is told of, and nobody is taken for them", arguments: Engine.available)
    func unmatched(engine: Engine) async throws {
        try await Self.run(on: engine) { house in
            let person = try await house.begin("Үлгіева", "Айгерім", optional: ["advertising.sms"])
            let other = try await house.begin("Ойдан", "Бекзат", optional: ["advertising.sms"])
            try await Self.withdraw("advertising.sms", of: person, in: house)
            let entries = try await Self.later(house)
            try await house.keys.destroy(person.subject)
            let plan = try await Self.replay(house).plan(entries)
            #expect(plan.unmatched.map(\.entry.act) == ["withdrawConsent"])
            let outcome = try await Self.replay(house).run(plan, Replay.Remains())
            #expect(outcome == Replay.Outcome())
            #expect(try await Self.consents(house).standing(of: other.subject)["advertising.sms"] != nil)
        }
    }
}
