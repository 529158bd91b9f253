import Blobs
import Documents
import Foundation
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import Storage
import S3Kit
import TestKit
import Testing

@testable import S3

/// The documents room over an S3 service.
@Suite("Documents on S3", .enabled(if: S3Server.isThere, "needs SAQTA_TEST_S3"))
struct DocumentTests {
    /// Runs `body` in a house whose documents lie under a prefix of their own; its line to them can be spoilt.
    private func run(
        on engine: Engine, _ body: (TestHouse, DocumentRoom, S3Blobs, FaultyLine) async throws -> Void
    ) async throws {
        let (server, prefix) = (try S3Server.required(), S3Server.prefix())
        try await TestHouse.run(on: engine, migrations: DocumentsSchema.migrations) { house in
            try await FaultyLine.run(to: server.endpoint, []) { line in
                // Each call on a connection of its own, so that a fault meets the next call.
                let store = try server.store(prefix, at: line.endpoint, patience: Self.once)
                let room = DocumentRoom(
                    house, store, maker: .halving, interpreter: DocumentInterpreter { _, _ in DocumentReading() })
                try await body(house, room, try server.store(prefix), line)
            }
        }
    }

    private static let once: S3Patience = {
        var patience = S3Patience.quick
        patience.attempts = 1
        return patience
    }()

    private func send(_ length: Int, to room: DocumentRoom, by person: Person) async throws -> DocumentRow {
        try await room.intake.receive(
            .init("identity_document", length: length), of: person.subject, session: person.session,
            AsyncStream { continuation in
                for start in stride(from: 0, to: length, by: 65_536) {
                    let piece = octets(start..<min(start + 65_536, length))
                    continuation.yield(start == 0 ? [0xFF, 0xD8, 0xFF, 0xE0] + piece.dropFirst(4) : piece)
                }
                continuation.finish()
            })
    }

    @Test("a scan is taken, its pages are made and shown, and an erasure leaves no object", arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await run(on: engine) { house, room, store, _ in
            let (leaving, staying) = (
                try await house.begin("Үлгіева", "Айгерім"), try await house.begin("Үлгіев", "Ғани")
            )
            let row = try await send(9_000_000, to: room, by: leaving)
            _ = try await send(100_000, to: room, by: staying)
            #expect(try await room.processing.work() == [.ready, .ready])
            let viewing = try #require(try await room.access.viewOwn(leaving.subject, session: leaving.session)).id
            let page = try await room.access.page(
                1, of: row.id, .image, in: viewing, of: leaving.subject,
                for: .subject(leaving.subject, session: leaving.session))
            #expect(page.length == 300_000)
            #expect(try await store.objects(after: "", most: 99).count == 6)

            try await erase(leaving, from: house)
            #expect(try await store.objects(after: "", most: 99).count == 6)
            #expect(try await room.sweep.deleteAbandoned() == 3)
            #expect(try await store.objects(after: "", most: 99).count == 3)
            #expect(try await store.unfinishedUploads() == 0)
            let rows = try await house.count("blob_abandoned")
            #expect(rows == 0)
        }
    }

    @Test("what cannot be deleted stays on record, and goes when the service is back", arguments: Engine.available)
    func deletes(engine: Engine) async throws {
        try await run(on: engine) { house, room, store, line in
            let person = try await house.begin("Үлгіева", "Айгерім")
            _ = try await send(100_000, to: room, by: person)
            #expect(try await room.processing.work() == [.ready])
            try await erase(person, from: house)

            let sweep = DocumentSweep(
                gate: house.gate,
                blobs: try S3Server.required().store("elsewhere", at: "http://127.0.0.1:9", patience: Self.once),
                time: house.clock.source)
            await #expect(throws: BlobError.self) { try await sweep.deleteAbandoned() }
            #expect(try await store.objects(after: "", most: 99).count == 3)
            let rows = try await house.count("blob_abandoned")
            #expect(rows == 3)
            let undeleted = try await house.gate.look { try DocumentStore($0).undeleted() }
            #expect(undeleted == 3)

            // Not before the pause is over.
            #expect(try await room.sweep.deleteAbandoned() == 0)
            house.clock.advance(by: .minutes(2))
            #expect(try await room.sweep.deleteAbandoned() == 3)
            #expect(try await store.objects(after: "", most: 99).isEmpty)
            let left = try await house.count("blob_abandoned")
            #expect(left == 0)
        }
    }

    private func erase(_ person: Person, from house: TestHouse) async throws {
        try await house.gate.erase(
            Ask(
                .withdrawRegistration, by: .subject(person.subject, session: person.session), on: person.subject,
                for: .rights, caseID: person.number),
            steps: [DocumentsSchema.erase, RegistrationSchema.erase])
    }
}

extension PageMaker {
    /// One page: the first octets of the document.
    fileprivate static let halving = PageMaker { request, pull, deliver in
        let octets = try await pull(0..<min(request.length, 300_000))
        try await deliver(
            MadePage(
                number: 1, image: octets, width: 1_000, height: 1_400, thumbnail: octets.map { Bytes($0.prefix(100)) }))
        return PageReport(type: .jpeg, pages: 1, hints: [], text: [])
    }
}
