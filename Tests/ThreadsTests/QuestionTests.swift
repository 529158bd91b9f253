import Access
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Ledger
import Messages
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@testable import Threads

@Suite("A question without an account")
struct QuestionTests {
    private static let email = "surak@example.kz"

    private static func run(
        on engine: Engine, _ body: (ThreadsHouse, QuestionDesk) async throws -> Void
    ) async throws {
        try await TestHouse.run(
            on: engine, migrations: ThreadsSchema.migrations + DocumentsSchema.migrations,
            erasure: [ThreadsSchema.erase]
        ) { house in
            let desk = ThreadDesk(
                gate: house.gate, registrar: house.registrar, time: house.clock.source, randomness: .system)
            let questions = QuestionDesk(
                gate: house.gate, registrar: house.registrar, operatorAddress: "Almaty", time: house.clock.source,
                randomness: .system)
            let nobody = Person(subject: SubjectID(of: []), number: "", session: [])
            try await withTemporaryFolder { folder in
                try await body(
                    ThreadsHouse(
                        house: house, desk: desk, finder: PersonFinder(gate: house.gate), person: nobody,
                        blobs: try FolderBlobs(folder: folder.path)), questions)
            }
        }
    }

    private static func form(
        _ words: String? = "Қай жерде орналасқансыздар?", address: String = email, isAgreed: Bool = true,
        edition: Int = 1
    ) -> QuestionDesk.Form {
        QuestionDesk.Form(words: words, address: address, isAgreed: isAgreed, language: .kk, edition: edition)
    }

    /// Asks and confirms the address by the code that comes to it.
    private static func ask(_ threads: ThreadsHouse, _ questions: QuestionDesk, address: String = email) async throws {
        let token = try await questions.ask(form(address: address), asker: .unknown)
        try await threads.house.courier.round()
        try await questions.confirm(try await threads.house.outbox.code(), token: token)
    }

    /// The token of the link in the newest message.
    private static func link(_ threads: ThreadsHouse) async throws -> Bytes {
        try await threads.house.courier.round()
        let text = try #require(await threads.house.outbox.deliveries.last?.text)
        let found = try #require(text.firstMatch(of: /\/answer\/([0-9a-f]{20})/))
        return try #require(Bytes(hex: String(found.1)))
    }

    @Test(
        "is the operator's once its address is confirmed, and answered at a link and a code, once",
        arguments: Engine.available, ["surak@example.kz", "+7 701 765 43 21"])
    func answered(engine: Engine, address: String) async throws {
        try await Self.run(on: engine) { threads, questions in
            let token = try await questions.ask(Self.form(address: address), asker: .unknown)
            #expect(try await threads.desk.queue().isEmpty)
            try await threads.house.courier.round()
            try await questions.confirm(try await threads.house.outbox.code(), token: token)
            let row = try #require(try await threads.desk.queue().first)
            #expect(row.way == .contactPage && row.caseID.hasPrefix("Q-"))
            let open = try await threads.desk.open(row.id, by: ThreadsHouse.support)
            #expect(open.messages.map { $0.words.reveal() } == ["Қай жерде орналасқансыздар?"])
            try await threads.desk.answer(row.id, words: "Алматыда", by: ThreadsHouse.support)
            let link = try await Self.link(threads)
            let told = try #require(await threads.house.outbox.deliveries.last?.text)
            #expect(!told.contains("Алматыда") && !told.contains("орналас"))
            #expect(try await questions.stands(link))
            threads.house.clock.advance(by: .hours(2))
            let (second, _) = try #require(try await questions.sendCode(link, asker: .unknown))
            await #expect(throws: AccessRefusal.self) { try await questions.read(link, code: "000000", token: second) }
            try await threads.house.courier.round()
            let code = try await threads.house.outbox.code()
            let messages = try #require(try await questions.read(link, code: code, token: second))
            #expect(messages.map { $0.words.reveal() } == ["Қай жерде орналасқансыздар?", "Алматыда"])
            let subject = row.subject
            let acts = try await threads.house.gate.history(of: subject, limit: 100)
            #expect(acts.contains { $0.act == "openThread" && $0.purpose == "questions" && $0.outcome == .done })
            #expect(acts.contains { $0.act == "readOwn" && $0.role == "visitor" })
            threads.house.clock.advance(by: .minutes(11))
            #expect(try await questions.stands(link) == false)
        }
    }

    @Test(
        "leaves nothing when its address is not confirmed, or a day after its answer was read",
        arguments: Engine.available)
    func expires(engine: Engine) async throws {
        try await Self.run(on: engine) { threads, questions in
            _ = try await questions.ask(Self.form(), asker: .unknown)
            #expect(try await questions.sweep() == 0)
            threads.house.clock.advance(by: .hours(2))
            #expect(try await questions.sweep() == 1)
            for table in ["thread", "thread_message", "question", "contact", "consent"] {
                #expect(try await threads.house.count(table) == 0, "\(table)")
            }
            try await Self.ask(threads, questions)
            let row = try #require(try await threads.desk.queue().first)
            try await threads.desk.answer(row.id, words: "Алматыда", by: ThreadsHouse.support)
            let link = try await Self.link(threads)
            threads.house.clock.advance(by: .days(29))
            #expect(try await questions.sweep() == 0)
            #expect(try await questions.stands(link))
            threads.house.clock.advance(by: .days(1))
            #expect(try await questions.sweep() == 1)
            #expect(try await questions.stands(link) == false)
            #expect(try await threads.house.count("answer_link") == 0)
        }
    }

    @Test("needs words, an address, the consent, and the edition that was shown", arguments: Engine.available)
    func asks(engine: Engine) async throws {
        try await Self.run(on: engine) { threads, questions in
            for (form, refusal) in [
                (Self.form(nil), ThreadsRefusal.noWords), (Self.form(address: "Алматы"), .notAnAddress),
                (Self.form(isAgreed: false), .notAgreed), (Self.form(edition: 7), .otherEdition),
            ] {
                await #expect(throws: refusal) { try await questions.ask(form, asker: .unknown) }
            }
            let (subjects, rows) = (try await threads.house.count("subject"), try await threads.house.count("thread"))
            #expect(subjects == 0 && rows == 0)
        }
    }

    @Test("is not opened for contact, and its person is found by no search", arguments: Engine.available)
    func apart(engine: Engine) async throws {
        try await Self.run(on: engine) { threads, questions in
            try await Self.ask(threads, questions)
            let row = try #require(try await threads.desk.queue().first)
            let contact = Ask(
                .openThread, by: ThreadsHouse.support, on: row.subject, for: .contact, fields: [.messageWords])
            await #expect(throws: GateRefusal.self) { try await threads.house.gate.openViewing(contact, blobs: []) }
            guard
                case .nobody = try await threads.finder.find(
                    Self.email, for: .contact, reason: .wrote, thread: row.id, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "found") }
        }
    }

    @Test("is not what anybody who registers is asked to agree to")
    func notAsked() throws {
        let policy = try TestHouse.policy()
        #expect(policy.consent(.question) != nil)
        #expect(!policy.askedConsents.contains { $0.id == .question })
    }
}
