import Access
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Synchronization
import TestKit
import Testing

@testable import Identification

@Suite("The review of a representation")
struct RepresentationReviewTests {
    /// An organisation whose registration awaits review, and the person who acts for it.
    private static func sent(_ review: ReviewHouse) async throws -> (principal: Person, representative: Person) {
        let house = review.house
        let representative = try await review.sent("aigerim@example.kz")
        let found = try await Sessions(gate: house.gate, time: house.clock.source).find(representative.session)
        let beginning = Registrar.Beginning(
            Applicant(try Organisation(name: "ТОО «Үлгі»", bin: "991240000013")), isDeclared: true, isAgreed: true,
            optional: [], language: .kk, edition: house.edition.number, submission: Randomness.system.bytes(16),
            representing: Representing(by: try #require(found), until: .authority))
        let principal = Person(try await house.registrar.begin(beginning))
        try await house.confirm(.email, "ulgi@example.kz", of: principal)
        try await house.registrar.send(principal.subject, session: principal.session)
        return (principal, representative)
    }

    @Test("shows both, and is an act on the representative's record too", arguments: Engine.available)
    func both(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (principal, representative) = try await Self.sent(review)
            let open = try await review.open(principal, by: review.reviewer())
            #expect(open.registrant == .organisation)
            #expect(open.record[.organisationBIN]?.reveal() == "991240000013")
            let claimed = try #require(open.representations.first)
            #expect(claimed.registration.number == representative.number)
            #expect(claimed.name?.shown == "Үлгіева Айгерім")
            let acts = try await review.house.registrar.history(
                of: representative.subject, session: representative.session, limit: 100)
            #expect(acts.contains { $0.act == .openCase })
        }
    }

    @Test("comes before the approval, and after that of the representative", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (principal, representative) = try await Self.sent(review)
            let reviewer = review.reviewer()
            let claimed = try #require(try await review.open(principal, by: reviewer).representations.first)
            await #expect(throws: ReviewRefusal.representationOpen) {
                try await review.desk.decide(.approve, on: principal.number, by: reviewer.actor)
            }
            await #expect(throws: ReviewRefusal.representativeOpen) {
                try await review.desk.decideRepresentation(
                    claimed.row.id, accept: true, on: principal.number, by: reviewer.actor)
            }
            try await review.approve(representative, by: reviewer)
            try await review.desk.decideRepresentation(
                claimed.row.id, accept: true, on: principal.number, by: reviewer.actor)
            try await review.approve(principal, by: reviewer)
            let row = try await review.house.registration(of: principal)
            #expect(row?.state == .approved)
        }
    }

    @Test("keeps a case open whose representation ends before the approval takes effect", arguments: Engine.available)
    func endedMeanwhile(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (principal, representative) = try await Self.sent(review)
            let reviewer = review.reviewer()
            try await review.approve(representative, by: reviewer)
            let claimed = try #require(try await review.open(principal, by: reviewer).representations.first)
            try await review.desk.decideRepresentation(
                claimed.row.id, accept: true, on: principal.number, by: reviewer.actor)
            try await review.desk.decide(.approve, on: principal.number, by: reviewer.actor)
            try await review.house.registrar.endRepresentation(
                claimed.row.id, of: principal.subject, session: principal.session)
            review.house.clock.advance(by: .minutes(1))
            try await review.desk.settle()
            let row = try await review.house.registration(of: principal)
            #expect(row?.state.awaitsReview == true && row?.pending == nil)
        }
    }

    @Test("refuses an authority, whose sessions end at once", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let house = review.house
            let (principal, _) = try await Self.sent(review)
            let reviewer = review.reviewer()
            let claimed = try #require(try await review.open(principal, by: reviewer).representations.first)
            try await review.desk.decideRepresentation(
                claimed.row.id, accept: false, on: principal.number, by: reviewer.actor)
            let found = try await Sessions(gate: house.gate, time: house.clock.source).find(principal.session)
            #expect(found == nil)
            await #expect(throws: ReviewRefusal.representationOpen) {
                try await review.desk.decide(.approve, on: principal.number, by: reviewer.actor)
            }
        }
    }

    @Test("is not the representative's own", arguments: Engine.available)
    func own(engine: Engine) async throws {
        let email = "aigerim@example.kz"
        let reviewer = SubjectID(from: .system)
        let known = Mutex<[Bytes]>([])
        try await ReviewHouse.run(on: engine, ownAddresses: { who, _ in who == reviewer ? known.withLock { $0 } : [] })
        { review in
            let digests = try review.house.gate.indexed(.email, email).map(\.digest)
            known.withLock { $0 = digests }
            let (principal, _) = try await Self.sent(review)
            let isTaken = try await review.desk.take(principal.number, by: reviewer)
            #expect(!isTaken)
        }
    }
}
