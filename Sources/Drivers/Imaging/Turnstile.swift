/// Lets at most so many through at once; the others wait in the order of their coming.
actor Turnstile {
    private var free: Int
    private var next = 0
    private var waiting: [(number: Int, continuation: CheckedContinuation<Void, any Error>)] = []

    init(_ count: Int) { free = max(1, count) }

    /// - Throws: `CancellationError` when the task is cancelled while it waits.
    func enter() async throws {
        try Task.checkCancellation()
        guard free == 0 else {
            free -= 1
            return
        }
        let number = next
        next += 1
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting.append((number, $0)) }
        } onCancel: {
            Task { await self.give(up: number) }
        }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().continuation.resume() }
    }

    private func give(up number: Int) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).continuation.resume(throwing: CancellationError())
    }
}
