import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Identification

@Suite("A scan that is kept until the decision")
struct DecidedScansTests {
    private static let identity: DocumentKindID = "identity_document"

    @Test("goes with the approval, and no other scan with it", arguments: Engine.available)
    func approved(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.begun("aigerim@example.kz")
            try await review.scan(Scan.file(Scan.card), by: person)
            try await review.scan(Scan.file(["a bill"]), "address_proof", by: person)
            try await review.house.registrar.send(person.subject, session: person.session)
            try await review.keepUntilDecision()
            review.house.clock.advance(by: .days(2))
            #expect(try await review.swept().isEmpty)
            try await review.approve(person, by: review.reviewer())
            let decided = try #require(try await review.house.registration(of: person)?.decidedAt)
            #expect(try await review.swept() == [[Self.identity]])
            #expect(try await review.kinds(of: person) == ["address_proof"])
            #expect(try await review.house.count("document_mark") == 0)
            // The scan and two images of its page.
            #expect(try await review.documents.sweep.deleteAbandoned() == 3)
            let row = try #require(try await review.house.registration(of: person))
            #expect(row.scansUntil == decided + .days(30))
            #expect(try await review.swept().isEmpty)
            review.house.clock.advance(by: .days(30))
            #expect(try await review.swept().count == 1)
            #expect(try await review.kinds(of: person) == [])
        }
    }

    @Test("stays after a refusal while that can be objected to", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            try await review.keepUntilDecision()
            // So that it is seen which of the two terms is over.
            try await review.house.publish(changing: #""objection":"30 days""#, to: #""objection":"20 days""#)
            try await review.refuse(person, by: review.reviewer())
            let decided = try #require(try await review.house.registration(of: person)?.decidedAt)
            #expect(try await review.house.registration(of: person)?.scansUntil == decided + .days(20))
            review.house.clock.advance(by: .days(20) - .seconds(1))
            #expect(try await review.swept().isEmpty)
            #expect(try await review.kinds(of: person) == [Self.identity])
            review.house.clock.advance(by: .seconds(1))
            #expect(try await review.swept() == [[Self.identity]])
            #expect(try await review.kinds(of: person) == [])
            #expect(try await review.house.registration(of: person)?.scansUntil == decided + .days(30))
            review.house.clock.advance(by: .days(10))
            #expect(try await review.swept() == [nil])
            #expect(try await review.house.registration(of: person)?.scansUntil == nil)
        }
    }

    @Test("goes at once with the decision on an objection", arguments: Engine.available)
    func objected(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            try await review.keepUntilDecision()
            try await review.refuse(person, by: review.reviewer())
            review.house.clock.advance(by: .days(29))
            try await review.house.registrar.object(person.subject, session: person.session)
            review.house.clock.advance(by: .days(5))
            #expect(try await review.swept().isEmpty)
            #expect(try await review.kinds(of: person) == [Self.identity])
            try await review.refuse(person, by: review.reviewer())
            #expect(try await review.swept() == [[Self.identity]])
            #expect(try await review.kinds(of: person) == [])
        }
    }

    @Test("goes when the registration lapses", arguments: Engine.available)
    func lapsed(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            try await review.keepUntilDecision()
            let reviewer = review.reviewer()
            _ = try await review.open(person, by: reviewer)
            try await review.desk.propose("Әйгерім", for: .givenName, on: person.number, by: reviewer.actor)
            review.house.clock.advance(by: .days(30))
            #expect(try await review.house.registrar.sweep().lapsed == 1)
            #expect(try await review.swept() == [[Self.identity]])
            #expect(try await review.kinds(of: person) == [])
        }
    }
}

extension ReviewHouse {
    /// Publishes an edition by which identity documents go with the decision; it binds for what was collected before, too.
    fileprivate func keepUntilDecision() async throws {
        try await house.publish(
            changing: #""id":"identity_document","keep":"30 days""#, to: #""id":"identity_document","keep":"decision""#)
    }

    /// The nightly work on scans. - Returns: which kinds went of each registration; nil where all did.
    fileprivate func swept() async throws -> [Set<DocumentKindID>?] {
        let due = try await house.registrar.scansDue()
        for one in due {
            try await documents.sweep.destroyScans(
                of: one.registration.subject, kinds: one.kinds, caseID: one.registration.number)
            try await house.registrar.scansDestroyed(one)
        }
        return due.map(\.kinds)
    }

    /// Of which kinds scans are still there.
    fileprivate func kinds(of person: Person) async throws -> [DocumentKindID] {
        try await documents.access.documents(of: person.subject).map(\.kind)
    }
}
