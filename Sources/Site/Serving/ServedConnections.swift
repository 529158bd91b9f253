import NIOCore
import Synchronization

/// The connections that are being served, each by a task of its own.
///
/// Every connection that was set up is served to its end, also one that comes while the server stops: dropped unserved, it
/// would bring the process down (`NIOAsyncChannel`).
final class ServedConnections: Sendable {
    private struct State {
        var next = 0
        var served: [Int: (channel: any Channel, task: Task<Void, Never>)] = [:]
        var isCutOff = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func begin(_ channel: any Channel, _ serve: @escaping @Sendable () async -> Void) {
        let isCutOff = state.withLock { state in
            let number = state.next
            state.next += 1
            // It cannot end before it is noted: its end waits for the lock.
            let task = Task {
                await serve()
                self.end(number)
            }
            state.served[number] = (channel, task)
            return state.isCutOff
        }
        if isCutOff { cutOff() }
    }

    private func end(_ number: Int) {
        let waiting = state.withLock { state in
            state.served[number] = nil
            guard state.served.isEmpty else { return nil as CheckedContinuation<Void, Never>? }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Ends all connections, whatever runs.
    func cutOff() {
        let served = state.withLock { state in
            state.isCutOff = true
            return Array(state.served.values)
        }
        for one in served {
            one.task.cancel()
            one.channel.close(promise: nil)
        }
    }

    /// Waits until none is served.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.served.isEmpty { state.waiting = continuation }
                return state.served.isEmpty
            }
            if isOver { continuation.resume() }
        }
    }
}
