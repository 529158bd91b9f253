import Primitives
import Synchronization

/// Turns a document into page images in a process of its own, which can reach nothing and lives for one document.
///
/// Whatever the document does to that process, the caller gets an ``ImagingRefusal`` and goes on.
package struct ImagingWorker: Sendable {
    let programme: String
    package let limits: ImagingLimits
    let turnstile: Turnstile

    /// - Parameters:
    ///   - programme: the path of `saqta-imaging`.
    ///   - atOnce: how many processes may run at the same time; more wait for their turn.
    package init(programme: String, limits: ImagingLimits = ImagingLimits(), atOnce: Int = 2) {
        self.programme = programme
        self.limits = limits
        turnstile = Turnstile(atOnce)
    }

    /// Decodes a document that is pulled from `next` in pieces of up to 1 MiB until it gives nil.
    ///
    /// Only one page is held at a time: each is handed to `page`, in order, before the next is taken. Pages handed
    /// out before an error are to be thrown away by the caller.
    ///
    /// - Throws: ``ImagingRefusal``, `CancellationError`, and whatever `next` or `page` throws.
    package func process(
        _ next: @escaping @Sendable () async throws -> Bytes?, ask: ImagingAsk = ImagingAsk(),
        page: (ImagingPage) async throws -> Void
    ) async throws -> ImagingResult {
        try await turnstile.enter()
        do {
            let result = try await run(next, ask, page)
            await turnstile.leave()
            return result
        } catch {
            await turnstile.leave()
            throw error
        }
    }

    private func run(
        _ next: @escaping @Sendable () async throws -> Bytes?, _ ask: ImagingAsk,
        _ page: (ImagingPage) async throws -> Void
    ) async throws -> ImagingResult {
        let process = try WorkerProcess(programme)
        let fault = Fault()
        let feeding = Task { await feed(process, next, ask, fault) }
        let deadline = Task {
            try await Task.sleep(for: limits.clock)
            process.kill()
        }
        defer { deadline.cancel() }
        return try await withTaskCancellationHandler {
            var answer = Answer(process: process, pages: limits.pages)
            do {
                try await answer.collect(page)
            } catch {
                process.kill()
                feeding.cancel()
                _ = await process.ending()
                throw error
            }
            let ending = await process.ending()
            feeding.cancel()
            try Task.checkCancellation()
            // The document's own fault explains why the worker had to be killed.
            if !answer.isComplete, let error = fault.error { throw error }
            return try answer.result(after: ending)
        } onCancel: {
            process.kill()
        }
    }

    /// Nobody waits for this to end: a document that gives no more and hears of no cancellation holds nobody up.
    private func feed(
        _ process: WorkerProcess, _ next: @Sendable () async throws -> Bytes?, _ ask: ImagingAsk, _ fault: Fault
    ) async {
        do {
            guard await process.write(request(ask)) else { return }
            while let piece = try await next() {
                guard await process.write(Frame("D", piece)) else { return }
            }
            _ = await process.write(Frame("E", []))
        } catch {
            fault.error = error
            // Without the rest of the document the worker would wait in vain.
            process.kill()
        }
    }

    private func request(_ ask: ImagingAsk) -> Frame {
        Frame(
            "A",
            fields: [
                "octets": "\(limits.octets)", "pixels": "\(limits.pixels)", "pages": "\(limits.pages)",
                "side": "\(limits.side)", "thumbnail": "\(limits.thumbnail)", "memory": "\(limits.memory)",
                "seconds": "\(limits.processor)", "zone": ask.zone ? "1" : "0",
                "text": ask.languages.joined(separator: "+"), "readPages": "\(ask.readPages)",
            ])
    }
}

/// What went wrong in the giving of a document, if anything did.
private final class Fault: Sendable {
    private let first = Mutex<(any Error)?>(nil)

    var error: (any Error)? {
        get { first.withLock { $0 } }
        set { first.withLock { $0 = $0 ?? newValue } }
    }
}
