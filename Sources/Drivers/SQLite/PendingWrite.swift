import Storage

/// A write that waits for its group: what it does, and whom it tells.
struct PendingWrite: Sendable {
    /// Tells the caller that its write is durable.
    typealias Delivery = @Sendable () -> Void

    /// Runs the body. The delivery it makes must not be called before the commit has returned.
    let run: @Sendable (any Storage.Transaction) throws -> Delivery
    /// Tells the caller that nothing of its write stays.
    let fail: @Sendable (any Error) -> Void
    let since = ContinuousClock.now

    init<Answer: Sendable>(
        _ body: @escaping @Sendable (any Storage.Transaction) throws -> Answer,
        _ continuation: CheckedContinuation<Answer, any Error>
    ) {
        run = { transaction in
            let answer = try body(transaction)
            return { continuation.resume(returning: answer) }
        }
        fail = { continuation.resume(throwing: $0) }
    }
}

/// Writes in the order in which they came.
struct WaitingWrites {
    private var writes: [PendingWrite?] = []
    private var head = 0
    /// Whether somebody is at work on them.
    var isServed = false

    var count: Int { writes.count - head }

    mutating func append(_ write: PendingWrite) { writes.append(write) }

    mutating func next() -> PendingWrite? {
        guard head < writes.count else { return nil }
        let write = writes[head]
        writes[head] = nil
        head += 1
        if head == writes.count || head == 1_024 {
            writes.removeFirst(head)
            head = 0
        }
        return write
    }
}
