import Documents
import HouseKit
import Permits
import Primitives
import TestKit
import Testing

@Suite("Two requests on one upload")
struct ConcurrentUploadTests {
    @Test("the first goes on, the second is refused, in the same process and in another", arguments: Engine.available)
    func oneWins(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(100_000)
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            let body = SteppedBody()
            async let first = intake.append(to: upload, of: person.subject, at: 0, body)
            body.give(Bytes(file[..<50_000]))
            await body.askedFor(2)
            await #expect(throws: IntakeRefusal.busy) {
                try await intake.append(to: upload, of: person.subject, at: 0, Chunks(file))
            }
            await #expect(throws: IntakeRefusal.busy) {
                try await house.intake().append(to: upload, of: person.subject, at: 0, Chunks(file))
            }
            await #expect(throws: IntakeRefusal.busy) {
                _ = try await house.intake().offset(upload, of: person.subject)
            }
            body.give(Bytes(file[50_000...]))
            body.end()
            let end = try await first
            #expect(end == file.count)
            let row = try await intake.finish(upload, of: person.subject, session: person.session)
            let opened = try await house.plaintext(of: row)
            #expect(opened == file)
        }
    }

    @Test("asking where to go on ends a request whose connection hangs", arguments: Engine.available)
    func takeOver(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let file = Files.jpeg(200_000)
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: file.count), of: person.subject, session: person.session)
            let body = SteppedBody()
            let hanging = Task { try await intake.append(to: upload, of: person.subject, at: 0, body) }
            body.give(Bytes(file[..<150_000]))
            await body.askedFor(2)
            let offset = try await intake.offset(upload, of: person.subject)
            #expect(offset > 0)
            try await intake.append(to: upload, of: person.subject, at: offset, Chunks(Bytes(file[offset...])))
            body.give(Bytes(file[150_000...]))
            await #expect(throws: IntakeRefusal.busy) { try await hanging.value }
            let row = try await intake.finish(upload, of: person.subject, session: person.session)
            let opened = try await house.plaintext(of: row)
            #expect(opened == file)
        }
    }

    @Test("a hold of a process that died runs out after 15 seconds", arguments: Engine.available)
    func holdRunsOut(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let person = try await house.person()
            let intake = try house.intake()
            let upload = try await intake.begin(
                .init(.identity, length: 1_000), of: person.subject, session: person.session)
            let body = SteppedBody()
            let dying = Task { try await intake.append(to: upload, of: person.subject, at: 0, body) }
            await body.askedFor(1)
            await #expect(throws: IntakeRefusal.busy) {
                _ = try await house.intake().offset(upload, of: person.subject)
            }
            house.clock.advance(by: .seconds(16))
            let offset = try await house.intake().offset(upload, of: person.subject)
            #expect(offset == 0)
            dying.cancel()
            body.end()
            _ = await dying.result
        }
    }
}
