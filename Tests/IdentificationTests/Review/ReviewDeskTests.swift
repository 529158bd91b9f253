import Documents
import HouseKit
import Identification
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A case")
struct ReviewDeskTests {
    @Test("is held by one reviewer at a time, until the lease ends", arguments: Engine.available)
    func lease(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let (first, second) = (review.reviewer(), review.reviewer())
            #expect(try await review.desk.next(by: first.id) == person.number)
            #expect(try await review.desk.next(by: second.id) == nil)
            await #expect(throws: ReviewRefusal.notHeld) {
                _ = try await review.desk.decide(.approve, on: person.number, by: second.actor)
            }
            review.house.clock.advance(by: .minutes(20) + .seconds(1))
            #expect(try await review.desk.next(by: second.id) == person.number)
            await #expect(throws: ReviewRefusal.notHeld) {
                _ = try await review.desk.decide(.approve, on: person.number, by: first.actor)
            }
        }
    }

    @Test("is decided once, however many reviewers press at the same time", arguments: Engine.available)
    func oneDecision(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewers = (0..<8).map { _ in review.reviewer() }
            let decided = await withTaskGroup(of: Bool.self) { group in
                for reviewer in reviewers {
                    group.addTask {
                        do {
                            _ = try await review.desk.take(person.number, by: reviewer.id)
                            _ = try await review.desk.decide(.approve, on: person.number, by: reviewer.actor)
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(decided == 1)
        }
    }

    @Test(
        "that is approved can be taken back for ten seconds, and is told to the person after",
        arguments: Engine.available)
    func undo(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewer = review.reviewer()
            _ = try await review.desk.next(by: reviewer.id)
            _ = try await review.desk.decide(.approve, on: person.number, by: reviewer.actor)
            let early = try await review.desk.settle()
            #expect(early == 0)
            try await review.desk.undo(person.number, by: reviewer.actor)
            _ = try await review.desk.decide(.approve, on: person.number, by: reviewer.actor)
            review.house.clock.advance(by: .seconds(10))
            await #expect(throws: ReviewRefusal.notNow) {
                try await review.desk.undo(person.number, by: reviewer.actor)
            }
            let due = try await review.desk.settle()
            #expect(due == 1)
            let state = try await review.house.registration(of: person)?.state
            #expect(state == .approved)
            try await review.house.courier.round()
            let told = await review.house.outbox.deliveries.last?.text.contains(person.number)
            #expect(told == true)
        }
    }

    @Test("refused and objected to goes to another reviewer, once", arguments: Engine.available)
    func objection(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let (first, second) = (review.reviewer(), review.reviewer())
            try await review.refuse(person, by: first)
            try await review.house.registrar.object(person.subject, session: person.session)
            #expect(try await review.desk.take(person.number, by: first.id) == false)
            #expect(try await review.desk.take(person.number, by: second.id))
            try await review.refuse(person, by: second)
            await #expect(throws: RegistrationRefusal.notNow(.refused)) {
                try await review.house.registrar.object(person.subject, session: person.session)
            }
        }
    }

    @Test("with a name to correct goes back; the person accepts, the reviewer never edits", arguments: Engine.available)
    func correction(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewer = review.reviewer()
            _ = try await review.desk.next(by: reviewer.id)
            try await review.desk.propose("Әйгерім", for: .givenName, on: person.number, by: reviewer.actor)
            #expect(try await review.house.registration(of: person)?.state == .moreAsked)
            let proposals = try await review.house.registrar.proposals(to: person.subject, session: person.session)
            let proposal = try #require(proposals.first)
            #expect(proposal.value.reveal() == "Әйгерім")
            try await review.house.registrar.answer(
                proposal.row.id, accept: true, of: person.subject, session: person.session)
            let record = try await review.house.gate.read(
                Ask(
                    .readOwn, by: .subject(person.subject, session: person.session), on: person.subject, for: .rights,
                    fields: [.givenName]))
            #expect(record[.givenName]?.reveal() == "Әйгерім")
            try await review.house.registrar.send(person.subject, session: person.session)
            let other = try await review.sent("bekzat@example.kz")
            let queue = try await review.desk.queue(for: reviewer.id).map(\.number)
            #expect(queue == [person.number, other.number])
        }
    }

    @Test("refuses no reason that the policy does not list", arguments: Engine.available)
    func reasons(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewer = review.reviewer()
            _ = try await review.desk.next(by: reviewer.id)
            for reason in ["blurred", "no_such_reason"] {
                await #expect(throws: ReviewRefusal.noReason) {
                    _ = try await review.desk.decide(
                        .refuse(ReasonID(reason), words: ""), on: person.number, by: reviewer.actor)
                }
            }
        }
    }
}
