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

@Suite("The day by which a case is reviewed")
struct ReviewTermTests {
    @Test("is promised in working days when it is sent, and anew with every sending", arguments: Engine.available)
    func promised(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            // Tuesday 24 November 2026: three working days end on Friday.
            let person = try await review.sent("aigerim@example.kz")
            #expect(try await review.promised(to: person) == "2026-11-27")
            let reviewer = review.reviewer()
            _ = try await review.open(person, by: reviewer)
            #expect(try await review.promised(to: person) == "2026-11-27")
            try await review.desk.propose("Әйгерім", for: .givenName, on: person.number, by: reviewer.actor)
            review.house.clock.advance(by: .days(3))
            try await review.house.registrar.send(person.subject, session: person.session)
            #expect(try await review.promised(to: person) == "2026-12-02")

            try await review.refuse(person, by: reviewer)
            review.house.clock.advance(by: .days(17))
            // Monday 14 December: the 16th is Independence Day.
            try await review.house.registrar.object(person.subject, session: person.session)
            #expect(try await review.promised(to: person) == "2026-12-18")
        }
    }

    @Test("stands in the queue as it looks today, and does not change the order", arguments: Engine.available)
    func queue(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz")
            let reviewer = review.reviewer()
            for (days, standing, left) in [
                (0, DueDay.Standing.far, 3), (2, .near, 1), (1, .today, 0), (1, .over, 0), (2, .over, -1),
            ] {
                review.house.clock.advance(by: .days(days))
                let due = try #require(try await review.desk.queue(for: reviewer.id).first?.due)
                #expect(due.day.description == "2026-11-27")
                #expect(due.standing == standing)
                #expect(due.workingDays == left)
            }
            let later = try await review.sent("bekzat@example.kz")
            #expect(try await review.desk.queue(for: reviewer.id).map(\.number) == [person.number, later.number])
        }
    }

    @Test("is followed by the term of the scans: they and their digests go after it", arguments: Engine.available)
    func scans(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            try await review.approve(person, by: review.reviewer())
            let decided = try #require(try await review.house.registration(of: person)?.decidedAt)
            #expect(try await review.house.registration(of: person)?.scansUntil == decided + .days(30))
            review.house.clock.advance(by: .days(30) - .seconds(1))
            #expect(try await review.house.registrar.scansDue().isEmpty)
            review.house.clock.advance(by: .seconds(1))
            let due = try #require(try await review.house.registrar.scansDue().first)
            // Files of messages are no scans of a registration.
            #expect(
                try due.kinds
                    == Set(TestHouse.policy().documentKinds.map(\.id)).subtracting([.attachment, .consentPaper, .proof])
            )
            try await review.documents.sweep.destroyScans(of: person.subject, kinds: due.kinds)
            try await review.house.registrar.scansDestroyed(due)
            #expect(try await review.house.registrar.scansDue().isEmpty)
            #expect(try await review.house.count("document_mark") == 0)
            #expect(try await review.documents.access.documents(of: person.subject).isEmpty)
        }
    }

    @Test("is followed by no longer term than the person has agreed to", arguments: Engine.available)
    func longerTerm(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let person = try await review.sent("aigerim@example.kz", scans: [Scan.card])
            let other = try await review.sent("bekzat@example.kz")
            try await review.house.publish(changing: #""keep":"30 days""#, to: #""keep":"90 days""#)
            try await review.house.publish(changing: #""endedScans":"30 days""#, to: #""endedScans":"90 days""#)
            try await review.approve(person, by: review.reviewer())
            let decided = try #require(try await review.house.registration(of: person)?.decidedAt)
            #expect(try await review.house.registration(of: person)?.scansUntil == decided + .days(30))
            let keeping = try await review.house.gate.look {
                try review.house.registrar.keeping(of: other.subject, in: $0)
            }
            #expect(keeping.endedScans == .days(30))
            // To take the consent back is not to agree to the longer one.
            let withdrawn = try await review.house.gate.sealer(for: other.subject)
            try await review.house.gate.perform { transaction in
                let permit = try review.house.gate.permitToWrite(
                    Ask(
                        .withdrawConsent, by: .subject(other.subject, session: other.session), on: other.subject,
                        for: .rights), sealer: withdrawn, in: transaction)
                try permit.store(
                    ConsentDecision(
                        .main, isGiven: false, language: .kk, shown: ShownText("text")),
                    in: transaction)
            }
            let after = try await review.house.gate.look {
                try review.house.registrar.keeping(of: other.subject, in: $0)
            }
            #expect(after.endedScans == .days(30))
            // A shorter term binds at once.
            try await review.house.publish(changing: #""endedScans":"90 days""#, to: #""endedScans":"5 days""#)
            let shorter = try await review.house.gate.look {
                try review.house.registrar.keeping(of: other.subject, in: $0)
            }
            #expect(shorter.endedScans == .days(5))
            review.house.clock.advance(by: .days(30))
            let due = try #require(try await review.house.registrar.scansDue().first)
            // Files of messages are no scans of a registration.
            #expect(
                try due.kinds
                    == Set(TestHouse.policy().documentKinds.map(\.id)).subtracting([.attachment, .consentPaper, .proof])
            )
        }
    }
}

extension ReviewHouse {
    func promised(to person: Person) async throws -> String? {
        try await house.registration(of: person)?.reviewBy?.description
    }
}

func - (left: Span, right: Span) -> Span { Span(microseconds: left.microseconds - right.microseconds) }
