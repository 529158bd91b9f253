import Primitives
import Synchronization

/// A clock that stands still until a test moves it.
package final class ManualClock: Sendable {
    private let instant: Mutex<Instant>

    /// Starts at 2026-11-24T09:00:00Z unless told otherwise.
    package init(_ start: Instant = Instant(seconds: 1_795_510_800)) { instant = Mutex(start) }

    package var now: Instant { instant.withLock { $0 } }

    /// What is passed to the code under test.
    package var source: TimeSource { TimeSource { self.now } }

    package func advance(by span: Span) { instant.withLock { $0 = $0 + span } }

    package func set(_ now: Instant) { instant.withLock { $0 = now } }
}
