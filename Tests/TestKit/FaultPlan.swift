import Synchronization

/// At which call of a run a store fails, and whether it stays away from there on.
///
/// Every call of the faulty stores that share a plan has a number, the first 1; a run that does the same things numbers
/// them in the same way.
package final class FaultPlan: Sendable {
    package enum Length: String, Sendable, CaseIterable {
        /// One call fails, and the store is back.
        case once = "once"
        /// Every call from there on fails: the disk is away, or the process is dead.
        case forGood = "from there on"
    }

    private struct State {
        var points: [FaultPoint] = []
        var isMended = false
        var struck: FaultPoint?
    }

    private let number: Int?
    private let length: Length
    private let state = Mutex(State())

    /// - Parameter number: of the call that fails; nil when none does and the calls are only counted.
    package init(failing number: Int? = nil, _ length: Length = .once) {
        self.number = number
        self.length = length
    }

    /// The calls that there were, the first first.
    package var points: [FaultPoint] { state.withLock(\.points) }

    /// Where the fault struck; nil while it has not.
    package var struck: FaultPoint? { state.withLock(\.struck) }

    /// From here on nothing fails, and nothing is counted.
    package func mend() { state.withLock { $0.isMended = true } }

    /// Counts a call. - Returns: whether it fails.
    package func fails(_ point: FaultPoint) -> Bool {
        state.withLock { state in
            guard !state.isMended else { return false }
            state.points.append(point)
            if state.struck != nil { return length == .forGood }
            guard state.points.count == number else { return false }
            state.struck = point
            return true
        }
    }
}

/// What a call that fails had done by then.
package enum FaultPoint: String, Sendable, CaseIterable {
    // A database.
    /// Nothing: the engine could not be reached.
    case unreached = "before the transaction"
    /// A statement was done, and its transaction is undone.
    case statement = "at a statement"
    /// All statements were done, and their transaction is undone.
    case commit = "at the commit, before it took effect"
    /// All of it is durable, and the caller is not told.
    case answer = "at the commit, after it took effect"

    // A store of objects.
    case untouched = "before anything was done"
    case half = "half written"
    case done = "after it was done"
    case reading = "on reading"

    // A file.
    case unchanged = "before a step of a file"
    case cut = "a file half written"
    case changed = "after a step of a file"
}
