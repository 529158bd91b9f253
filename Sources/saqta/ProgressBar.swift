import Foundation
import Synchronization

/// How far a long work is, on standard error: a bar, the count, the rate, the time left.
///
/// A terminal sees it move; a file or a pipe gets the last line only.
final class ProgressBar: Sendable {
    private let what: String
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    private struct State {
        var done = 0
        var total = 0
        var drawn: ContinuousClock.Instant?
    }

    private static let isTerminal = isatty(STDERR_FILENO) == 1

    /// - Parameter what: what is counted, in the plural.
    init(_ what: String) { self.what = what }

    func show(_ done: Int, of total: Int) {
        state.withLock { state in
            (state.done, state.total) = (done, total)
            let now = ContinuousClock.now
            guard Self.isTerminal, state.drawn.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
            state.drawn = now
            Self.write("\r\u{1B}[K" + line(done, total, after: now - start))
        }
    }

    func end() {
        let (done, total) = state.withLock { ($0.done, $0.total) }
        let text = line(done, total, after: ContinuousClock.now - start)
        Self.write((Self.isTerminal ? "\r\u{1B}[K" : "") + text + "\n")
    }

    private func line(_ done: Int, _ total: Int, after time: Duration) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(done) / seconds : 0
        let filled = total == 0 ? 20 : min(20, done * 20 / total)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        let left = rate > 0 ? Int((Double(max(0, total - done)) / rate).rounded(.up)) : 0
        let clock = "\(left / 60):" + (left % 60 < 10 ? "0" : "") + "\(left % 60)"
        return "[\(bar)] \(done) of \(total) \(what), \(Int(rate))/s, \(clock) left"
    }

    private static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
