import Access
import Documents
import HouseKit
import Identification
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("A registration at the counter")
struct CounterTests {
    @Test("keeps nothing but the address before the person agrees", arguments: Engine.available)
    func before(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let entry = try await counter.assist("aigerim@example.kz")
            let (person, registration, consents) = try await house.gate.look { transaction in
                (
                    try SubjectStore(transaction).find(entry.subject),
                    try RegistrationStore(transaction).find(entry.subject),
                    try ConsentStore(transaction).history(of: entry.subject)
                )
            }
            #expect(try person?.fieldsHeld == [.email] && registration == nil && consents.isEmpty)
            let code = try await counter.code()
            let refused = try house.beginning("Үлгіева", "Айгерім", agreed: false)
            await #expect(throws: RegistrationRefusal.fields([FieldProblem("consent", .notAgreed)])) {
                try await counter.registrar.agree(entry.id, code: code, to: refused, by: counter.actor)
            }
            let wrong = code == "000000" ? "000001" : "000000"
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await counter.registrar.agree(
                    entry.id, code: wrong, to: try house.beginning("Үлгіева", "Айгерім"), by: counter.actor)
            }
            #expect(try await house.gate.look { try RegistrationStore($0).find(entry.subject) } == nil)
            house.clock.advance(by: Registrar.counterWaits)
            #expect(try await counter.registrar.sweep().expired == 1)
            #expect(try await house.gate.look { try SubjectStore($0).find(entry.subject)?.state } != .living)
            #expect(try await house.gate.look { try CounterStore($0).find(entry.subject) } == nil)
        }
    }

    @Test("is agreed to by the code on the person's own device, and says so", arguments: Engine.available)
    func agreed(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let person = try await counter.begun("aigerim@example.kz")
            let (consents, contacts) = try await house.gate.look { transaction in
                (
                    try ConsentStore(transaction).history(of: person.subject),
                    try RegistrationStore(transaction).contacts(of: person.subject)
                )
            }
            #expect(!consents.isEmpty && consents.allSatisfy { $0.manner == .counter && $0.language == .kk })
            #expect(contacts[.email]?.confirmedAt != nil)
            let acts = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            let consent = try #require(acts.first { $0.act == .consent })
            #expect(consent.role == .support && consent.note["with"] == "code" && !consent.isOwn)
            #expect(acts.contains { $0.act == .assist })
            _ = try await house.sequencer.sequence()
            #expect(try await house.gate.audit(house.sequencer.verifier).faults == [])
        }
    }

    @Test("is for the role that may, and gone on with by whoever began it", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (counter, other) = (Counter(review), Counter(review))
            await #expect(throws: GateRefusal.self) {
                try await counter.assist("aigerim@example.kz", by: counter.reviewer.actor)
            }
            let entry = try await counter.assist("aigerim@example.kz")
            let code = try await counter.code()
            await #expect(throws: RegistrationRefusal.none) {
                try await other.registrar.agree(
                    entry.id, code: code, to: try review.house.beginning("Үлгіева", "Айгерім"), by: other.actor)
            }
        }
    }

    @Test("is decided by another than who entered it", arguments: Engine.available)
    func decided(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (counter, desk) = (Counter(review), review.desk)
            let person = try await counter.sent("aigerim@example.kz")
            #expect(try await desk.queue(for: counter.id).map(\.outlook) == [.another])
            #expect(try await desk.next(by: counter.id) == nil)
            #expect(try await desk.take(person.number, by: counter.id) == false)
            let reviewer = review.reviewer()
            try await review.approve(person, by: reviewer)
            #expect(try await review.house.registration(of: person)?.state == .approved)
        }
    }

    @Test("is decided by whoever works alone after the wait, marked", arguments: Engine.available)
    func alone(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let sole = try await Sole(review)
            let (house, desk, id) = (review.house, review.desk, sole.reviewer.id)
            let entered = house.clock.now
            let person = try await Counter(review, id).sent("aigerim@example.kz")
            let opens = entered + .hours(1)
            #expect(try await desk.queue(for: id).map(\.outlook) == [.again(from: opens)])
            #expect(try await desk.take(person.number, by: id) == false)
            house.clock.set(opens)
            #expect(try await desk.take(person.number, by: id))
            await #expect(throws: TwoPersonRefusal.codeNeeded) { try await sole.decide(.approve, on: person) }
            try await sole.decide(.approve, on: person, code: sole.code)
            #expect(try await house.registration(of: person)?.pending?.isAlone == true)
        }
    }

    @Test(
        "takes an original that was seen in place of a scan, and shows it to the reviewer", arguments: Engine.available)
    func originals(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let (house, counter) = (review.house, Counter(review))
            let person = try await counter.begun("aigerim@example.kz")
            let missing: @Sendable () async throws -> [MissingDocument] = {
                try await house.gate.look {
                    try DocumentStore($0).missing(of: person.subject, under: house.edition)
                }
            }
            #expect(try await missing() == [.compulsory("identity_document")])
            for digits in ["123", "12345", "1-34"] {
                await #expect(throws: OriginalRefusal.digits) { try await counter.see(person, digits: digits) }
            }
            await #expect(throws: GateRefusal.self) {
                try await review.documents.intake.see(
                    "identity_document", digits: "1234", on: Day(of: house.clock.now, hoursEast: 5),
                    of: person.subject, by: review.reviewer().actor)
            }
            try await counter.see(person)
            #expect(try await missing().isEmpty)
            try await counter.registrar.send(person.subject, by: counter.actor)
            await #expect(throws: OriginalRefusal.closed) { try await counter.see(person) }
            let open = try await review.open(person, by: review.reviewer())
            #expect(open.originals.map { $0.digits.reveal() } == ["12AB"])
            #expect(open.originals.map(\.row.kind) == ["identity_document"])
            let acts = try await house.registrar.history(of: person.subject, session: person.session, limit: 100)
            #expect(acts.first { $0.act == .seeOriginal }?.documents == ["identity_document"])
            let held = try await house.gate.look { try DocumentsSchema.holdings(of: person.subject, $0) }
            #expect(held.map(\.kind) == ["originals"])
        }
    }

    @Test("takes photographs that staff make", arguments: Engine.available)
    func photographs(engine: Engine) async throws {
        try await ReviewHouse.run(on: engine) { review in
            let counter = Counter(review)
            let person = try await counter.begun("aigerim@example.kz")
            let file = Scan.file(Scan.card)
            _ = try await review.documents.intake.receive(
                .init("identity_document", length: file.count), of: person.subject, by: counter.actor, Scan.Body(file))
            try await review.documents.processing.work()
            try await counter.registrar.send(person.subject, by: counter.actor)
            #expect(try await review.house.registration(of: person)?.state == .sent)
        }
    }
}
