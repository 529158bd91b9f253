import Imaging
import Primitives
import Testing

@Suite("A worker that fails")
struct WorkerFaultTests {
    @Test(
        "harms nobody",
        arguments: [
            ("/bin/false", ImagingRefusal.crashed), ("/bin/true", .crashed), ("/bin/cat", .crashed),
            ("/absent", .unavailable),
        ])
    func harmless(programme: String, refusal: ImagingRefusal) async throws {
        let worker = ImagingWorker(programme: programme)
        await #expect(throws: refusal) { _ = try await worker.pages([1, 2, 3]) }
    }

    private struct Stop: Error {}

    @Test("because the document cannot be read passes on why")
    func documentFails() async throws {
        await #expect(throws: Stop.self) {
            _ = try await Worker.with().process({ throw Stop() }, page: { _ in })
        }
    }

    @Test("because its page cannot be stored passes on why")
    func pageFails() async throws {
        guard Specimens.all != nil else { return }
        let pieces = Pieces(try Specimens.bytes("front.jpg"))
        await #expect(throws: Stop.self) {
            _ = try await Worker.with().process({ await pieces.next() }, page: { _ in throw Stop() })
        }
    }

    @Test("because its task is cancelled ends at once")
    func cancelled() async throws {
        let endless = AsyncStream<Bytes> { _ in }
        let task = Task {
            try await Worker.with().process({ await endless.first { _ in true } }, page: { _ in })
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test("is not more than one at a time where one is allowed")
    func oneAtATime() async throws {
        guard Specimens.all != nil else { return }
        let worker = ImagingWorker(programme: Worker.programme, atOnce: 1)
        let bytes = try Specimens.bytes("script.pdf")
        let running = Running()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for document in 0..<4 {
                group.addTask {
                    let pieces = Pieces(bytes)
                    _ = try await worker.process(
                        {
                            await running.begin(document)
                            return await pieces.next()
                        }, page: { _ in await running.end(document) })
                }
            }
            try await group.waitForAll()
        }
        #expect(await running.most == 1)
    }
}

/// Counts documents that are between their first octets and their page.
private actor Running {
    private var now: Set<Int> = []
    private(set) var most = 0

    func begin(_ document: Int) {
        now.insert(document)
        most = max(most, now.count)
    }

    func end(_ document: Int) { now.remove(document) }
}
