import Imaging
import Primitives
import Testing

@Suite("The worker's jail")
struct JailTests {
    @Test("denies network, processes, files, tracing, code and signals", arguments: [[], ["fonts"]])
    func denies(arguments: [String]) async throws {
        var allowed = try await Worker.with().examine(arguments).allowed
        #expect(allowed.removeValue(forKey: "thread") == true)
        #expect(allowed.count == 9)
        // Without Landlock in the kernel, a PDF's decoder may read files; nothing else changes.
        if arguments == ["fonts"], try await !Worker.with().examine().confined { allowed["read"] = nil }
        #expect(allowed.filter(\.value).isEmpty)
    }

    @Test("is what denies them: without it every attempt succeeds")
    func unguarded() async throws {
        let allowed = try await Worker.with().examine(["unguarded"]).allowed
        #expect(allowed.values.filter { !$0 }.isEmpty)
    }

    @Test("that the system refuses lets nothing be read, and says so", arguments: [[], ["fonts"]])
    func refused(arguments: [String]) async throws {
        try await Worker.withoutJail { programme in
            let worker = ImagingWorker(programme: programme)
            await #expect(throws: ImagingRefusal.unguarded) {
                _ = try await worker.examine(arguments)
            }
            await #expect(throws: ImagingRefusal.unguarded) {
                _ = try await worker.pages([0xFF, 0xD8, 0xFF])
            }
        }
    }

    @Test(
        "ends a process that takes too much memory or time",
        arguments: [("memory", ImagingRefusal.memoryLimit), ("time", .timeLimit)])
    func limits(argument: String, refusal: ImagingRefusal) async throws {
        await #expect(throws: refusal) { _ = try await Worker.with().examine([argument]) }
    }

    @Test("leaves too little memory for a picture, and says so")
    func memory() async throws {
        guard Specimens.all != nil else { return }
        let worker = Worker.with { $0.memory = 260 }
        let large = try Specimens.bytes("large.tiff")
        await #expect(throws: ImagingRefusal.memoryLimit) { _ = try await worker.pages(large) }
        _ = try await Worker.with().pages(large)
    }

    @Test("is left by force when a document does not end")
    func clock() async throws {
        let worker = Worker.with { $0.clock = .milliseconds(500) }
        let endless = AsyncStream<Bytes> { _ in }
        await #expect(throws: ImagingRefusal.timeLimit) {
            _ = try await worker.process({ await endless.first { _ in true } }, page: { _ in })
        }
    }
}
