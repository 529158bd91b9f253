import Access
import HouseKit
import Identification
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

/// The only person who works here, as staffing puts them on record.
struct Sole: Sendable {
    let review: ReviewHouse
    let reviewer: ReviewHouse.Reviewer
    let rule: TwoPersonRule
    private let secret: TOTPSecret

    init(_ review: ReviewHouse) async throws {
        self.review = review
        let house = review.house
        let (now, rule) = (house.clock.now, TwoPersonRule(gate: house.gate, time: house.clock.source))
        let subject = try await house.gate.newSubject()
        secret = TOTPSecret(from: .system)
        let sealed = try await house.gate.sealer(for: subject)
            .seal(secret.bytes, label: SecondFactor.label, in: .messages)
        try await house.gate.perform { transaction in
            try SubjectStore(transaction).insert(subject, kind: .staff, language: .kk, isInvented: false, at: now)
            try CredentialStore(transaction).setFactor(sealed, of: subject, at: now)
            try rule.enrolled({ 1 }, in: transaction)
        }
        self.rule = rule
        reviewer = ReviewHouse.Reviewer(
            id: subject, actor: Actor(.reviewer, person: subject, session: Randomness.system.bytes(32)))
    }

    /// What the authenticator shows.
    var code: String { TOTP(secret).code(at: review.house.clock.now) }

    /// Somebody who was refused by the sole reviewer and has objected at once. With the end of the wait.
    func objecting() async throws -> (Person, Instant) {
        let person = try await review.sent("aigerim@example.kz")
        try await review.refuse(person, by: reviewer)
        try await review.house.registrar.object(person.subject, words: "Менің суретім", session: person.session)
        return (person, review.house.clock.now + .days(1))
    }

    func decide(_ decision: Decision, on person: Person, code: String = "") async throws {
        try await review.desk.decide(decision, on: person.number, by: reviewer.actor, code: code)
    }
}

@Suite("An objection where one person works alone")
struct AloneTests {
    @Test("is decided by whoever refused: after the wait, with a fresh code, marked", arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let (house, desk, id) = (review.house, review.desk, sole.reviewer.id)
            let (person, opens) = try await sole.objecting()
            for early in [house.clock.now, opens - .seconds(1)] {
                house.clock.set(early)
                #expect(try await desk.queue(for: id).map(\.outlook) == [.again(from: opens)])
                #expect(try await desk.queue(for: id).map { $0.isFree(at: early) } == [false])
                #expect(try await desk.next(by: id) == nil)
                #expect(try await desk.take(person.number, by: id) == false)
            }
            house.clock.set(opens)
            #expect(try await desk.queue(for: id).map { $0.isFree(at: opens) } == [true])
            #expect(try await desk.next(by: id) == person.number)
            #expect(try await desk.queue(for: id).map { $0.isFree(at: opens) } == [false])
            await #expect(throws: TwoPersonRefusal.codeNeeded) { try await sole.decide(.approve, on: person) }
            let wrong = sole.code == "000000" ? "000001" : "000000"
            await #expect(throws: TwoPersonRefusal.wrongCode) {
                try await sole.decide(.approve, on: person, code: wrong)
            }
            #expect(try await house.registration(of: person)?.pending == nil)
            try await sole.decide(.approve, on: person, code: sole.code)
            #expect(try await house.registration(of: person)?.pending?.isAlone == true)
            house.clock.advance(by: .seconds(11))
            try await desk.settle()
            let row = try #require(try await house.registration(of: person))
            #expect(row.state == .approved && row.isDecidedAlone)
            let acts = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            let decisions = acts.filter { $0.act == .decide }
            #expect(decisions.map(\.isSingleHanded) == [true, false])
            #expect(acts.count { $0.isSingleHanded } == 1)
            _ = try await house.sequencer.sequence()
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
        }
    }

    @Test("asks for another code when the decision was undone", arguments: Engine.available)
    func undone(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let (person, opens) = try await sole.objecting()
            review.house.clock.set(opens)
            #expect(try await review.desk.take(person.number, by: sole.reviewer.id))
            let code = sole.code
            try await sole.decide(.approve, on: person, code: code)
            try await review.desk.undo(person.number, by: sole.reviewer.actor)
            await #expect(throws: TwoPersonRefusal.wrongCode) {
                try await sole.decide(.approve, on: person, code: code)
            }
            review.house.clock.advance(by: .seconds(30))
            let refusal = Decision.refuse("document_expired", words: "2020")
            try await sole.decide(refusal, on: person, code: sole.code)
            review.house.clock.advance(by: .seconds(11))
            try await review.desk.settle()
            let row = try #require(try await review.house.registration(of: person))
            #expect(row.state == .refused && row.isDecidedAlone)
            try await review.house.registrar.applyAgain(person.subject, session: person.session)
            #expect(try await review.house.registration(of: person)?.isDecidedAlone == false)
        }
    }

    @Test("waits longer when the policy says so meanwhile, also for a case that is held", arguments: Engine.available)
    func longerWait(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let (person, opens) = try await sole.objecting()
            review.house.clock.set(opens)
            #expect(try await review.desk.take(person.number, by: sole.reviewer.id))
            var folder = try TestHouse.policyFolder()
            folder.files["policy.yml"] = folder.files["policy.yml"]?
                .replacing("{objection: 1 days", with: "{objection: 2 days")
            _ = try await review.house.gate.publish(try #require(folder.read().document))
            await #expect(throws: TwoPersonRefusal.notYet(opens + .days(1))) {
                try await sole.decide(.approve, on: person, code: sole.code)
            }
            #expect(try await review.house.registration(of: person)?.pending == nil)
        }
    }

    @Test("is another's to decide from the moment on in which a second person enrols", arguments: Engine.available)
    func second(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let (house, desk, rule) = (review.house, review.desk, sole.rule)
            let (person, opens) = try await sole.objecting()
            house.clock.set(opens)
            #expect(try await desk.take(person.number, by: sole.reviewer.id))
            try await house.gate.perform { try rule.enrolled({ 2 }, in: $0) }
            await #expect(throws: TwoPersonRefusal.anotherNeeded) {
                try await sole.decide(.approve, on: person, code: sole.code)
            }
            try await desk.release(person.number, by: sole.reviewer.id)
            #expect(try await desk.queue(for: sole.reviewer.id).map(\.outlook) == [.another])
            #expect(try await desk.queue(for: sole.reviewer.id).map { $0.isFree(at: opens) } == [false])
            #expect(try await desk.take(person.number, by: sole.reviewer.id) == false)
            let other = review.reviewer()
            #expect(try await desk.queue(for: other.id).map(\.outlook) == [.free])
            try await review.approve(person, by: other)
            let row = try #require(try await house.registration(of: person))
            #expect(row.state == .approved && !row.isDecidedAlone)
        }
    }

    @Test("does not concern a case without one: no wait and no code", arguments: Engine.available)
    func first(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let person = try await review.sent("aigerim@example.kz")
            try await review.approve(person, by: sole.reviewer)
            let row = try #require(try await review.house.registration(of: person))
            #expect(row.state == .approved && !row.isDecidedAlone)
            let acts = try await review.house.gate.history(of: person.subject, limit: 100)
            #expect(acts.allSatisfy { !$0.isSingleHanded })
        }
    }
}
