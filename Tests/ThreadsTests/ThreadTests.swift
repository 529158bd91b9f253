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

@Suite("A thread")
struct ThreadTests {
    @Test(
        "goes from a question to an answer, with an entry for each step and a message without words",
        arguments: Engine.available)
    func answered(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let number = try await threads.write("Қай күні жұмыс істейсіздер?")
            threads.house.clock.advance(by: .hours(1))
            let waiting = try await threads.desk.queue()
            #expect(waiting.map(\.number) == [number] && waiting.first?.caseID == threads.person.number)
            let id = try #require(waiting.first?.id)
            try await threads.desk.take(id, by: ThreadsHouse.support)
            #expect(try await threads.desk.find(id).assignee == ThreadsHouse.support.person)
            let open = try await threads.desk.open(id, by: ThreadsHouse.support)
            #expect(open.messages.map { $0.words.reveal() } == ["Қай күні жұмыс істейсіздер?"])
            #expect(open.language == .kk)
            try await threads.desk.answer(id, words: "Дүйсенбіден жұмаға дейін", by: ThreadsHouse.support)
            #expect(try await threads.desk.queue().isEmpty)
            #expect(try await threads.desk.unread(of: threads.person.subject) == 1)
            try await threads.house.courier.round()
            let told = try #require(await threads.house.outbox.deliveries.last)
            #expect(told.text.contains("test.example"))
            #expect(!told.text.contains("Дүйсенбі") && !told.text.contains("Үлгіева"))
            let read = try await threads.read(number)
            #expect(read.messages.map { $0.words.reveal() }.last == "Дүйсенбіден жұмаға дейін")
            #expect(read.row.state == .answered)
            #expect(try await threads.desk.unread(of: threads.person.subject) == 0)
            let acts = try await threads.entries(.writeMessage, .takeThread, .openThread, .answerMessage)
            #expect(acts.count == 4 && acts.allSatisfy { $0.purpose == "contact" })
        }
    }

    @Test("about an order is found by it, whoever began it", arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let (desk, person) = (threads.desk, threads.person)
            try await threads.write("Жалпы сұрақ")
            let own = try await desk.write("Қашан дайын?", about: 2, of: person.subject, session: person.session)
            let ours = try await desk.write("Мекенжай керек", about: 2, of: person.subject, by: ThreadsHouse.support)
            let begun = try await desk.find(ours)
            let found = try await desk.threads(about: 2, of: person.subject)
            #expect(Set(found.map(\.number)) == [own, begun.number])
            #expect(begun.state == .answered && begun.isUnread)
            #expect(try await desk.threads(about: 1, of: person.subject).isEmpty)
            // What is written on stays where it was.
            threads.house.clock.advance(by: .seconds(1))
            try await threads.write("Рақмет", in: own)
            #expect(try await desk.threads(about: 2, of: person.subject).first?.number == own)
        }
    }

    @Test("is opened once on record while the viewing lasts, and anew after it", arguments: Engine.available)
    func viewing(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Сұрақ")
            let id = try #require(try await threads.desk.queue().first?.id)
            let open = try await threads.desk.open(id, by: ThreadsHouse.support)
            let again = try await threads.desk.open(id, by: ThreadsHouse.support, viewing: open.viewing)
            #expect(again.viewing == open.viewing && again.messages.count == 1)
            #expect(try await threads.entries(.openThread).count == 1)
            threads.house.clock.advance(by: .minutes(6))
            _ = try await threads.desk.open(id, by: ThreadsHouse.support, viewing: open.viewing)
            #expect(try await threads.entries(.openThread).count { $0.outcome == .done } == 2)
        }
    }

    @Test("waits since the first message that is not answered, and those longest first", arguments: Engine.available)
    func age(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let began = threads.house.clock.now
            let first = try await threads.write("Бірінші")
            threads.house.clock.advance(by: .hours(2))
            let second = try await threads.write("Екінші")
            threads.house.clock.advance(by: .hours(1))
            try await threads.write("Әлі күтіп жүрмін", in: first)
            let waiting = try await threads.desk.queue()
            #expect(waiting.map(\.number) == [first, second])
            #expect(waiting.first?.since == began)
        }
    }

    @Test("that is closed leaves the queue, and opens again when the person writes", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let number = try await threads.write("Сұрақ")
            let id = try #require(try await threads.desk.queue().first?.id)
            try await threads.desk.close(id, by: ThreadsHouse.support)
            #expect(try await threads.desk.queue().isEmpty)
            #expect(try await threads.entries(.closeThread).count == 1)
            try await threads.write("Тағы сұрақ", in: number)
            #expect(try await threads.desk.queue().map(\.id) == [id])
        }
    }

    @Test("holds what was said by telephone, messenger or at a visit", arguments: Engine.available, ThreadWay.byHand)
    func byHand(engine: Engine, way: ThreadWay) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let id = try await threads.desk.note(
                "Мекенжайын сұрады", by: way, .incoming, asksAnswer: true, of: threads.person.number,
                actor: ThreadsHouse.support)
            #expect(try await threads.desk.queue().map(\.id) == [id])
            let again = try await threads.desk.note(
                "Айтылды", by: way, .outgoing, asksAnswer: false, of: threads.person.number,
                actor: ThreadsHouse.support)
            #expect(again == id)
            #expect(try await threads.desk.queue().isEmpty)
            let read = try await threads.read(1)
            #expect(read.messages.map(\.message.direction) == [.incoming, .outgoing])
            #expect(read.messages.allSatisfy { $0.message.way == way && $0.message.isByStaff })
            let notes = try await threads.entries(.noteMessage).map(\.note)
            #expect(notes.count == 2 && notes.allSatisfy { $0["way"] == way.rawValue && $0["thread"] == "1" })
            await #expect(throws: ThreadsRefusal.noCase) {
                try await threads.desk.note(
                    "Кім?", by: way, .incoming, asksAnswer: true, of: "ZZZZ-9999", actor: ThreadsHouse.support)
            }
        }
    }

    @Test("is nobody's to open, answer, take or close but of those who answer people", arguments: Engine.available)
    func roles(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Сұрақ")
            let id = try #require(try await threads.desk.queue().first?.id)
            for role in [RoleID.reviewer, .administrator, .responsible, "marketer", "auditor"] {
                let other = Actor(role, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
                await #expect(throws: GateRefusal.self) { try await threads.desk.open(id, by: other) }
                await #expect(throws: GateRefusal.self) {
                    try await threads.desk.answer(id, words: "Иә", by: other)
                }
                await #expect(throws: GateRefusal.self) { try await threads.desk.take(id, by: other) }
                await #expect(throws: GateRefusal.self) { try await threads.desk.close(id, by: other) }
            }
            #expect(try await threads.desk.find(id).state == .waiting)
        }
    }

    @Test("is not the house's own to open: its words open for a permit only", arguments: Engine.available)
    func permitOnly(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Белгіленген сөз")
            let stored = try await threads.house.database.read { transaction in
                try transaction.rows("SELECT id, words FROM thread_message").map { (try $0.bytes(0), try $0.bytes(1)) }
            }
            let (id, words) = try #require(stored.first)
            #expect(!String(decoding: words, as: UTF8.self).contains("Белгіленген"))
            let label = ThreadMessage.label(of: try #require(Identifier<ThreadMessage>(id)))
            await #expect(throws: (any Error).self) {
                try await threads.house.gate.unsealOwn(words, label: label, of: threads.person.subject)
            }
        }
    }

    @Test(
        "stays readable to the person while their data are blocked, and takes nothing new", arguments: Engine.available)
    func blocked(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let number = try await threads.write("Сұрақ")
            let id = try #require(try await threads.desk.queue().first?.id)
            let subject = threads.person.subject
            try await threads.house.gate.perform { try SubjectStore($0).setState(.blocked, of: subject) }
            #expect(try await threads.read(number).messages.count == 1)
            await #expect(throws: GateRefusal.self) { try await threads.write("Тағы", in: number) }
            await #expect(throws: GateRefusal.self) { try await threads.desk.open(id, by: ThreadsHouse.support) }
        }
    }

    @Test("leaves nothing behind after an erasure", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Сұрақ")
            try await threads.house.registrar.end(
                threads.person.subject, by: .withdrawRegistration, session: threads.person.session)
            #expect(try await threads.house.count("thread") == 0)
            #expect(try await threads.house.count("thread_message") == 0)
        }
    }

    @Test("has its limits: words, their length, twenty open threads", arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            await #expect(throws: ThreadsRefusal.noWords) { try await threads.write(nil) }
            await #expect(throws: ThreadsRefusal.longWords) {
                try await threads.write(String(repeating: "a", count: 4_001))
            }
            await #expect(throws: ThreadsRefusal.noThread) { try await threads.write("Сұрақ", in: 7) }
            for _ in 0..<20 { try await threads.write("Сұрақ") }
            await #expect(throws: ThreadsRefusal.tooMany) { try await threads.write("Сұрақ") }
        }
    }

    @Test("is answered from templates, which have a text in each language", arguments: Engine.available)
    func templates(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            await #expect(throws: ThreadsRefusal.incompleteTemplate) {
                try await threads.desk.keep(nil, name: "Часы", [.ru: "С девяти", .kk: "Тоғыздан"])
            }
            let id = try await threads.desk.keep(
                nil, name: "Часы", [.ru: "С девяти", .kk: "Тоғыздан", .en: "From nine"])
            try await threads.desk.keep(id, name: "Часы работы", [.ru: "С десяти", .kk: "Оннан", .en: "From ten"])
            let kept = try await threads.desk.templates()
            #expect(kept.map(\.name) == ["Часы работы"] && kept.first?.words[.kk] == "Оннан")
            await #expect(throws: ThreadsRefusal.noTemplate) {
                try await threads.desk.keep(
                    Identifier(from: .system), name: "Нет", [.ru: "а", .kk: "ә", .en: "a"])
            }
            try await threads.desk.delete(id)
            #expect(try await threads.desk.templates().isEmpty)
        }
    }
}
