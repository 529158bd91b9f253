import Access
import Documents
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

@Suite("What waits at the counter")
struct CounterQueueTests {
    @Test(
        "can be taken over from whoever began it, on record; none of both decides it then", arguments: Engine.available)
    func takenOver(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (first, second, desk) = (Counter(review), Counter(review), review.desk)
            let asked = try await first.assist("bekzat@example.kz")
            let person = try await first.begun("aigerim@example.kz")
            let queue = try await first.registrar.counterQueue()
            // Before anybody has agreed there is nothing to go on with.
            #expect(queue.unfinished.map(\.row.number) == [person.number] && queue.untold.isEmpty)
            let entry = try #require(queue.unfinished.first?.row)
            #expect(entry.staff == first.id && entry.former.isEmpty)
            await #expect(throws: RegistrationRefusal.none) {
                try await second.registrar.takeOver(asked.id, by: second.actor)
            }
            await #expect(throws: GateRefusal.self) {
                try await second.registrar.takeOver(entry.id, by: second.reviewer.actor)
            }
            try await second.registrar.takeOver(entry.id, by: second.actor)
            await #expect(throws: RegistrationRefusal.none) {
                _ = try await first.registrar.counterEntry(entry.id, by: first.actor)
            }
            let taken = try await second.registrar.counterEntry(entry.id, by: second.actor)
            #expect(taken.staff == second.id && taken.former == [first.id])
            try await second.see(person)
            try await second.registrar.send(person.subject, by: second.actor)
            #expect(try await second.registrar.counterQueue().unfinished.isEmpty)
            for one in [first, second] {
                #expect(try await desk.take(person.number, by: one.id) == false)
                #expect(try await desk.queue(for: one.id).map(\.outlook) == [.another])
            }
            try await review.approve(person, by: review.reviewer())
            let steps = try await review.house.gate.history(of: person.subject, limit: 100)
                .filter { $0.act == "assist" }.compactMap { $0.note["step"] }
            #expect(Set(steps) == ["code", "taken_over"])
        }
    }

    @Test("goes back and forth, and remembers everybody once", arguments: Engine.available)
    func back(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (first, second) = (Counter(review), Counter(review))
            let person = try await first.begun("aigerim@example.kz")
            let entry = try #require(try await first.registrar.counterQueue().unfinished.first?.row)
            for one in [second, first, second] { try await one.registrar.takeOver(entry.id, by: one.actor) }
            let row = try #require(try await review.house.gate.look { try CounterStore($0).find(person.subject) })
            #expect(row.staff == second.id && row.former == [first.id])
            #expect(row.firstHalves.map(\.person) == [first.id, second.id])
        }
    }

    @Test(
        "names who is to be told of a decision since no message reaches them, until they were told",
        arguments: Engine.available)
    func untold(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let counter = Counter(review)
            let (entry, person) = try await counter.signed()
            #expect(try await counter.registrar.counterQueue().unfinished.map(\.row.state) == [.signed])
            try await counter.photograph(person)
            try await review.documents.processing.work()
            try await counter.see(person)
            try await counter.registrar.send(person.subject, by: counter.actor)
            #expect(try await counter.registrar.counterQueue().untold.isEmpty)
            try await review.approve(person, by: review.reviewer())
            let other = try await counter.sent("aigerim@example.kz")
            try await review.approve(other, by: review.reviewer())
            #expect(try await counter.registrar.counterQueue().untold.map(\.row.number) == [person.number])
            review.house.clock.advance(by: .minutes(1))
            try await counter.registrar.told(entry.id, by: counter.actor)
            #expect(try await counter.registrar.counterQueue().untold.isEmpty)
            _ = try await review.house.sequencer.sequence()
            #expect(try await review.house.gate.audit(review.house.sequencer.verifier).faults == [])
        }
    }

    @Test(
        "is of a sole proprietor too, and of nobody for whom another has to act", arguments: Engine.available,
        [Registrant.soleProprietor, .organisation])
    func registrants(engine: Engine, registrant: Registrant) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let entry = try await counter.registrar.assist(
                .email, try Registrar.normalised(.email, "aigerim@example.kz"), as: registrant, language: .kk,
                by: counter.actor)
            let code = try await counter.code()
            let name = try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: "")
            func agree(_ applicant: Applicant) async throws {
                try await counter.registrar.agree(
                    entry.id, code: code, to: try house.beginning(applicant), by: counter.actor)
            }
            await #expect(throws: RegistrationRefusal.otherEdition) { try await agree(Applicant(name: name)) }
            if registrant.needsRepresentative {
                await #expect(throws: RegistrationRefusal.otherEdition) {
                    try await agree(Applicant(registrant, name: name))
                }
                return
            }
            try await agree(Applicant(registrant, name: name))
            let row = try #require(try await house.gate.look { try SubjectStore($0).find(entry.subject) })
            let fields = try row.fieldsHeld
            #expect(row.registrant == registrant && fields.contains(.registrantKind))
        }
    }
}
