import Dispatch
import Synchronization

/// As many threads as there are reading connections; GRDB blocks the thread that waits for one, and so would block Swift's own.
final class Readers: Sendable {
    typealias Read = @Sendable () -> Void

    private struct State {
        var idle: [DispatchQueue]
        var waiting: [Read] = []
    }

    private let state: Mutex<State>

    init(_ count: Int) {
        state = Mutex(State(idle: (1...count).map { DispatchQueue(label: "saqta.sqlite.reader.\($0)") }))
    }

    /// Runs `read` as soon as a thread is free, in the order in which they came.
    func submit(_ read: @escaping Read) {
        let thread = state.withLock { state in
            let thread = state.idle.popLast()
            if thread == nil { state.waiting.append(read) }
            return thread
        }
        thread?.async { self.serve(read, on: thread) }
    }

    private func serve(_ first: @escaping Read, on thread: DispatchQueue?) {
        var next: Read? = first
        while let read = next {
            read()
            next = state.withLock { state in
                guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
                if let thread { state.idle.append(thread) }
                return nil
            }
        }
    }
}
