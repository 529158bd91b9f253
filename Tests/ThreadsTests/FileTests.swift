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

@Suite("A file in a thread")
struct FileTests {
    /// The documents room beside the room of threads, over a folder of its own.
    private struct Room: Sendable {
        let threads: ThreadsHouse
        let intake: DocumentIntake
        let processing: DocumentProcessing
        let access: DocumentAccess

        init(_ threads: ThreadsHouse) {
            let (house, time, blobs) = (threads.house, threads.house.clock.source, threads.blobs)
            self.threads = threads
            intake = threads.intake
            processing = DocumentProcessing(
                gate: house.gate, blobs: blobs, sealing: .vault,
                maker: PageMaker { request, pull, deliver in
                    let octets = try await pull(0..<request.length)
                    try await deliver(
                        MadePage(
                            number: 1, image: octets.map { $0.reversed() }, width: 10, height: 10, thumbnail: octets))
                    return PageReport(type: .jpeg, pages: 1, hints: [], text: [])
                }, interpreter: DocumentInterpreter { _, _ in DocumentReading() }, renewal: .seconds(3_600), time: time,
                randomness: .system)
            access = DocumentAccess(gate: house.gate, blobs: blobs, time: time)
        }

        /// Sends a picture in the person's first thread.
        @discardableResult
        func send(_ kind: DocumentKindID = .attachment, by actor: Actor? = nil) async throws -> DocumentRow {
            threads.house.clock.advance(by: .seconds(1))
            let person = threads.person
            // The one that was begun last.
            let row = try #require(try await threads.desk.own(person.subject).max { $0.number < $1.number })
            return try await intake.receive(
                .init(kind, length: FileTests.picture.count, thread: row.correspondence), of: person.subject,
                by: actor ?? .subject(person.subject, session: person.session),
                AsyncStream { stream in
                    stream.yield(FileTests.picture)
                    stream.finish()
                })
        }
    }

    private static let picture: Bytes = [0xFF, 0xD8, 0xFF, 0xE0] + Bytes("a picture of a broken cup".utf8)

    private static func run(on engine: Engine, _ body: (Room) async throws -> Void) async throws {
        try await ThreadsHouse.run(on: engine) { threads in
            try await threads.write("Шыныаяқ сынып келді")
            try await body(Room(threads))
        }
    }

    @Test(
        "comes sealed, waits for an answer with the thread, and shows its pages to whoever opens the thread",
        arguments: Engine.available)
    func shown(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let (desk, person) = (room.threads.desk, room.threads.person)
            let id = try #require(try await desk.queue().first?.id)
            try await desk.answer(id, words: "Суретін жіберіңіз", by: ThreadsHouse.support)
            #expect(try await desk.queue().isEmpty)
            let sent = try await room.send()
            #expect(!sent.isByStaff)
            #expect(try await sent.thread == desk.find(id).correspondence)
            #expect(try await desk.queue().map(\.id) == [id])
            #expect(try await room.processing.work() == [.ready])

            let open = try await desk.open(id, by: ThreadsHouse.support)
            let page = try #require(open.files.first?.pages.first)
            let image = try await room.access.page(
                page.number, of: sent.id, .image, in: open.viewing, of: person.subject, for: ThreadsHouse.support)
            #expect(try await image.read(0..<image.length).reveal() == Self.picture.reversed())
            // It is no scan of the registration, for nobody who decides about that.
            #expect(try await room.access.documents(of: person.subject).isEmpty)
            let acts = try await room.threads.entries(.uploadDocument, .renderDocument)
            // One for looking into the file, one for the pages.
            #expect(acts.count == 3 && acts.allSatisfy { $0.purpose == "contact" && $0.clause == "2.2.3" })
        }
    }

    @Test("that came while staff had the thread open is seen in a new viewing, on record", arguments: Engine.available)
    func later(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let desk = room.threads.desk
            let id = try #require(try await desk.queue().first?.id)
            let before = try await desk.open(id, by: ThreadsHouse.support)
            try await room.send()
            try await room.processing.work()
            let after = try await desk.open(id, by: ThreadsHouse.support, viewing: before.viewing)
            #expect(after.viewing != before.viewing && after.files.count == 1)
            #expect(try await room.threads.entries(.openThread).filter { $0.outcome == .done }.count == 2)
        }
    }

    @Test(
        "of the operator waits in the account, which a message says without a word of it", arguments: Engine.available)
    func answered(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let (desk, person) = (room.threads.desk, room.threads.person)
            let sent = try await room.send(by: ThreadsHouse.support)
            #expect(sent.isByStaff)
            #expect(try await desk.unread(of: person.subject) == 1)
            // It answers nothing by itself.
            #expect(try await desk.queue().count == 1)
            try await room.threads.house.courier.round()
            #expect(await room.threads.house.outbox.deliveries.last?.text.contains("test.example") == true)
            try await room.processing.work()
            let viewing = try #require(try await room.access.viewOwn(person.subject, session: person.session)).id
            let row = try #require(try await room.access.everyDocument(of: person.subject).first)
            let open = try await room.access.original(
                row, in: viewing, of: person.subject, for: .subject(person.subject, session: person.session))
            #expect(try await open.read(0..<open.length).reveal() == Self.picture)
        }
    }

    @Test(
        "is not taken in a closed thread, nor as a scan of a registration, nor elsewhere", arguments: Engine.available)
    func refused(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let (desk, person) = (room.threads.desk, room.threads.person)
            await #expect(throws: IntakeRefusal.notAsked("address_proof")) { try await room.send("address_proof") }
            let stranger = CorrespondenceID(from: .system)
            await #expect(throws: IntakeRefusal.closed) {
                _ = try await room.intake.begin(
                    .init(.attachment, length: 10, thread: stranger), of: person.subject, session: person.session)
            }
            await #expect(throws: IntakeRefusal.self) {
                _ = try await room.intake.begin(
                    .init(.attachment, length: 10), of: person.subject, session: person.session)
            }
            let id = try #require(try await desk.queue().first?.id)
            try await desk.close(id, by: ThreadsHouse.support)
            await #expect(throws: IntakeRefusal.closed) { try await room.send() }
            try await room.threads.write("Тағы сұрақ", in: 1)
            try await room.send()
        }
    }

    @Test("counts with those of all other threads within 30 days, for each side", arguments: Engine.available)
    func limits(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let (threads, person) = (room.threads, room.threads.person)
            let most = try TestHouse.policy().limits.files
            for number in 0..<most {
                if number % 5 == 4 { try await threads.write("Тағы біреуі") }
                try await room.send()
            }
            await #expect(throws: IntakeRefusal.tooManyFiles(most: most)) { try await room.send() }
            try await threads.write("Басқа хат алмасу")
            await #expect(throws: IntakeRefusal.tooManyFiles(most: most)) { try await room.send() }
            try await room.send(by: ThreadsHouse.support)
            threads.house.clock.advance(by: .days(30))
            try await room.send()
            #expect(try await room.access.everyDocument(of: person.subject).count == most + 2)
        }
    }

    @Test("goes with the person, object and all", arguments: Engine.available)
    func erased(engine: Engine) async throws {
        try await Self.run(on: engine) { room in
            let (house, person) = (room.threads.house, room.threads.person)
            try await room.send()
            try await room.processing.work()
            try await house.registrar.end(person.subject, by: .withdrawRegistration, session: person.session)
            let (left, going) = try await house.gate.look { transaction in
                (
                    try DocumentStore(transaction).all(of: person.subject),
                    try transaction.count("SELECT count(*) FROM blob_abandoned WHERE reason = 'erased'")
                )
            }
            #expect(left.isEmpty && going == 3)
        }
    }
}
