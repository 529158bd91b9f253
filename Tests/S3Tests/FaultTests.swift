import Blobs
import Foundation
import Primitives
import S3Kit
import Synchronization
import TestKit
import Testing

@testable import S3

/// What a store does when the service, or the line to it, does not do its part.
@Suite("A faulty S3 service", .enabled(if: S3Server.isThere, "needs SAQTA_TEST_S3"))
struct FaultTests {
    private let key = BlobKey(from: .system)

    /// Runs `body` with a store over a spoilt line, and one over a good line.
    private func run(
        _ faults: [FaultyLine.Fault], patience: S3Patience = .quick, clock: S3Clock = .hurried,
        _ body: (_ spoilt: S3Blobs, _ good: S3Blobs, _ line: FaultyLine) async throws -> Void
    ) async throws {
        let (server, prefix) = (try S3Server.required(), S3Server.prefix())
        try await FaultyLine.run(to: server.endpoint, faults) { line in
            try await body(
                try server.store(prefix, at: line.endpoint, patience: patience, clock: clock),
                try server.store(prefix), line)
        }
    }

    static let passing: [[FaultyLine.Fault]] = [
        [.answer(500, "InternalError")], [.answer(503, "SlowDown"), .answer(503, "SlowDown")],
        [.answer(502, ""), .answer(504, ""), .answer(429, "")], [.cutRequest(after: 100)], [.cutRequest(after: 40_000)],
        [.cutAnswer(after: 10)], [.cutAnswer(after: 0), .cutAnswer(after: 0)],
    ]

    @Test("what passes is waited out", arguments: passing)
    func passes(faults: [FaultyLine.Fault]) async throws {
        try await run(faults) { spoilt, good, line in
            let writer = try await spoilt.begin(key)
            try await writer.append(octets(0..<100_000))
            try await writer.finish()
            line.add(faults)
            #expect(try await spoilt.read(key, 5..<90_000) == octets(5..<90_000))
            #expect(try await good.length(key) == 100_000)
        }
    }

    @Test("pauses grow between attempts, and there are five of them")
    func givesUp() async throws {
        let pauses = Mutex<[Span]>([])
        let clock = S3Clock(now: .system) { pause in pauses.withLock { $0.append(pause) } }
        let faults = Array(repeating: FaultyLine.Fault.answer(503, "SlowDown"), count: 9)
        try await run(faults, clock: clock) { spoilt, _, line in
            await #expect(throws: BlobError.unavailable("the S3 service answered 503 SlowDown")) {
                try await spoilt.read(key, 0..<1)
            }
            #expect(line.count == 5)
            let made = pauses.withLock { $0 }
            #expect(made.count == 4)
            for (index, pause) in made.enumerated() {
                #expect(Int64(50_000 << index)...Int64(100_000 << index) ~= pause.microseconds)
            }
        }
    }

    @Test("nothing is asked again when its time is over")
    func wholeTime() async throws {
        let manual = ManualClock()
        let clock = S3Clock(now: manual.source) { _ in manual.advance(by: .seconds(31)) }
        try await run(Array(repeating: .silence, count: 9), patience: Self.short, clock: clock) { spoilt, _, line in
            await #expect(throws: BlobError.self) { try await spoilt.length(key) }
            #expect(line.count == 3)
        }
    }

    private static let short: S3Patience = {
        var patience = S3Patience.quick
        patience.call = .milliseconds(200)
        patience.attempts = 9
        patience.whole = .seconds(60)
        return patience
    }()

    @Test("a service that takes calls and does not answer is given up in time", .timeLimit(.minutes(5)))
    func slow() async throws {
        var patience = S3Patience.quick
        patience.call = .milliseconds(150)
        patience.attempts = 2
        // No other limit ends it.
        patience.stalling = .hours(1)
        try await run([.silence, .silence], patience: patience) { spoilt, _, line in
            await #expect(throws: BlobError.unavailable("the S3 service does not answer in time")) {
                try await spoilt.read(key, 0..<10)
            }
            #expect(line.count == 2)
        }
    }

    @Test("a service that is not there is named as such")
    func absent() async throws {
        let server = try S3Server.required()
        let store = try server.store(S3Server.prefix(), at: "http://127.0.0.1:9")
        await #expect {
            try await store.length(key)
        } throws: { error in
            guard case .unavailable(let what) = error as? BlobError else { return false }
            return what.hasPrefix("the S3 service cannot be reached")
        }
    }

    @Test("a part whose answer was lost is one part", arguments: [1, 2, 3])
    func lostAnswers(count: Int) async throws {
        try await run(Array(repeating: .loseAnswer, count: count)) { spoilt, good, _ in
            let writer = S3BlobWriter(key, in: spoilt, parts: [])
            try await writer.append(octets(0..<200_000))
            try await writer.sync()
            #expect(try await good.unfinishedLength(key) == 200_000)
            try await writer.finish()
            #expect(try await good.read(key, 0..<200_000) == octets(0..<200_000))
        }
    }

    @Test("an upload goes on after its process died with half of it", arguments: [3_000_000, 7_000_000])
    func half(length: Int) async throws {
        try await run([]) { _, good, _ in
            let first = try await good.begin(key)
            try await first.append(octets(0..<length))
            try await first.sync()
            try await first.append(octets(length..<length + 50_000))
            // It dies with what was not made durable.
            let durable = try #require(try await good.unfinishedLength(key))
            let later = try await good.resume(key)
            try await later.append(octets(durable..<length + 50_000))
            try await later.finish()
            #expect(try await good.read(key, length - 10..<length + 50_000) == octets(length - 10..<length + 50_000))
        }
    }

    @Test("a long object whose putting together failed leaves no upload and loses no part")
    func aborted() async throws {
        try await run([]) { _, good, _ in
            let writer = try await good.begin(key)
            for start in stride(from: 0, to: 12_000_000, by: 1_000_000) {
                try await writer.append(octets(start..<start + 1_000_000))
            }
            try await writer.sync()
            // Somebody takes a part away: there is nothing to put together.
            let parts = try await good.parts(of: key)
            try await good.delete(try #require(parts.last).name(of: key))
            await #expect(throws: BlobError.self) { try await writer.finish() }
            #expect(try await good.unfinishedUploads() == 0)
            await #expect(throws: BlobError.missing) { try await good.length(key) }
            #expect(try await good.unfinishedLength(key) == parts.last?.range.lowerBound)
        }
    }

    @Test("what was put together half by a process that died ends with the leftovers")
    func leftovers() async throws {
        try await run([]) { _, good, _ in
            let writer = try await good.begin(key)
            try await writer.append(octets(0..<100))
            try await writer.sync()
            _ = try await good.beginUpload(of: key)
            let other = BlobKey(from: .system)
            _ = try await good.beginUpload(of: other)
            #expect(try await good.unfinishedUploads() == 2)
            #expect(try await good.endLeftovers(before: TimeSource.system.now - .hours(1)) == 0)
            #expect(try await good.unfinishedUploads() == 2)
            #expect(try await good.endLeftovers(before: TimeSource.system.now + .minutes(5)) == 2)
            #expect(try await good.unfinishedUploads() == 0)
            // The unfinished object itself stays.
            #expect(try await good.unfinishedLength(key) == 100)
            try await writer.finish()
            #expect(try await good.read(key, 0..<100) == octets(0..<100))
        }
    }

    @Test("parts that stay behind a finished object end with the leftovers, and it stays")
    func leftParts() async throws {
        try await run([]) { _, good, _ in
            let writer = try await good.begin(key)
            try await writer.append(octets(0..<100))
            try await writer.sync()
            try await writer.finish()
            var body = S3Body()
            body.append(octets(0..<100)[...])
            try await good.put(body, at: S3Part(range: 0..<100).name(of: key))
            #expect(try await good.unfinishedLength(key) == nil)
            #expect(try await good.endLeftovers(before: TimeSource.system.now + .minutes(5)) == 1)
            #expect(try await good.objects(after: "", most: 9).map(\.place) == [key.place])
        }
    }
}
