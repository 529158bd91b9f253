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

@Suite("A consent signed on paper at the counter")
struct PaperTests {
    @Test("is stored with what was ticked, and says that it is on paper", arguments: Engine.available)
    func signed(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let optional = try #require(house.edition.offeredConsents.first { !$0.required }?.id)
            let (_, person) = try await counter.signed(optional: [optional])
            let consents = try await house.gate.look { try ConsentStore($0).history(of: person.subject) }
            #expect(Set(consents.map(\.consent)) == [.main, optional])
            #expect(consents.allSatisfy { $0.manner == .paper && $0.language == .kk })
            let acts = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            #expect(acts.filter { $0.act == .consent }.allSatisfy { $0.note["with"] == "paper" && !$0.isOwn })
            _ = try await house.sequencer.sequence()
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
        }
    }

    @Test("keeps nothing of the person before they have signed", arguments: Engine.available)
    func before(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let entry = try await counter.registrar.assistOnPaper(language: .kk, by: counter.actor)
            let refused = try house.beginning("Үлгіев", "Асан", agreed: false)
            await #expect(throws: RegistrationRefusal.fields([FieldProblem("consent", .notAgreed)])) {
                try await counter.registrar.sign(entry.id, to: refused, by: counter.actor)
            }
            // Nor is there a code that would do instead.
            await #expect(throws: RegistrationRefusal.otherEdition) {
                try await counter.registrar.agree(
                    entry.id, code: "123456", to: try house.beginning("Үлгіев", "Асан"), by: counter.actor)
            }
            let (person, registration) = try await house.gate.look { transaction in
                (
                    try SubjectStore(transaction).find(entry.subject),
                    try RegistrationStore(transaction).find(entry.subject)
                )
            }
            #expect(try person?.fieldsHeld.isEmpty == true && registration == nil)
        }
    }

    @Test(
        "is destroyed with all about the person when no picture of it comes within an hour", arguments: Engine.available
    )
    func late(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (_, person) = try await counter.signed()
            let (entry, kept) = try await counter.signed()
            try await counter.photograph(kept)
            house.clock.advance(by: Registrar.counterWaits)
            #expect(try await counter.registrar.sweep().expired == 1)
            #expect(try await house.gate.look { try SubjectStore($0).find(person.subject)?.state } != .living)
            #expect(try await house.gate.look { try CounterStore($0).find(person.subject) } == nil)
            #expect(try await house.registration(of: kept)?.state == .draft)
            #expect(try await counter.registrar.counterEntry(entry.id, by: counter.actor).state == .begun)
        }
    }

    @Test(
        "without its picture stays while somebody is held, who keeps nobody else from their end",
        arguments: Engine.available)
    func held(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (_, held) = try await counter.signed()
            house.clock.advance(by: Span(microseconds: 1))
            let (_, other) = try await counter.signed()
            let now = house.clock.now
            try await house.gate.perform { transaction in
                try transaction.run(
                    """
                    INSERT INTO hold (subject_id, id, ground, reference, put_by, put_at, until)
                    VALUES (\(held.subject), \(Identifier<Hold>(from: .system)), 'court', '1', \(counter.id), \(now),
                            \(now + .days(1)))
                    """)
            }
            house.clock.advance(by: Registrar.counterWaits)
            #expect(try await counter.registrar.sweep().expired == 1)
            let states = try await house.gate.look { transaction in
                try [held, other].map { try SubjectStore(transaction).find($0.subject)?.state }
            }
            #expect(states.first == .living && states.last != .living)
            try await house.gate.perform { try $0.run("UPDATE hold SET ended_at = \(now)") }
            #expect(try await counter.registrar.sweep().expired == 1)
        }
    }

    @Test("is sent with its picture and without an address, and the reviewer sees it", arguments: Engine.available)
    func sent(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (_, person) = try await counter.signed()
            try await counter.see(person)
            await #expect(throws: RegistrationRefusal.incomplete([.signedPaper])) {
                try await counter.registrar.send(person.subject, by: counter.actor)
            }
            try await counter.photograph(person)
            try await review.documents.processing.work()
            let paper = try #require(
                try await house.gate.look { try DocumentStore($0).all(of: person.subject) }
                    .first { $0.kind == .consentPaper })
            #expect(paper.state == .ready && paper.pages == 1)
            try await counter.registrar.send(person.subject, by: counter.actor)
            #expect(try await house.registration(of: person)?.state == .sent)
            let reviewer = review.reviewer()
            let open = try await review.open(person, by: reviewer)
            #expect(open.documents.map(\.kind) == [.consentPaper])
            try await review.approve(person, by: reviewer)
            #expect(try await house.registration(of: person)?.state == .approved)
        }
    }

    @Test(
        "whose picture cannot be read is destroyed at its end like one without a picture", arguments: Engine.available)
    func unread(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (entry, person) = try await counter.signed()
            try await counter.photograph(person)
            try await house.gate.perform {
                try $0.run(
                    "UPDATE document SET state = 'refused', reason = 'damaged' WHERE subject_id = \(person.subject)")
            }
            await #expect(throws: RegistrationRefusal.none) {
                try await counter.registrar.reach(entry.id, by: .email, at: "asan@example.kz", actor: counter.actor)
            }
            house.clock.advance(by: Registrar.counterWaits)
            #expect(try await counter.registrar.sweep().expired == 1)
            #expect(try await house.gate.look { try SubjectStore($0).find(person.subject)?.state } != .living)
        }
    }

    @Test(
        "is brought again after the reviewer asked, also when the next picture cannot be read",
        arguments: Engine.available)
    func again(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (_, person) = try await counter.signed()
            try await counter.see(person)
            let first = try await counter.photograph(person)
            try await review.documents.processing.work()
            try await counter.registrar.send(person.subject, by: counter.actor)
            try await house.gate.perform { transaction in
                try transaction.run("UPDATE document SET state = 'askedAgain' WHERE id = \(first.id)")
                try transaction.run("UPDATE registration SET state = 'moreAsked' WHERE subject_id = \(person.subject)")
            }
            let second = try await counter.photograph(person)
            try await house.gate.perform {
                try $0.run("UPDATE document SET state = 'refused', reason = 'damaged' WHERE id = \(second.id)")
            }
            await #expect(throws: RegistrationRefusal.incomplete([.signedPaper])) {
                try await counter.registrar.send(person.subject, by: counter.actor)
            }
            try await counter.photograph(person)
            try await review.documents.processing.work()
            try await counter.registrar.send(person.subject, by: counter.actor)
            #expect(try await house.registration(of: person)?.state == .sent)
        }
    }

    @Test("is missing again when its picture cannot be read", arguments: Engine.available)
    func illegible(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (_, person) = try await counter.signed()
            try await counter.photograph(person)
            let missing: @Sendable () async throws -> [MissingDocument] = {
                try await house.gate.look {
                    try DocumentStore($0).missing(of: person.subject, under: house.edition, isOnPaper: true)
                }
            }
            try await counter.see(person)
            #expect(try await missing().count == 1)
            try await house.gate.perform {
                try $0.run(
                    "UPDATE document SET state = 'refused', reason = 'damaged' WHERE subject_id = \(person.subject)")
            }
            #expect(try await missing() == [.consentPaper])
        }
    }

    @Test(
        "is taken from nobody who agreed otherwise, and by nobody but staff at the counter", arguments: Engine.available
    )
    func others(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let counter = Counter(review)
            let byCode = try await counter.begun("aigerim@example.kz")
            await #expect(throws: IntakeRefusal.notAsked(.consentPaper)) { try await counter.photograph(byCode) }
            let (entry, person) = try await counter.signed()
            await #expect(throws: GateRefusal.self) {
                try await counter.photograph(person, by: .subject(person.subject, session: person.session))
            }
            let other = Counter(review)
            await #expect(throws: RegistrationRefusal.none) {
                try await other.registrar.sign(
                    entry.id, to: try review.house.beginning("Үлгіев", "Асан"), by: other.actor)
            }
            await #expect(throws: GateRefusal.self) {
                try await counter.registrar.assistOnPaper(language: .kk, by: counter.reviewer.actor)
            }
        }
    }

    @Test("leaves the way in on the site open: an address that a code confirms", arguments: Engine.available)
    func reached(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let (entry, person) = try await counter.signed()
            // Not before the paper is there.
            await #expect(throws: RegistrationRefusal.none) {
                try await counter.registrar.reach(entry.id, by: .email, at: "asan@example.kz", actor: counter.actor)
            }
            try await counter.photograph(person)
            try await counter.registrar.reach(entry.id, by: .email, at: "asan@example.kz", actor: counter.actor)
            let code = try await counter.code()
            let wrong = code == "000000" ? "000001" : "000000"
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await counter.registrar.confirmReach(entry.id, by: .email, code: wrong, actor: counter.actor)
            }
            try await counter.registrar.confirmReach(entry.id, by: .email, code: code, actor: counter.actor)
            let contacts = try await house.gate.look { try RegistrationStore($0).contacts(of: person.subject) }
            #expect(contacts[.email]?.confirmedAt != nil)
            // It is the person's now, and staff put no other one in its place.
            await #expect(throws: RegistrationRefusal.none) {
                try await counter.registrar.reach(entry.id, by: .email, at: "other@example.kz", actor: counter.actor)
            }
        }
    }
}
