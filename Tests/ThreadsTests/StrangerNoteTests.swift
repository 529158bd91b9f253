import Access
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

@Suite("A conversation with somebody without an account")
struct StrangerNoteTests {
    private static func note(
        _ threads: ThreadsHouse, _ words: String? = "Бағасын сұрады", by way: ThreadWay = .telephone,
        _ direction: ThreadDirection = .incoming, address: String? = nil, actor: Actor = ThreadsHouse.support
    ) async throws -> ThreadID {
        try await threads.desk.noteStranger(
            words, by: way, direction, asksAnswer: false, address: address, actor: actor)
    }

    private static func questions(_ house: TestHouse) -> QuestionDesk {
        QuestionDesk(
            gate: house.gate, registrar: house.registrar, operatorAddress: "Almaty", time: house.clock.source,
            randomness: .system)
    }

    @Test(
        "waits in the queue under a key of its own, on record with its channel, and is closed where there is no address",
        arguments: Engine.available, ThreadWay.byHand)
    func record(engine: Engine, way: ThreadWay) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let house = threads.house
            let id = try await Self.note(threads, by: way)
            let row = try #require(try await threads.desk.queue().first)
            #expect(row.id == id && row.way == way && row.caseID.hasPrefix("N-") && row.state == .waiting)
            #expect(row.purpose == .rights && !row.takesFiles && row.subject != threads.person.subject)
            let entries = try await house.gate.history(of: row.subject, limit: 100)
            let noted = try #require(entries.first { $0.act == "noteMessage" })
            #expect(noted.note == ["thread": "1", "way": way.rawValue, "direction": "in"])
            #expect(noted.purpose == "rights" && noted.role == "support" && noted.fields == [93])
            #expect(noted.caseID == row.caseID)
            let open = try await threads.desk.open(id, by: ThreadsHouse.support)
            #expect(open.messages.map { $0.words.reveal() } == ["Бағасын сұрады"] && open.language == .kk)
            #expect(open.messages.allSatisfy { $0.message.isByStaff && $0.message.way == way })
            #expect(!open.isAnswerable)
            await #expect(throws: ThreadsRefusal.noAddress) {
                try await threads.desk.answer(id, words: "15 000", by: ThreadsHouse.support)
            }
            try await threads.desk.take(id, by: ThreadsHouse.support)
            try await threads.desk.close(id, by: ThreadsHouse.support)
            #expect(try await threads.desk.queue().isEmpty)
            // Nobody was looked for, since no address was given.
            #expect(try await threads.entries(.lookup).isEmpty)
        }
    }

    @Test("is destroyed with its key after 90 days, closed or not", arguments: Engine.available)
    func swept(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let (house, questions) = (threads.house, Self.questions(threads.house))
            let id = try await Self.note(threads)
            let subject = try await threads.desk.find(id).subject
            _ = try await Self.note(threads, by: .visit, .outgoing, address: "+7 701 765 43 21")
            try await threads.desk.close(id, by: ThreadsHouse.support)
            house.clock.advance(by: .days(89))
            #expect(try await questions.sweep() == 0)
            house.clock.advance(by: .days(1))
            #expect(try await questions.sweep() == 2)
            for table in ["thread", "thread_message", "question"] {
                #expect(try await house.count(table) == 0, "\(table)")
            }
            // Only what the registered person confirmed is left.
            #expect(try await house.count("contact") == 1)
            await #expect(throws: GateRefusal.self) { try await house.gate.sealer(for: subject) }
        }
    }

    @Test(
        "is answered at a link and a code where an address was left, and destroyed a day after it was read",
        arguments: Engine.available, ["qonyrau@example.kz", "+7 701 765 43 21"])
    func answered(engine: Engine, address: String) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let (house, questions) = (threads.house, Self.questions(threads.house))
            let id = try await Self.note(threads, by: .whatsapp, address: address)
            let open = try await threads.desk.open(id, by: ThreadsHouse.support)
            #expect(open.isAnswerable)
            try await threads.desk.answer(id, words: "15 000 теңге", by: ThreadsHouse.support)
            #expect(try await threads.desk.queue().isEmpty)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(!told.text.contains("теңге") && !told.text.contains("Баға"))
            let found = try #require(told.text.firstMatch(of: /\/kk\/answer\/([0-9a-f]{20})/))
            let link = try #require(Bytes(hex: String(found.1)))
            let (token, channel) = try #require(try await questions.sendCode(link, asker: .unknown))
            #expect(channel == (address.contains("@") ? .email : .telephone))
            try await house.courier.round()
            let code = try await house.outbox.code()
            let read = try #require(try await questions.read(link, code: code, token: token))
            // Whose the address is was taken by ear: what was said is not shown there.
            #expect(read.map { $0.words.reveal() } == ["15 000 теңге"])
            house.clock.advance(by: .days(1))
            #expect(try await questions.sweep() == 1)
            #expect(try await house.count("answer_link") == 0)
        }
    }

    @Test("goes to whoever has confirmed the address, as an act that they see", arguments: Engine.available)
    func known(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let id = try await Self.note(threads, by: .visit, address: "Aigerim@Example.kz")
            let (row, messages) = try await threads.read(1)
            #expect(row.id == id && row.purpose == .contact && messages.map(\.message.way) == [.visit])
            #expect(try await threads.entries(.lookup).map { $0.note["reason"] } == ["visits"])
            #expect(try await threads.entries(.noteMessage).map(\.purpose) == ["contact"])
            #expect(try await threads.house.count("question") == 0)
        }
    }

    @Test("cannot be found, nor opened for contact", arguments: Engine.available)
    func apart(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let id = try await Self.note(threads, address: "qonyrau@example.kz")
            let row = try await threads.desk.find(id)
            let ask = Ask(.openThread, by: ThreadsHouse.support, on: row.subject, for: .contact, fields: [.replyWords])
            await #expect(throws: GateRefusal.self) { try await threads.house.gate.openViewing(ask, blobs: []) }
            guard
                case .nobody = try await threads.finder.find(
                    "qonyrau@example.kz", for: .contact, reason: .wrote, thread: id, by: ThreadsHouse.support)
            else { return #expect(Bool(false), "found") }
        }
    }

    @Test("that cannot be put down leaves nothing", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let subjects = try await threads.house.count("subject")
            let long = String(repeating: "а", count: ThreadMessage.mostCharacters + 1)
            await #expect(throws: ThreadsRefusal.noWords) { try await Self.note(threads, nil) }
            await #expect(throws: ThreadsRefusal.longWords) { try await Self.note(threads, long) }
            await #expect(throws: ThreadsRefusal.notAnAddress) { try await Self.note(threads, address: "Алматы") }
            let reviewer = Actor(.reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
            await #expect(throws: GateRefusal.self) { try await Self.note(threads, actor: reviewer) }
            #expect(try await threads.desk.takesStrangers())
            #expect(try await threads.house.count("thread") == 0)
            #expect(try await threads.house.count("subject") == subjects)
        }
    }

    @Test("is not offered under a policy that gives no ground for it", arguments: Engine.available)
    func noGround(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            threads.house.clock.advance(by: .hours(1))
            _ = try await threads.house.gate.publish(
                try TestHouse.policy { policy in
                    try TestHouse.change(&policy, "roles", "support") { role in
                        role["grants"] = (role["grants"] as? [[String: Any]])?.filter {
                            $0["acts"] as? [String] != ["noteMessage"]
                        }
                    }
                })
            threads.house.clock.advance(by: .hours(1))
            #expect(try await threads.desk.takesStrangers() == false)
            await #expect(throws: GateRefusal.self) { try await Self.note(threads) }
            #expect(try await threads.house.count("thread") == 0)
        }
    }
}
