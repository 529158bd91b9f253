import Blobs
import Documents
import FolderBlobs
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import TestKit
import Testing

@Suite("Sweep of documents")
struct SweepTests {
    @Test("after an erasure the person's files go, and no other file", arguments: Engine.available)
    func erasure(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let leaving = try await house.person()
            let staying = try await house.person()
            for person in [leaving, staying] { try await house.send(Files.jpeg(150_000), by: person) }
            try await house.processing(.slicing).work()
            let half = try await house.upload(200_000, .address, by: leaving)
            await #expect(throws: Cut.self) { try await half.append(Chunks(Files.jpeg(200_000), cut: 100_000)) }
            let stranger = "0000000000000000000000000000000000000000000000000000"
            try Data("somebody else's".utf8).write(to: house.folder.appending(path: stranger))
            let before = try house.files()
            let theirs = try await house.blobs(of: staying)

            try await house.house.gate.erase(
                Ask(
                    .withdrawRegistration, by: .subject(leaving.subject, session: leaving.session),
                    on: leaving.subject, for: .rights, caseID: leaving.number),
                steps: [DocumentsSchema.erase, RegistrationSchema.erase])
            #expect(try house.files() == before)
            try await house.sweep().deleteAbandoned()
            #expect(try house.files() == theirs.union([stranger]))
            let documents = try await house.documents(of: leaving)
            #expect(documents.isEmpty)
            let rows = try await house.house.count("blob_abandoned")
            #expect(rows == 0)
            let audit = try await house.audit()
            #expect(audit.faults == [])
            #expect(audit.strangers == [stranger])
        }
    }

    @Test(
        "what was begun while the upload ended goes too",
        arguments: Engine.available, [Ending.erased, .removed])
    func begunMeanwhile(engine: Engine, ending: Ending) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let (subject, session) = (person.subject, person.session)
            let upload = try await house.intake().begin(
                .init(.identity, length: 200_000), of: subject, session: session)
            let store = InterruptedStore(store: try house.store()) {
                switch ending {
                case .erased:
                    try await house.house.gate.erase(
                        Ask(
                            .withdrawRegistration, by: .subject(subject, session: session), on: subject, for: .rights,
                            caseID: person.number),
                        steps: [DocumentsSchema.erase, RegistrationSchema.erase])
                case .removed: try await house.intake().remove(upload, of: subject, session: session)
                }
                try await house.sweep().deleteAbandoned()
            }
            await #expect(throws: InterruptedStore.Died.self) {
                try await house.intake(store).append(to: upload, of: subject, at: 0, Chunks(Files.jpeg(200_000)))
            }
            #expect(try house.files().count == 1)
            house.clock.advance(by: .minutes(1))
            try await house.sweep().deleteAbandoned()
            #expect(try house.files().isEmpty)
        }
    }

    enum Ending { case erased, removed }

    @Test("an upload that rested for 24 hours goes; one that went on does not", arguments: Engine.available)
    func stale(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            var uploads: [Upload] = []
            for _ in 0..<2 {
                let upload = try await house.upload(300_000, by: person)
                try await upload.append(Files.jpeg(140_000))
                uploads.append(upload)
            }
            house.clock.advance(by: .hours(23))
            let offset = try await uploads[1].offset()
            try await uploads[1].append(Files.jpeg(300_000)[offset..<offset + 1_000], at: offset)
            house.clock.advance(by: .hours(2))
            let ended = try await house.sweep().endStaleUploads()
            #expect(ended == 1)
            try await house.sweep().deleteAbandoned()
            let documents = try await house.documents(of: person)
            #expect(documents.map(\.id) == [uploads[1].id])
            #expect(try house.files().count == 1)
        }
    }

    @Test(
        "an object that cannot be deleted keeps no other from going, and is tried again after longer and longer pauses",
        arguments: Engine.available)
    func undeletable(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            for _ in 0..<4 {
                let row = try await house.send(Files.jpeg(1_000), by: person)
                try await house.intake().remove(row.id, of: person.subject, session: person.session)
            }
            let kept = try #require(try house.files().sorted().first)
            let sweep = DocumentSweep(
                gate: house.house.gate,
                blobs: RefusingStore(store: try house.store()) { $0.description == kept }, time: house.clock.source)
            #expect(try await sweep.deleteAbandoned() == 3)
            #expect(try house.files() == [kept])

            // After 1, 2, 4 minutes …, and not before.
            for minutes in [1, 2, 4, 8, 16, 32, 60, 60] {
                house.clock.advance(by: .seconds(minutes * 60 - 1))
                #expect(try await house.sweep().deleteAbandoned() == 0)
                house.clock.advance(by: .seconds(1))
                #expect(try await sweep.deleteAbandoned() == 0)
                let undeleted = try await house.house.gate.look { try DocumentStore($0).undeleted() }
                #expect(undeleted == 1)
            }
            let stuck = try await house.house.gate.look { try DocumentStore.stuckDeletions.list(10, $0) }
            #expect(stuck.map(\.kind) == [.deletion] && stuck[0].tries == 9 && stuck[0].fault == "store_unavailable")
            let now = house.clock.now
            try await house.house.gate.perform { try DocumentStore.stuckDeletions.again(stuck[0].id, now, $0) }
            #expect(try await house.sweep().deleteAbandoned() == 1)
            #expect(try house.files().isEmpty)
            let rows = try await house.house.count("blob_abandoned")
            #expect(rows == 0)
        }
    }

    @Test("an object that no row knows is not deleted")
    func unknown() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let store = try house.store()
            let writer = try await store.begin(BlobKey(from: .system))
            try await writer.append([1, 2, 3])
            try await writer.finish()
            house.clock.advance(by: .days(10_000))
            try await house.sweep().endStaleUploads()
            try await house.sweep().deleteAbandoned()
            #expect(try house.files().count == 1)
        }
    }

    @Test("scans whose term is over are destroyed with pages and reading, under one entry", arguments: Engine.available)
    func term(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            try await house.send(Files.jpeg(1_000), by: person)
            try await house.send(Files.jpeg(1_000), .address, by: person)
            let interpreter = DocumentInterpreter { _, _ in
                DocumentReading(values: [.init(24, "Үлгіева", confidence: 90)])
            }
            try await house.processing(.slicing, interpreter).work()
            let count = try await house.sweep().destroyScans(of: person.subject, caseID: person.number)
            #expect(count == 2)
            let again = try await house.sweep().destroyScans(of: person.subject)
            #expect(again == 0)
            try await house.sweep().deleteAbandoned()
            #expect(try house.files().isEmpty)
            let readings = try await house.house.gate.look {
                try $0.rows(
                    """
                    SELECT id FROM document WHERE reading IS NOT NULL OR fingerprint IS NOT NULL OR marks IS NOT NULL
                           OR state <> 'destroyed'
                    """
                ).count
            }
            #expect(readings == 0)
            let acts = try await house.acts(on: person)
            #expect(acts.filter { $0 == "destroyDocument" }.count == 1)
        }
    }
}
