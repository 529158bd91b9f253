import Documents
import FolderBlobs
import HouseKit
import Permits
import Primitives
import Storage
import TestKit
import Testing

@Suite("Intake of documents")
struct IntakeTests {
    @Test("takes a file in parts; it opens as it was sent", arguments: Engine.available)
    func parts(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(300_000)
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            let offset = try await intake.append(
                to: upload, of: person.subject, at: 0, Chunks(Bytes(file[..<150_000])))
            #expect(offset > 0 && offset <= 150_000)
            let end = try await intake.append(
                to: upload, of: person.subject, at: offset, Chunks(Bytes(file[offset...])))
            #expect(end == file.count)
            let row = try await intake.finish(upload, of: person.subject, session: person.session)
            #expect(row.state == .received)
            #expect(row.length == file.count)
            let length = try await house.store().length(try #require(row.blob))
            #expect(row.sealedLength == length)
            let opened = try await house.plaintext(of: row)
            #expect(opened == file)
            let acts = try await house.acts(on: person)
            #expect(acts.filter { $0 == "uploadDocument" }.count == 1)
        }
    }

    @Test(
        "goes on in another process after a cut at any octet",
        arguments: [1, 15, 16, 17, 65_479, 65_480, 65_481, 65_536, 131_000, 131_072, 199_999])
    func cuts(at cut: Int) async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let file = Files.jpeg(200_000)
            let first = try house.intake()
            let upload = try await first.begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            await #expect(throws: Cut.self) {
                try await first.append(to: upload, of: person.subject, at: 0, Chunks(file, size: 7_001, cut: cut))
            }
            let second = try house.intake()
            let offset = try await second.offset(upload, of: person.subject)
            #expect(offset <= cut)
            #expect(cut - offset <= 131_072)
            try await second.append(to: upload, of: person.subject, at: offset, Chunks(Bytes(file[offset...])))
            let row = try await second.finish(upload, of: person.subject, session: person.session)
            let opened = try await house.plaintext(of: row)
            #expect(opened == file)
        }
    }

    @Test("loses nothing when the process dies between the last octet and the end", arguments: Engine.available)
    func between(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(65_480)
            let upload = try await house.intake().begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            try await house.intake().append(to: upload, of: person.subject, at: 0, Chunks(file))
            let later = try house.intake()
            let offset = try await later.offset(upload, of: person.subject)
            #expect(offset == file.count)
            let row = try await later.finish(upload, of: person.subject, session: person.session)
            let opened = try await house.plaintext(of: row)
            #expect(opened == file)
        }
    }

    @Test("refuses octets that do not follow, and says where they should", arguments: Engine.available)
    func wrongOffset(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: 1_000), of: person.subject, session: person.session)
            await #expect(throws: IntakeRefusal.offset(actual: 0)) {
                try await intake.append(to: upload, of: person.subject, at: 5, Chunks(Files.jpeg(995)))
            }
            await #expect(throws: IntakeRefusal.incomplete(actual: 0)) {
                try await intake.finish(upload, of: person.subject, session: person.session)
            }
        }
    }

    @Test("does not go on with another file than before the cut")
    func otherFile() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let file = Files.jpeg(200_000)
            let upload = try await intake.begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            let offset = try await intake.append(
                to: upload, of: person.subject, at: 0, Chunks(Bytes(file[..<140_000])))
            await #expect(throws: IntakeRefusal.otherContent) {
                try await intake.append(
                    to: upload, of: person.subject, at: offset,
                    Chunks(Bytes(file[offset...].map { $0 ^ 1 })))
            }
        }
    }

    @Test("finished twice, or by two at once, is one document with one entry", arguments: Engine.available)
    func twice(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: 70_000), of: person.subject, session: person.session)
            try await intake.append(to: upload, of: person.subject, at: 0, Chunks(Files.jpeg(70_000)))
            async let one = Self.finish(upload, with: intake, by: person)
            async let other = Self.finish(upload, with: try house.intake(), by: person)
            let states = try await [one, other].compactMap { $0 }
            #expect(!states.isEmpty && states.allSatisfy { $0 == .received })
            let again = try await house.intake().finish(upload, of: person.subject, session: person.session)
            #expect(again.state == .received)
            let documents = try await house.documents(of: person)
            #expect(documents.count == 1)
            let acts = try await house.acts(on: person)
            #expect(acts.filter { $0 == "uploadDocument" }.count == 1)
        }
    }

    /// - Returns: nil when the other was faster.
    private static func finish(
        _ upload: DocumentID, with intake: DocumentIntake, by person: Person
    ) async throws -> DocumentRow.State? {
        do {
            return try await intake.finish(upload, of: person.subject, session: person.session).state
        } catch IntakeRefusal.busy {
            return nil
        }
    }
}
