import Blobs
import Dispatch
import Primitives

/// Threads for file work, which may wait; what is done to one object is done in order.
struct FileQueues: Sendable {
    private let queues = (0..<8).map { DispatchQueue(label: "saqta.blobs.\($0)") }

    func run<Answer: Sendable>(
        for key: BlobKey, _ body: @escaping @Sendable () throws(BlobError) -> Answer
    ) async throws(BlobError) -> Answer {
        let queue = queues[Int(key.bytes[15]) % queues.count]
        let result: Result<Answer, BlobError> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(BlobError) {
                    continuation.resume(returning: .success(try body()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
