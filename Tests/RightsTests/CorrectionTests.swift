import Documents
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@testable import Rights

@Suite("A request to correct data")
struct CorrectionTests {
    private static let right = Result { try PersonName(family: "Үлгиева", given: "Айгерім", patronymic: "") }

    /// Proposes the name as the document has it.
    private static func propose(_ rights: RightsHouse, on reference: RequestReference) async throws {
        try await rights.desk.propose(
            right.get(), on: reference, by: RightsHouse.responsible, viewing: nil)
    }

    private static func read(_ rights: RightsHouse, _ number: Int = 1) async throws -> OwnRequest {
        try await rights.desk.read(number, of: rights.person.subject, session: rights.person.session)
    }

    private static func familyName(_ rights: RightsHouse, _ reference: RequestReference) async throws -> String? {
        try await rights.desk.open(reference, by: RightsHouse.responsible).record[.familyName]?.reveal()
    }

    @Test(
        "is carried out by the person's yes to what staff propose, also once the registration is decided",
        arguments: Engine.available)
    func accepted(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (person, house) = (rights.person, rights.house)
            try await house.database.write { transaction in
                try transaction.run("UPDATE registration SET state = 'approved' WHERE subject_id = \(person.subject)")
            }
            let reference = try await rights.ask(.correction, "Тегім Үлгиева болуы керек")
            #expect(try await rights.desk.open(reference, by: RightsHouse.responsible).canPropose)
            try await Self.propose(rights, on: reference)
            // Nothing has changed yet, and a message says that something waits, without a word of it.
            #expect(try await Self.familyName(rights, reference) == "Үлгіева")
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(!told.text.contains("Үлгиева") && told.text.contains("test.example"))
            #expect(try await rights.own().proposedOn == [1])

            let own = try await Self.read(rights)
            let proposed = try #require(own.corrections.first)
            #expect(own.corrections.count == 1 && proposed.row.field == .familyName)
            #expect(proposed.value?.reveal() == "Үлгиева" && proposed.current?.reveal() == "Үлгіева")
            let told2 = Mutex<[FieldNumber]>([])
            let registrar = Registrar(
                gate: house.gate, codes: house.codes, calendars: house.registrar.calendars, isDemo: { _ in true },
                operatorAddress: nil, erasure: [], missingDocuments: { _, _, _ in [] }, time: house.clock.source,
                randomness: .system, corrected: { field, _, _ in told2.withLock { $0.append(field) } })
            try await registrar.answer(
                proposed.row.id, accept: true, of: person.subject, session: person.session)
            // Whoever was given the datum is told by what the house hangs on to it.
            #expect(told2.withLock { $0 } == [.familyName])
            #expect(try await Self.familyName(rights, reference) == "Үлгиева")
            #expect(try await rights.own().proposedOn.isEmpty)
            let entry = try #require(try await rights.entries(.acceptCorrection).first)
            #expect(entry.purpose == "rights" && entry.note["request"] == "1" && entry.revision != nil)
            #expect(try await rights.entries(.proposeCorrection).map(\.note["field"]) == ["1"])

            // It is for staff to answer; the house draws up what it did.
            let open = try await rights.desk.open(reference, by: RightsHouse.responsible)
            #expect(open.standing.request.state == .inWork && open.hasDraft)
            let facts = try await rights.desk.facts(for: reference, by: RightsHouse.responsible)
            #expect(facts.corrected == [.familyName] && facts.language == .kk)
            try await rights.desk.answer(reference, words: "Түзетілді", by: RightsHouse.responsible)
            #expect(try await Self.read(rights).corrections.map(\.row.state) == [.accepted])
        }
    }

    @Test("stays open, and the record as it is, when the person says no", arguments: Engine.available)
    func rejected(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.correction)
            try await Self.propose(rights, on: reference)
            let id = try #require(try await Self.read(rights).corrections.first?.row.id)
            let person = rights.person
            try await rights.house.registrar.answer(id, accept: false, of: person.subject, session: person.session)
            let open = try await rights.desk.open(reference, by: RightsHouse.responsible)
            #expect(open.record[.familyName]?.reveal() == "Үлгіева" && open.standing.request.state == .inWork)
            #expect(open.corrections.map(\.row.state) == [.rejected] && !open.hasDraft)
            #expect(try await rights.entries(.rejectCorrection).map(\.note["request"]) == ["1"])
            // It can be proposed again.
            try await Self.propose(rights, on: reference)
            #expect(try await Set(Self.read(rights).corrections.map(\.row.state)) == [.rejected, .proposed])
        }
    }

    @Test("is corrected though all other work with the data is stopped", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let person = rights.person
            let reference = try await rights.ask(.correction)
            try await rights.desk.setBlock(.block, on: reference, by: RightsHouse.responsible)
            try await Self.propose(rights, on: reference)
            let id = try #require(try await Self.read(rights).corrections.first?.row.id)
            try await rights.house.registrar.answer(id, accept: true, of: person.subject, session: person.session)
            #expect(try await Self.familyName(rights, reference) == "Үлгиева")
        }
    }

    @Test("takes back with its answer what nobody has said yes or no to", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let person = rights.person
            let (answered, withdrawn) = (try await rights.ask(.correction), try await rights.ask(.correction))
            try await Self.propose(rights, on: answered)
            let id = try #require(try await Self.read(rights).corrections.first?.row.id)
            try await rights.desk.answer(answered, words: "Құжат керек", by: RightsHouse.responsible)
            await #expect(throws: RegistrationRefusal.none) {
                try await rights.house.registrar.answer(
                    id, accept: true, of: person.subject, session: person.session)
            }
            await #expect(throws: RightsRefusal.closed) { try await Self.propose(rights, on: answered) }
            try await Self.propose(rights, on: withdrawn)
            try await rights.desk.withdraw(2, of: person.subject, session: person.session)
            #expect(try await rights.own().proposedOn.isEmpty)
            #expect(try await rights.house.count("correction") == 0)
        }
    }

    @Test(
        "is proposed by another person, on a request of this kind, and only what differs", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (correction, other) = (try await rights.ask(.correction), try await rights.ask(.information))
            let itself = Actor(.responsible, person: rights.person.subject, session: Bytes(repeating: 8, count: 32))
            let name = try Self.right.get()
            await #expect(throws: RightsRefusal.own) {
                try await rights.desk.propose(name, on: correction, by: itself, viewing: nil)
            }
            await #expect(throws: RightsRefusal.closed) { try await Self.propose(rights, on: other) }
            #expect(try await !rights.desk.open(other, by: RightsHouse.responsible).canPropose)
            let same = try PersonName(family: "Үлгіева", given: "Айгерім", patronymic: "")
            await #expect(throws: RightsRefusal.nothingChanged) {
                try await rights.desk.propose(same, on: correction, by: RightsHouse.responsible, viewing: nil)
            }
            try await rights.house.database.write { [person = rights.person] transaction in
                try transaction.run("UPDATE registration SET state = 'draft' WHERE subject_id = \(person.subject)")
            }
            await #expect(throws: RightsRefusal.stillDraft) { try await Self.propose(rights, on: correction) }
            #expect(try await rights.entries(.proposeCorrection).allSatisfy { $0.outcome != .done })
        }
    }

    @Test("removes a patronymic that no document has", arguments: Engine.available)
    func removed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (person, desk, registrar) = (rights.person, rights.desk, rights.house.registrar)
            let reference = try await rights.ask(.correction)
            for patronymic in ["Асқарқызы", ""] {
                try await desk.propose(
                    PersonName(family: "Үлгіева", given: "Айгерім", patronymic: patronymic), on: reference,
                    by: RightsHouse.responsible, viewing: nil)
                let row = try #require(try await Self.read(rights).corrections.last?.row)
                #expect(row.field == .patronymic && row.state == .proposed)
                rights.house.clock.advance(by: .seconds(1))
                try await registrar.answer(row.id, accept: true, of: person.subject, session: person.session)
                let record = try await desk.open(reference, by: RightsHouse.responsible).record
                #expect(record[.patronymic]?.reveal() == (patronymic.isEmpty ? nil : patronymic))
            }
        }
    }
}

@Suite("What proves a request")
struct ProofTests {
    private static let picture: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes("a picture of a card".utf8)

    @discardableResult
    private static func send(
        _ rights: RightsHouse, _ number: Int = 1, _ kind: DocumentKindID = .proof
    ) async throws -> DocumentRow {
        rights.house.clock.advance(by: .seconds(1))
        let person = rights.person
        let row = try await rights.desk.find(number, of: person.subject)
        return try await rights.documents.intake.receive(
            .init(kind, length: picture.count, thread: row.correspondence), of: person.subject,
            session: person.session, OnePiece(picture))
    }

    @Test("comes sealed for the person's rights and is shown to whoever opens the request", arguments: Engine.available)
    func shown(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, person) = (rights.desk, rights.person)
            let reference = try await rights.ask(.correction)
            #expect(
                try await desk.read(1, of: person.subject, session: person.session).proofLimits
                    == TestHouse.policy().limits)
            let before = try await desk.open(reference, by: RightsHouse.responsible)
            let sent = try await Self.send(rights)
            try await rights.documents.processing.work()
            let open = try await desk.open(reference, by: RightsHouse.responsible, viewing: before.viewing)
            #expect(open.viewing != before.viewing)
            let page = try #require(open.files.first?.pages.first)
            let image = try await rights.documents.access.page(
                page.number, of: sent.id, .image, in: open.viewing, of: person.subject, for: RightsHouse.responsible)
            #expect(try await image.read(0..<image.length).reveal() == Self.picture)
            // It is no scan of the registration, and the person sees it too.
            #expect(try await rights.documents.access.documents(of: person.subject).isEmpty)
            #expect(
                try await rights.documents.access.viewOwn(person.subject, session: person.session) != nil)
            let acts = try await rights.entries(.uploadDocument, .renderDocument)
            #expect(!acts.isEmpty && acts.allSatisfy { $0.purpose == "rights" && $0.clause == "3.1" })
        }
    }

    @Test("is taken with an open request of this kind alone, and nothing else with it", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let reference = try await rights.ask(.correction)
            _ = try await rights.ask(.information)
            await #expect(throws: IntakeRefusal.closed) { try await Self.send(rights, 2) }
            await #expect(throws: IntakeRefusal.notAsked(.attachment)) {
                try await Self.send(rights, 1, .attachment)
            }
            await #expect(throws: IntakeRefusal.self) {
                _ = try await rights.documents.intake.begin(
                    .init(.proof, length: 10), of: rights.person.subject, session: rights.person.session)
            }
            try await rights.desk.answer(reference, words: "Түзетілді", by: RightsHouse.responsible)
            await #expect(throws: IntakeRefusal.closed) { try await Self.send(rights) }
        }
    }

    @Test(
        "is destroyed when its term after the answer is over, not while data are blocked", arguments: Engine.available)
    func destroyed(engine: Engine) async throws {
        try await RightsHouse.run(on: engine) { rights in
            let (desk, sweep, clock) = (rights.desk, rights.documents.sweep, rights.house.clock)
            let reference = try await rights.ask(.correction)
            try await Self.send(rights)
            try await rights.documents.processing.work()
            clock.advance(by: .days(40))
            #expect(try await desk.endProof(sweep) == 0)
            try await desk.answer(reference, words: "Түзетілді", by: RightsHouse.responsible)
            clock.advance(by: .days(29))
            #expect(try await desk.endProof(sweep) == 0)
            clock.advance(by: .days(2))
            let block = try await rights.ask(.block)
            try await desk.setBlock(.block, on: block, by: RightsHouse.responsible)
            #expect(try await desk.endProof(sweep) == 0)
            try await desk.setBlock(.unblock, on: block, by: RightsHouse.responsible)
            #expect(try await desk.endProof(sweep) == 1)
            #expect(try await desk.endProof(sweep) == 0)
            #expect(try await rights.house.count("page") == 0)
            #expect(try await rights.entries(.destroyDocument).map(\.caseID) == [rights.person.number])
        }
    }
}
