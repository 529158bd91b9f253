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
            let file = Files.jpeg(100_000)
            let upload = try await house.upload(file.count)
            let body = SteppedBody()
            async let first = upload.append(body)
            body.give(Bytes(file[..<50_000]))
            await body.askedFor(2)
            for other in [upload, try upload.elsewhere()] {
                await #expect(throws: IntakeRefusal.busy) { try await other.append(file) }
            }
            await #expect(throws: IntakeRefusal.busy) { _ = try await upload.elsewhere().offset() }
            body.give(Bytes(file[50_000...]))
            body.end()
            let end = try await first
            #expect(end == file.count)
            try await upload.finish(as: file)
        }
    }

    @Test("asking where to go on ends a request whose connection hangs", arguments: Engine.available)
    func takeOver(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let file = Files.jpeg(200_000)
            let upload = try await house.upload(file.count)
            let body = SteppedBody()
            let hanging = Task { try await upload.append(body) }
            body.give(Bytes(file[..<150_000]))
            await body.askedFor(2)
            let offset = try await upload.offset()
            #expect(offset > 0)
            try await upload.append(file[offset...], at: offset)
            body.give(Bytes(file[150_000...]))
            await #expect(throws: IntakeRefusal.busy) { try await hanging.value }
            try await upload.finish(as: file)
        }
    }

    @Test("a hold of a process that died runs out after 15 seconds", arguments: Engine.available)
    func holdRunsOut(engine: Engine) async throws {
        try await DocumentHouse.run(on: engine) { house in
            let upload = try await house.upload(1_000)
            let body = SteppedBody()
            let dying = Task { try await upload.append(body) }
            await body.askedFor(1)
            await #expect(throws: IntakeRefusal.busy) { _ = try await upload.elsewhere().offset() }
            house.clock.advance(by: .seconds(16))
            let offset = try await upload.elsewhere().offset()
            #expect(offset == 0)
            dying.cancel()
            body.end()
            _ = await dying.result
        }
    }
}
