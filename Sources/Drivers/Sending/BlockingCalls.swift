import Foundation

/// Runs calls that block, a bounded number at once, outside the cooperative pool.
final class BlockingCalls: Sendable {
    private let queue: OperationQueue

    init(_ name: String, atOnce: Int) {
        queue = OperationQueue()
        queue.name = name
        queue.maxConcurrentOperationCount = atOnce
    }

    func run(_ body: @escaping @Sendable () throws(SendingError) -> Void) async throws(SendingError) {
        let queue = queue
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Void, SendingError>, Never>) in
            queue.addOperation { continuation.resume(returning: Result(catching: body)) }
        }
        try result.get()
    }
}
