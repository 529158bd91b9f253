import Synchronization

/// How often something was run.
final class RunCount: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    /// Counts one more.
    /// - Returns: the number of this run; the first is 1.
    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
