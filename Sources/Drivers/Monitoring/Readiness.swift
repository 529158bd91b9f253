import Synchronization

/// Whether the server can do its work: named checks, run when somebody asks, at most once a second.
package actor Readiness {
    /// Returns whether all is well.
    package typealias Check = @Sendable () async throws -> Bool

    private let checks: [(name: String, check: Check)]
    private let limit: Duration
    private let now: @Sendable () -> ContinuousClock.Instant
    private var last: (at: ContinuousClock.Instant, answer: Task<[String], Never>)?

    /// - Parameters:
    ///   - limit: how long one check may take; one that is not done by then has failed.
    ///   - now: what tells how old an answer is.
    package init(
        limit: Duration = .seconds(5), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        _ checks: [(name: String, check: Check)]
    ) {
        self.checks = checks
        self.limit = limit
        self.now = now
    }

    /// The names of the checks that fail, in their order.
    package func failing() async -> [String] {
        let now = now()
        // Whoever may ask may ask often: the checks write to the disk.
        if let last, now - last.at < .seconds(1) { return await last.answer.value }
        let (checks, limit) = (checks, limit)
        let answer = Task {
            await withTaskGroup(of: (Int, Bool).self) { group in
                for (index, check) in checks.enumerated() {
                    group.addTask { (index, await Self.passes(check.check, within: limit)) }
                }
                var failed: [Int] = []
                for await (index, isWell) in group where !isWell { failed.append(index) }
                return failed.sorted().map { checks[$0].name }
            }
        }
        last = (now, answer)
        return await answer.value
    }

    /// A check that hangs cannot be ended, only no longer waited for.
    private static func passes(_ check: @escaping Check, within limit: Duration) async -> Bool {
        await withCheckedContinuation { continuation in
            let answers = Answers(continuation)
            Task { answers.give((try? await check()) ?? false) }
            Task {
                try? await Task.sleep(for: limit)
                answers.give(false)
            }
        }
    }
}

/// The first of several answers counts.
private final class Answers: Sendable {
    private let waiting: Mutex<CheckedContinuation<Bool, Never>?>

    init(_ continuation: CheckedContinuation<Bool, Never>) { waiting = Mutex(continuation) }

    func give(_ answer: Bool) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: answer)
    }
}
