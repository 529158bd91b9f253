import Access
import Documents
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

@Suite("A letter that came by mail")
struct LetterTests {
    private static let octets = Bytes("letter".utf8)

    private static func letter(
        from sender: String? = "Aigerim@Example.kz", _ text: String = "Қай күндері жұмыс істейсіздер?",
        identifier: String? = "1@example.kz", attachments: [Letter.Attachment] = []
    ) -> Letter {
        Letter(
            identifier: identifier, sender: sender.map { PersonalData($0) }, subject: PersonalData("Сұрақ"),
            text: PersonalData(text), attachments: attachments)
    }

    private static func desk(_ threads: ThreadsHouse, _ letter: Letter) -> LetterDesk {
        LetterDesk(threads: threads.desk, intake: threads.intake) { _ in letter }
    }

    private static func file(_ type: String, _ octets: Bytes) -> Letter.Attachment {
        Letter.Attachment(type: type, content: PersonalData(octets))
    }

    @Test(
        "from a confirmed address joins the person's open thread, as an act that they see", arguments: Engine.available)
    func joins(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Сұрақ")
            let letter = Self.letter(attachments: [Self.file("application/pdf", Bytes(repeating: 0x20, count: 120))])
            let taken = try await Self.desk(threads, letter).take(Self.octets, by: ThreadsHouse.support)
            // It is no PDF, whatever it is called.
            #expect(!taken.wasThere && taken.filesLeft == 1)
            let (row, messages) = try await threads.read(1)
            #expect(row.id == taken.thread && row.state == .waiting && row.purpose == .contact)
            #expect(messages.map(\.message.way) == [.account, .letter])
            #expect(!messages[1].message.isByStaff)
            #expect(
                messages[1].words.reveal() == "Сұрақ\n\nҚай күндері жұмыс істейсіздер?\n\n[application/pdf, 120 B]")
            let entries = try await threads.entries(.takeLetter)
            #expect(entries.map(\.note["way"]) == ["letter"] && entries.map(\.purpose) == ["contact"])
            #expect(try await threads.entries(.lookup).map { $0.note["reason"] } == ["wrote"])
        }
    }

    @Test(
        "brings its files into the thread, as the person's, and tells which it could not", arguments: Engine.available)
    func files(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let picture: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes("a picture of a broken cup".utf8)
            let letter = Self.letter(attachments: [
                Self.file("image/jpeg", picture), Self.file("application/zip", Bytes("PK\u{3}\u{4} zip".utf8)),
                // What a letter calls its files is of no account.
                Self.file("application/octet-stream", picture + [1]),
            ])
            let taken = try await Self.desk(threads, letter).take(Self.octets, by: ThreadsHouse.support)
            #expect(!taken.wasThere && taken.filesLeft == 1)
            let files = try await threads.house.gate.look { try DocumentStore($0).all(of: threads.person.subject) }
            #expect(files.count == 2 && files.allSatisfy { $0.thread == CorrespondenceID(of: taken.thread.bytes) })
            #expect(files.allSatisfy { $0.kind == .attachment && $0.sender == .letter && $0.state == .received })
            let entries = try await threads.entries(.uploadDocument)
            #expect(entries.count == 2 && entries.allSatisfy { $0.note["with"] == "letter" && $0.purpose == "contact" })
            let row = try await threads.read(1).row
            #expect(row.state == .waiting && row.id == taken.thread)
            // A copy says in which thread each came.
            let held = try await threads.house.gate.look { try ThreadsSchema.holdings(of: threads.person.subject, $0) }
            let placed = held.filter { $0.kind == "message_files" }
            #expect(Set(placed.map { $0.facts["document"] }) == Set(files.map { "\($0.id)" }))
            #expect(
                placed.allSatisfy {
                    $0.facts["thread"] == "1" && $0.facts["sent_by_operator"] == "false" && $0.facts["way"] == "letter"
                })
            // Taken again, it brings nothing twice.
            #expect(try await Self.desk(threads, letter).take(Self.octets, by: ThreadsHouse.support).wasThere)
            #expect(try await threads.house.count("document") == 2)
        }
    }

    @Test("brings the files that nobody came to when it is dropped again", arguments: Engine.available)
    func filesLater(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let picture: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes("a picture of a broken cup".utf8)
            let letter = Self.letter(attachments: [
                Self.file("image/jpeg", picture), Self.file("application/zip", Bytes("PK\u{3}\u{4} zip".utf8)),
                Self.file("image/jpeg", picture + [1]),
            ])
            let desk = Self.desk(threads, letter)
            let thread = try await desk.take(Self.octets, by: ThreadsHouse.support).thread
            // The server ended after the first of them.
            try await threads.house.database.write { transaction in
                try transaction.run("UPDATE letter SET files = 1")
                try transaction.run("DELETE FROM document WHERE length <> \(picture.count)")
            }
            // Whoever dropped it may be about it still.
            #expect(try await desk.take(Self.octets, by: ThreadsHouse.support).filesLeft == 0)
            #expect(try await threads.house.count("document") == 1)
            threads.house.clock.advance(by: .minutes(1))
            let again = try await desk.take(Self.octets, by: ThreadsHouse.support)
            #expect(again.wasThere && again.thread == thread && again.filesLeft == 1)
            #expect(try await threads.house.count("document") == 2)
            #expect(try await desk.take(Self.octets, by: ThreadsHouse.support).filesLeft == 0)
            #expect(try await threads.house.count("document") == 2)
        }
    }

    @Test("of somebody without an account leaves its files named", arguments: Engine.available)
    func strangersFiles(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let picture: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes("a picture".utf8)
            let letter = Self.letter(from: "other@example.kz", attachments: [Self.file("image/jpeg", picture)])
            let taken = try await Self.desk(threads, letter).take(Self.octets, by: ThreadsHouse.support)
            #expect(taken.filesLeft == 1)
            #expect(try await threads.house.count("document") == 0)
        }
    }

    @Test(
        "is taken once, also where it has no identifier; another sender's under the same one is another",
        arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            for identifier in ["1@example.kz", nil] {
                let desk = Self.desk(threads, Self.letter(identifier: identifier))
                let first = try await desk.take(Self.octets, by: ThreadsHouse.support)
                let second = try await desk.take(Self.octets, by: ThreadsHouse.support)
                #expect(!first.wasThere && second.wasThere && first.thread == second.thread)
            }
            let other = Self.desk(threads, Self.letter(from: "other@example.kz"))
            #expect(try await other.take(Self.octets, by: ThreadsHouse.support).wasThere == false)
            #expect(try await threads.house.count("thread_message") == 3)
        }
    }

    @Test(
        "from any other address waits without an account, is answered at a link and a code, and destroyed in its time",
        arguments: Engine.available)
    func stranger(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let house = threads.house
            let taken = try await Self.desk(threads, Self.letter(from: "surak@example.kz"))
                .take(Self.octets, by: ThreadsHouse.support)
            let row = try #require(try await threads.desk.queue().first)
            #expect(row.id == taken.thread && row.caseID.hasPrefix("M-") && row.purpose == .rights)
            let open = try await threads.desk.open(row.id, by: ThreadsHouse.support)
            #expect(open.language == .kk)
            #expect(open.messages.first?.words.reveal() == "Сұрақ\n\nҚай күндері жұмыс істейсіздер?")
            try await threads.desk.answer(row.id, words: "Дүйсенбіден жұмаға дейін", by: ThreadsHouse.support)
            try await house.courier.round()
            let told = try #require(await house.outbox.deliveries.last)
            #expect(told.address.reveal() == "surak@example.kz" && !told.text.contains("Дүйсенбі"))
            let found = try #require(told.text.firstMatch(of: /\/answer\/([0-9a-f]{20})/))
            let link = try #require(Bytes(hex: String(found.1)))
            let questions = QuestionDesk(
                gate: house.gate, registrar: house.registrar, operatorAddress: "Almaty", time: house.clock.source,
                randomness: .system)
            let (token, channel) = try #require(try await questions.sendCode(link, asker: .unknown))
            #expect(channel == .email)
            try await house.courier.round()
            let messages = try #require(
                try await questions.read(link, code: try await house.outbox.code(), token: token))
            #expect(messages.map { $0.words.reveal() }.last == "Дүйсенбіден жұмаға дейін")
            house.clock.advance(by: .days(1))
            #expect(try await questions.sweep() == 1)
            #expect(try await house.count("letter") == 0)
            #expect(try await house.count("thread") == 0)
        }
    }

    @Test("that cannot be taken leaves nothing", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            let cases: [(Letter, ThreadsRefusal)] = [
                (Self.letter(from: nil), .noSender), (Self.letter(from: "nobody"), .noSender),
                (Self.letter(String(repeating: "а", count: 20_000)), .longLetter),
                (
                    Letter(
                        identifier: "1", sender: PersonalData("a@example.kz"), subject: nil,
                        text: PersonalData(" \u{200B}\n"), attachments: []), .noWords
                ),
            ]
            for (letter, refusal) in cases {
                await #expect(throws: refusal) {
                    try await Self.desk(threads, letter).take(Self.octets, by: ThreadsHouse.support)
                }
            }
            await #expect(throws: ThreadsRefusal.largeLetter) {
                try await Self.desk(threads, Self.letter())
                    .take(Bytes(repeating: 0, count: Letter.mostOctets + 1), by: ThreadsHouse.support)
            }
            await #expect(throws: GateRefusal.self) {
                let reviewer = Actor(
                    .reviewer, person: SubjectID(from: .system), session: Bytes(repeating: 1, count: 32))
                _ = try await Self.desk(threads, Self.letter()).take(Self.octets, by: reviewer)
            }
            let (threadCount, letterCount) = (
                try await threads.house.count("thread"), try await threads.house.count("letter")
            )
            #expect(threadCount == 0 && letterCount == 0)
        }
    }

    @Test(
        "loses its markup and what turns words round",
        arguments: [
            ("<p>Сәлем,&nbsp;<b>әлем</b></p><p>2 &lt; 3</p>", "Сәлем, әлем\n2 < 3"),
            ("<style>p { color: red }</style><script>alert('<p>')</script>Мәтін<br>екі", "Мәтін\nекі"),
            ("<STYLE>x</STYLE>Мәтін <a href='#'>сілтеме</a>", "Мәтін сілтеме"), ("Мәтін <", "Мәтін"),
            ("а\u{202E}б\u{0}в", "абв"),
        ])
    func reduced(html: String, text: String) {
        let letter = Letter(
            identifier: nil, sender: nil, subject: nil, text: PersonalData(Letter.text(ofHTML: html)), attachments: [])
        #expect(letter.words == text)
    }

    @Test("of a megabyte of tags is reduced in time")
    func long() {
        #expect(Letter.text(ofHTML: String(repeating: "<style>", count: 50_000)).isEmpty)
        #expect(Letter.text(ofHTML: String(repeating: "<b", count: 500_000)).isEmpty)
    }
}
