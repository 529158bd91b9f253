import Access
import Consents
import HouseKit
import Identification
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Restoring

/// An objection, in a house put back from before it.
@Suite("After a restore of older data, an objection to a refusal")
struct ReplayObjectionsTests {
    /// A house in which somebody's registration is refused, with who refused it.
    private struct Refused {
        let house: TestHouse
        let desk: ReviewDesk
        let person: Person
        let reviewer = SubjectID(from: .system)

        var row: RegistrationRow {
            get async throws { try #require(try await house.registration(of: person)) }
        }

        func refuse(by reviewer: SubjectID) async throws {
            let actor = Actor(.reviewer, person: reviewer, session: Randomness.system.bytes(32))
            #expect(try await desk.take(person.number, by: reviewer))
            try await desk.decide(.refuse("document_expired", words: "2020"), on: person.number, by: actor)
        }

        func settle() async throws {
            house.clock.advance(by: .seconds(11))
            try await desk.settle()
        }

        func object(_ words: String? = "Жаңасы бар") async throws {
            house.clock.advance(by: .days(1))
            try await house.registrar.object(person.subject, words: words, session: person.session)
        }

        /// Keeps the registration as it is, as a copy of the data does.
        func copy() async throws {
            try await house.database.write { _ = try $0.run("CREATE TABLE older AS SELECT * FROM registration") }
        }

        /// Puts back what ``copy()`` kept, and does again what the ledger tells.
        func restore() async throws -> Replay.Outcome {
            try await house.database.write { transaction in
                try transaction.run("DELETE FROM registration")
                try transaction.run("INSERT INTO registration SELECT * FROM older")
            }
            house.clock.advance(by: .days(2))
            return try await replay()
        }

        func replay() async throws -> Replay.Outcome {
            try await ReplayTests.doAgain(try await ReplayTests.later(house), in: house)
        }

        /// What the person reads of it.
        func words() async throws -> [CaseText: String] {
            try await house.registrar.texts(to: person.subject, session: person.session).mapValues { $0.reveal() }
        }
    }

    private static func run(on engine: Engine, _ body: (Refused) async throws -> Void) async throws {
        try await ReplayTests.run(on: engine) { house in
            let desk = ReviewDesk(
                gate: house.gate, registrar: house.registrar, ownAddresses: { _, _ in [] }, time: house.clock.source,
                randomness: .system)
            let person = try await house.register("Үлгіева", "Айгерім", email: "aigerim@example.kz")
            try await body(Refused(house: house, desk: desk, person: person))
        }
    }

    @Test(
        "waits for another reviewer until the same day, without its words, also when it was decided since; no scan goes",
        arguments: Engine.available, [false, true])
    func objection(engine: Engine, isDecided: Bool) async throws {
        try await Self.run(on: engine) { refused in
            try await refused.refuse(by: refused.reviewer)
            try await refused.settle()
            try await refused.copy()
            try await refused.object()
            let (before, other) = (try await refused.row, SubjectID(from: .system))
            if isDecided {
                try await refused.refuse(by: other)
                try await refused.settle()
            }

            let outcome = try await refused.restore()
            #expect(outcome.objections == 1 && outcome.note == ["objections": "1"])
            let row = try await refused.row
            #expect(row.state == .sent && row.objectedAt == before.objectedAt && row.scansUntil == nil)
            #expect(row.reviewBy == before.reviewBy && row.reviewBy != nil && row.reviewTerm == before.reviewTerm)
            #expect(row.decidedBy == refused.reviewer && row.decidedAt == before.decidedAt)
            #expect(row.since == before.since && !row.isSetAside)
            let words = try await refused.words()
            #expect(words[.decision] == "2020" && words[.objection]?.contains("журнал") == true)
            #expect(words[.objection]?.contains("Жаңасы") == false)
            let queued = try #require(try await refused.desk.queue(for: refused.reviewer).first)
            #expect(queued.isObjection && queued.outlook == .another)
            #expect(try await !refused.desk.take(refused.person.number, by: refused.reviewer))
            #expect(try await refused.replay() == Replay.Outcome())
            #expect(try await ReplayTests.audit(refused.house) == [])

            refused.house.clock.advance(by: .days(40))
            #expect(try await refused.house.registrar.scansDue().isEmpty)
            try await refused.refuse(by: other)
            try await refused.settle()
            // Decided in the house that was put back, it is not done once more.
            #expect(try await refused.replay() == Replay.Outcome())
            #expect(try await refused.row.state == .refused)
        }
    }

    @Test("for which no reason was given has no words that were lost", arguments: Engine.available)
    func wordless(engine: Engine) async throws {
        try await Self.run(on: engine) { refused in
            try await refused.refuse(by: refused.reviewer)
            try await refused.settle()
            try await refused.copy()
            try await refused.object(nil)
            #expect(try await refused.restore().objections == 1)
            #expect(try await refused.words() == [.decision: "2020"])
        }
    }

    @Test(
        "stands also where the refusal was still to take effect when the data were copied", arguments: Engine.available)
    func pending(engine: Engine) async throws {
        try await Self.run(on: engine) { refused in
            try await refused.refuse(by: refused.reviewer)
            try await refused.copy()
            try await refused.settle()
            try await refused.object()
            #expect(try await refused.restore().objections == 1)
            let row = try await refused.row
            #expect(row.state == .sent && row.objectedAt != nil && row.decidedBy == refused.reviewer)
            #expect(row.reason == "document_expired" && row.pending == nil && row.lease == nil)
            #expect(row.decidedAt.map { $0 < row.since } == true)
            #expect(try await refused.desk.settle() == 0)
            #expect(try await refused.words()[.decision] == "2020")
        }
    }

    @Test("to a refusal that is lost itself leaves the case to its review", arguments: Engine.available)
    func lost(engine: Engine) async throws {
        try await Self.run(on: engine) { refused in
            try await refused.copy()
            try await refused.refuse(by: refused.reviewer)
            try await refused.settle()
            try await refused.object()
            #expect(try await refused.restore() == Replay.Outcome())
            let row = try await refused.row
            #expect(row.state == .sent && row.objectedAt == nil)
        }
    }

    @Test("to a later refusal is not taken for one to the refusal before", arguments: Engine.available)
    func later(engine: Engine) async throws {
        try await Self.run(on: engine) { refused in
            try await refused.refuse(by: refused.reviewer)
            try await refused.settle()
            try await refused.copy()
            let (house, person) = (refused.house, refused.person)
            try await house.registrar.applyAgain(person.subject, session: person.session)
            try await house.registrar.send(person.subject, session: person.session)
            try await refused.refuse(by: SubjectID(from: .system))
            try await refused.settle()
            try await refused.object()
            #expect(try await refused.restore() == Replay.Outcome())
            let row = try await refused.row
            #expect(row.state == .refused && row.objectedAt == nil && row.decidedBy == refused.reviewer)
        }
    }

    @Test("keeps no scans beyond the term of a withdrawal that stands", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await Self.run(on: engine) { refused in
            let (house, person) = (refused.house, refused.person)
            func decide(_ give: Bool) async throws {
                house.clock.advance(by: .minutes(5))
                try await ReplayTests.consents(house).decide(
                    .main, give: give, language: .kk, personName: "Үлгіева Айгерім", shown: 1, of: person.subject,
                    session: person.session)
            }
            try await refused.refuse(by: refused.reviewer)
            try await refused.settle()
            try await decide(false)
            let since = house.clock.now
            try await refused.copy()
            try await decide(true)
            try await refused.object()
            // What was given since is lost.
            try await house.database.write { transaction in
                _ = try transaction.run("DELETE FROM consent WHERE consent = 'main' AND given = 1 AND at > \(since)")
            }
            #expect(try await refused.restore().objections == 1)
            #expect(try await refused.row.scansUntil == since + .days(30))
        }
    }
}
