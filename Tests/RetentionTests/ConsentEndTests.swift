import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Retention
import Storage
import Synchronization
import TestKit
import Testing

@Suite("The end of a consent")
struct ConsentEndTests {
    private static func sweep(
        _ house: TestHouse,
        isAnswered: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool = { _, _ in false },
        isKept: @escaping @Sendable (SubjectID, any Transaction) throws -> Bool = { _, _ in false }
    ) async throws -> ConsentEndSweep.Swept {
        try await ConsentEndSweep(
            gate: house.gate, erasure: [RegistrationSchema.erase], isAnswered: isAnswered, isKept: isKept,
            time: house.clock.source
        ).sweep()
    }

    private static func state(of person: Person, in house: TestHouse) async throws -> SubjectRow.State? {
        try await house.gate.look { try SubjectStore($0).find(person.subject)?.state }
    }

    @Test("erases the person on its day and not before, with an entry of the sweep", arguments: Engine.available)
    func erases(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            house.clock.advance(by: .days(1_094))
            let early = try await Self.sweep(house)
            #expect(early.erased == 0 && early.left == 0)
            let later = try await house.register("Мысалов", "Ерлан", email: "erlan@example.kz")
            house.clock.advance(by: .days(1))
            let swept = try await Self.sweep(house)
            #expect(swept.erased == 1 && swept.left == 0)
            let (gone, stays) = (
                try await Self.state(of: person, in: house), try await Self.state(of: later, in: house)
            )
            #expect(gone == .erased && stays == .living)
            let record = try #require(try await house.gate.erasure(marked: Whom.erasureMark(of: person.subject)))
            let entry = try LedgerEntry(canonical: try #require(record.entry))
            #expect(entry.role == "sweep" && entry.act == "expire" && entry.clause == "3.1")
            #expect(record.keyDestroyedAt == house.clock.now)
            let again = try await Self.sweep(house)
            #expect(again.erased == 0 && again.left == 0)
        }
    }

    @Test("takes nobody whose data are blocked, or kept on an article", arguments: Engine.available)
    func leaves(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let blocked = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let kept = try await house.register("Мысалов", "Ерлан", email: "erlan@example.kz")
            try await house.gate.perform { try SubjectStore($0).setState(.blocked, of: blocked.subject) }
            house.clock.advance(by: .days(1_100))
            let swept = try await Self.sweep(house, isKept: { subject, _ in subject == kept.subject })
            #expect(swept.erased == 0 && swept.left == 1)
            try await house.gate.perform { try SubjectStore($0).setState(.living, of: blocked.subject) }
            let then = try await Self.sweep(house)
            #expect(then.erased == 2)
        }
    }

    @Test("takes nobody who gave it anew, and nobody of whom no consent is on record", arguments: Engine.available)
    func renewed(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let renewed = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            let bare = try await house.register("Мысалов", "Ерлан", email: "erlan@example.kz")
            house.clock.advance(by: .days(1_000))
            let gate = house.gate
            let sealer = try await gate.sealer(for: renewed.subject)
            try await gate.perform { transaction in
                let permit = try gate.permitToWrite(
                    Ask(
                        .consent, by: .subject(renewed.subject, session: renewed.session), on: renewed.subject,
                        for: .rights), sealer: sealer, in: transaction)
                try permit.store(
                    ConsentDecision(
                        .main, isGiven: true, language: .kk, shown: ShownText("Келісемін")
                    ),
                    in: transaction)
                try transaction.run("DELETE FROM consent WHERE subject_id = \(bare.subject)")
            }
            house.clock.advance(by: .days(200))
            let swept = try await Self.sweep(house)
            #expect(swept.erased == 0)
            let (one, other) = (try await Self.state(of: renewed, in: house), try await Self.state(of: bare, in: house))
            #expect(one == .living && other == .living)
        }
    }

    @Test(
        "by a withdrawal erases once staff have answered it, which is asked again under the lock",
        arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await TestHouse.run(on: engine) { house in
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            house.clock.advance(by: .days(1))
            try await Self.withdraw(person, in: house)
            let open = try await Self.sweep(house)
            #expect(open.erased == 0 && open.left == 1)
            // Answered when they were found, and not any more when they are locked.
            let asked = Counting()
            let meanwhile = try await Self.sweep(house, isAnswered: { _, _ in asked.next() == 1 })
            #expect(meanwhile.erased == 0 && asked.count == 2)
            #expect(try await Self.state(of: person, in: house) == .living)
            let done = try await Self.sweep(house, isAnswered: { _, _ in true })
            #expect(done.erased == 1)
            #expect(try await Self.state(of: person, in: house) == .erased)
        }
    }

    private static func withdraw(_ person: Person, in house: TestHouse) async throws {
        let gate = house.gate
        let sealer = try await gate.sealer(for: person.subject)
        try await gate.perform { transaction in
            let permit = try gate.permitToWrite(
                Ask(
                    .withdrawConsent, by: .subject(person.subject, session: person.session), on: person.subject,
                    for: .rights), sealer: sealer, in: transaction)
            try permit.store(
                ConsentDecision(
                    .main, isGiven: false, language: .kk, shown: ShownText("Қайтарып аламын")), in: transaction)
        }
    }

    /// How often something was asked.
    private final class Counting: Sendable {
        private let asked = Mutex(0)
        var count: Int { asked.withLock { $0 } }

        func next() -> Int {
            asked.withLock {
                $0 += 1
                return $0
            }
        }
    }
}
