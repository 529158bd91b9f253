import Access
import HouseKit
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@testable import Identification

@Suite("A reviewer's own registration")
struct OwnCaseTests {
    private static let email = "aigerim@example.kz"

    /// The reviewers who have signed in with the address, and what it looks like in the index.
    private final class Addresses: Sendable {
        private let known = Mutex<[SubjectID: [Bytes]]>([:])

        func enter(_ digests: [Bytes], of reviewer: SubjectID) { known.withLock { $0[reviewer] = digests } }

        func all(of reviewer: SubjectID) -> [Bytes] { known.withLock { $0[reviewer] ?? [] } }
    }

    private static func run(
        on engine: Engine, _ body: (ReviewHouse, ReviewHouse.Reviewer) async throws -> Void
    ) async throws {
        let addresses = Addresses()
        try await ReviewHouse.run(on: engine, ownAddresses: { reviewer, _ in addresses.all(of: reviewer) }) { review in
            let reviewer = review.reviewer()
            addresses.enter(try review.house.gate.indexed(.email, email).map(\.digest), of: reviewer.id)
            try await body(review, reviewer)
        }
    }

    @Test("is passed over and cannot be taken; another reviewer decides it", arguments: Engine.available)
    func passedOver(engine: Engine) async throws {
        try await Self.run(on: engine) { review, reviewer in
            let own = try await review.sent(Self.email)
            review.house.clock.advance(by: .minutes(5))
            let other = try await review.sent("bekzat@example.kz")
            let queue = try await review.desk.queue(for: reviewer.id)
            #expect(queue.map(\.isOwn) == [true, false])
            #expect(queue.map { $0.isFree(at: review.house.clock.now) } == [false, true])
            #expect(try await review.desk.take(own.number, by: reviewer.id) == false)
            #expect(try await review.desk.next(by: reviewer.id) == other.number)
            #expect(try await review.desk.standing(of: own.number, for: reviewer.id).isOwn)
            let colleague = review.reviewer()
            #expect(try await review.desk.queue(for: colleague.id).map(\.isOwn) == [false, false])
            #expect(try await review.desk.next(by: colleague.id) == own.number)
        }
    }

    @Test("is refused at every act when the address is confirmed while the case is held", arguments: Engine.available)
    func confirmedMeanwhile(engine: Engine) async throws {
        try await Self.run(on: engine) { review, reviewer in
            let house = review.house
            let person = try await house.begin("Үлгіева", "Айгерім")
            try await house.registrar.setContact(
                .email, to: Self.email, of: person.subject, session: person.session)
            try await house.courier.round()
            let code = try await house.outbox.code()
            try await house.confirm(.telephone, "8 777 000 11 22", of: person)
            try await house.registrar.send(person.subject, session: person.session)
            // An address that anybody could have typed keeps no reviewer from a case.
            #expect(try await review.desk.take(person.number, by: reviewer.id))
            try await house.registrar.confirm(code, .email, of: person.subject, session: person.session)
            await #expect(throws: ReviewRefusal.own) {
                _ = try await review.desk.decide(.approve, on: person.number, by: reviewer.actor)
            }
            await #expect(throws: ReviewRefusal.own) { _ = try await review.open(person, by: reviewer) }
            await #expect(throws: ReviewRefusal.own) {
                try await review.desk.putAside(person.number, note: "Күтіледі", by: reviewer.actor)
            }
            #expect(try await house.registration(of: person)?.pending == nil)
        }
    }
}
