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
            let limits = house.house.edition.document.limits
            for (type, most) in [(FileType.jpeg, limits.photoBytes), (.pdf, limits.pdfBytes)] {
                await #expect(throws: IntakeRefusal.file(.tooLarge, most: most)) {
                    try await house.upload(most + 1, type: type, by: person)
                }
            }
            await #expect(throws: IntakeRefusal.file(.empty, most: nil)) { try await house.upload(0, by: person) }
            let documents = try await house.documents(of: person)
            #expect(documents.isEmpty)
        }
    }

    @Test("a picture announced as large as a PDF may be is refused after its first octets, and nothing of it stays")
    func sniffed() async throws {
        try await DocumentHouse.run(on: .sqlite) { house in
            let length = house.house.edition.document.limits.photoBytes + 1
            let upload = try await house.upload(length, type: .pdf)
            let body = Chunks(Files.jpeg(400_000))
            await #expect(throws: IntakeRefusal.file(.tooLarge, most: length - 1)) {
                try await upload.append(body)
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
            let upload = try await house.upload(100)
            await #expect(throws: IntakeRefusal.longerThanAnnounced) { try await upload.append(Files.jpeg(101)) }
        }
    }

    @Test("a person may send so many files and octets as the policy says", arguments: Engine.available)
    func quota(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let limits = house.house.edition.document.limits
            for _ in 0..<(limits.totalBytes / limits.pdfBytes) {
                try await house.upload(limits.pdfBytes, by: person)
            }
            await #expect(throws: IntakeRefusal.tooMuch(most: limits.totalBytes)) {
                try await house.upload(1_000, by: person)
            }
            let other = try await house.person()
            for _ in 0..<limits.files { try await house.upload(10, by: other) }
            await #expect(throws: IntakeRefusal.tooManyFiles(most: limits.files)) {
                try await house.upload(10, by: other)
            }
        }
    }

    @Test("a registration that is with the reviewer takes no documents", arguments: Engine.available)
    func closed(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let upload = try await house.upload(100, by: person)
            try await upload.append(Files.jpeg(100))
            try await house.move(person, to: .sent)
            await #expect(throws: IntakeRefusal.closed) { try await upload.finish() }
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
            #expect(store.largest.value <= 262_144)
        }
    }
}
