import Synchronization

/// Whether the process that reads documents could be started in its jail, when it was last tried.
package final class ReaderStanding: Sendable {
    private let state = Mutex(State())

    private struct State {
        var isAvailable = true
        var isTold = true
    }

    package var isAvailable: Bool { state.withLock(\.isAvailable) }

    func note(isAvailable: Bool) {
        state.withLock { state in
            guard state.isAvailable != isAvailable else { return }
            state = State(isAvailable: isAvailable, isTold: false)
        }
    }

    /// What has changed since this was asked last; nil when nothing has.
    package func news() -> Bool? {
        state.withLock { state in
            guard !state.isTold else { return nil }
            state.isTold = true
            return state.isAvailable
        }
    }
}
