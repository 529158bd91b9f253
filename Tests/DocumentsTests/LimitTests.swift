import Documents
import HouseKit
import Permits
import Policy
import Primitives
import Registration
import TestKit
import Testing

@Suite("Limits of uploads")
struct LimitTests {
    @Test("a file that is announced too large is refused before its first octet")
    func announced() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let limits = house.house.edition.document.limits
            for (type, most) in [(FileType.jpeg, limits.photoBytes), (.pdf, limits.pdfBytes)] {
                await #expect(throws: IntakeRefusal.file(.tooLarge, most: most)) {
                    _ = try await intake.begin(
                        .init(.identity, length: most + 1, type: type), of: person.subject, session: person.session)
                }
            }
            await #expect(throws: IntakeRefusal.file(.empty, most: nil)) {
                _ = try await intake.begin(
                    .init(.identity, length: 0), of: person.subject, session: person.session)
            }
            let documents = try await house.documents(of: person)
            #expect(documents.isEmpty)
        }
    }

    @Test("a picture announced as large as a PDF may be is refused after its first octets, and nothing of it stays")
    func sniffed() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let length = house.house.edition.document.limits.photoBytes + 1
            let upload = try await intake.begin(
                .init(.identity, length: length, type: .pdf), of: person.subject, session: person.session)
            let body = Chunks(Files.jpeg(400_000))
            await #expect(throws: IntakeRefusal.file(.tooLarge, most: length - 1)) {
                try await intake.append(to: upload, of: person.subject, at: 0, body)
            }
            #expect(body.pulled.value <= 16_384)
            try await house.sweep().deleteAbandoned()
            let files = try house.files()
            #expect(files.isEmpty)
        }
    }

    @Test("a body of unknown length is refused as soon as it passes the limit")
    func endless() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let most = house.house.edition.document.limits.photoBytes
            let chunk = Files.jpeg(65_536)
            let pulled = Counter()
            let endless = AsyncStream<Bytes> {
                pulled.add(chunk.count)
                return chunk
            }
            await #expect(throws: IntakeRefusal.file(.tooLarge, most: most)) {
                _ = try await house.intake().receive(
                    .init(.identity, length: nil), of: person.subject, session: person.session, endless)
            }
            #expect(pulled.value <= most + 131_072)
            try await house.sweep().deleteAbandoned()
            let files = try house.files()
            #expect(files.isEmpty)
        }
    }

    @Test("more octets than were announced are refused")
    func longer() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: 100), of: person.subject, session: person.session)
            await #expect(throws: IntakeRefusal.longerThanAnnounced) {
                try await intake.append(to: upload, of: person.subject, at: 0, Chunks(Files.jpeg(101)))
            }
        }
    }

    @Test("a person may send so many files and octets as the policy says", arguments: Engine.available)
    func quota(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let limits = house.house.edition.document.limits
            for _ in 0..<(limits.totalBytes / limits.pdfBytes) {
                _ = try await intake.begin(
                    .init(.identity, length: limits.pdfBytes), of: person.subject, session: person.session)
            }
            await #expect(throws: IntakeRefusal.tooMuch(most: limits.totalBytes)) {
                _ = try await intake.begin(
                    .init(.identity, length: 1_000), of: person.subject, session: person.session)
            }
            let other = try await house.person()
            for _ in 0..<limits.files {
                _ = try await intake.begin(
                    .init(.identity, length: 10), of: other.subject, session: other.session)
            }
            await #expect(throws: IntakeRefusal.tooManyFiles(most: limits.files)) {
                _ = try await intake.begin(
                    .init(.identity, length: 10), of: other.subject, session: other.session)
            }
        }
    }

    @Test("a registration that is with the reviewer takes no documents", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: 100), of: person.subject, session: person.session)
            try await intake.append(to: upload, of: person.subject, at: 0, Chunks(Files.jpeg(100)))
            try await house.move(person, to: .sent)
            await #expect(throws: IntakeRefusal.closed) {
                try await intake.finish(upload, of: person.subject, session: person.session)
            }
            await #expect(throws: IntakeRefusal.closed) { try await house.send(Files.jpeg(100), by: person) }
            await #expect(throws: IntakeRefusal.notAsked("passport_of_a_cat")) {
                try await house.send(Files.jpeg(100), "passport_of_a_cat", by: person)
            }
        }
    }

    @Test("a PDF of 25 MB goes through with less than 256 KiB of it in memory")
    func memory() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let person = try await house.person()
            let file = Files.pdf(house.house.edition.document.limits.pdfBytes)
            let body = Chunks(file, size: 65_536)
            let store = MeasuredStore(store: try house.store(), pulled: body.pulled)
            let row = try await house.intake(store).receive(
                .init(.identity, length: file.count), of: person.subject, session: person.session, body)
            #expect(row.length == file.count)
            #expect(store.most.value <= 262_144)
            #expect(store.largest.value <= 131_072)
        }
    }
}
