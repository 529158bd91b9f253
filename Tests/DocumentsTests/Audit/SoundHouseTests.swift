import Blobs
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Ledger
import Permits
import Policy
import Primitives
import Registration
import Storage
import Synchronization
import TestKit
import Testing

@Suite("An audit of a sound house")
struct SoundHouseTests {
    private static let reading = DocumentInterpreter { _, _ in
        DocumentReading(values: [.init(24, "Үлгіева", confidence: 90)])
    }

    @Test("finds nothing, whatever became of documents", arguments: Engine.available)
    func sound(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let first = try await house.send(Files.jpeg(1_000), by: person)
            try await house.send(Files.pdf(210_000), .address, by: person)
            try await house.processing(.slicing, Self.reading).work()
            // Exchanged while it is a draft.
            let second = try await house.send(Files.jpeg(2_000), replacing: first.id, by: person)
            // Taken out.
            let removed = try await house.send(Files.jpeg(3_000), .address, by: person)
            try await house.intake().remove(removed.id, of: person.subject, session: person.session)
            // Refused.
            try await house.send(Files.jpeg(500), .address, by: person)
            try await house.processing(.failing(PageFailure.refused(.damaged))).work()
            try await house.send(Files.jpeg(4_000), replacing: second.id, by: person)
            try await house.processing(.slicing).work()
            // Coming.
            try await house.upload(9_000, .address, by: person)
            // Not read yet.
            let other = try await house.person()
            try await house.send(Files.jpeg(70_000), by: other)
            // All destroyed, more than an entry can name.
            let third = try await house.person()
            for _ in 0..<12 { try await house.send(Files.jpeg(100), .address, by: third) }
            try await house.sweep().destroyScans(of: third.subject)
            let destroyed = try await house.acts(on: third).filter { $0 == "destroyDocument" }
            #expect(destroyed.count == 2)

            for isSwept in [false, true] {
                if isSwept { try await house.sweep().deleteAbandoned() }
                let report = try await house.audit()
                #expect(report.faults == [])
                #expect(report.strangers == [])
                #expect(report.documents == 3)
                #expect(report.files == 3 + 2 * 4)
            }
            let ledger = try await house.house.gate.audit(house.house.sequencer.verifier)
            #expect(ledger.faults == [])
        }
    }

    @Test(
        "knows the scan that is kept beside its better one, and one that took the place of that",
        arguments: Engine.available)
    func askedAgain(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let first = try await house.send(Files.jpeg(1_000), by: person)
            try await house.processing(.slicing).work()
            try await house.askAgain(first, of: person)
            let better = try await house.send(Files.jpeg(2_000), by: person)
            try await house.processing(.slicing).work()
            #expect(try await house.audit().faults == [])
            // The one that follows an exchanged one still stands beside the first.
            let best = try await house.send(Files.jpeg(3_000), replacing: better.id, by: person)
            try await house.processing(.slicing).work()
            #expect(try await house.audit().faults == [])
            try await house.intake().remove(best.id, of: person.subject, session: person.session)
            #expect(try await house.audit().faults == [])
        }
    }

    @Test("reads files in pieces, and tells how far it is")
    func constantMemory() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            try await house.send(Files.pdf(900_000), by: person)
            try await house.processing(.slicing).work()
            let store = MeasuredStore(store: try house.store(), pulled: Counter())
            let steps = Mutex<[[Int]]>([])
            let report = try await DocumentAudit(gate: house.house.gate, blobs: store)
                .run { done, total in steps.withLock { $0.append([done, total]) } }
            #expect(report.isSound)
            #expect(report.octets > 1_800_000)
            #expect(store.largest.value <= 262_144)
            #expect(steps.withLock { $0 } == (1...19).map { [$0, 19] })
        }
    }

    @Test("names a file that no row knows, and leaves it alone", arguments: Engine.available)
    func stranger(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            let blob = BlobKey(from: .system)
            let writer = try await house.store().begin(blob)
            try await writer.append([1, 2, 3])
            let unfinished = try await house.audit()
            #expect(unfinished.strangers == ["unfinished/\(blob)"])
            try await writer.finish()
            let notes = house.folder.appending(path: "notes.txt")
            try Data("x".utf8).write(to: notes)
            let before = try house.files()
            let report = try await house.audit()
            #expect(report.faults == [])
            #expect(report.strangers.count == 2)
            #expect(report.strangers.contains { $0.hasSuffix("/\(blob)") } && report.strangers.contains("notes.txt"))
            #expect(try house.files() == before)
        }
    }
}

extension DocumentHouse {
    /// Sends the registration, has a reviewer ask for a scan again, and gives the person the word.
    func askAgain(_ document: DocumentRow, of person: Person) async throws {
        try await move(person, to: .sent)
        let now = clock.now
        try await house.gate.perform { transaction in
            _ = try DocumentStore(transaction).review(
                document.id, of: person.subject, .askedAgain("unreadable"), at: now)
        }
        try await move(person, to: .moreAsked)
    }
}
