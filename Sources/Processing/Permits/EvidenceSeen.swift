import Primitives
import Synchronization

/// How old the oldest entry outside the tree was when this process last looked.
///
/// Entries are put in with the time of their act, and taken into the tree. So until the one that was the oldest has waited
/// too long, none has, and nobody need look at the entries of all persons for an act on one.
final class EvidenceSeen: Sendable {
    /// After so long it is looked at again in any case, as an entry may be put in a little after its time.
    private static let believed = Span.seconds(10)

    private let seen = Mutex<(oldest: Instant, at: Instant)?>(nil)

    /// - Parameter oldest: nil when none waits.
    func note(_ oldest: Instant?, at now: Instant) { seen.withLock { $0 = (min(oldest ?? now, now), now) } }

    /// Whether no entry can have waited for longer than `span`.
    func allows(_ span: Span, at now: Instant) -> Bool {
        guard let (oldest, at) = seen.withLock({ $0 }) else { return false }
        return now >= at && now - at <= Self.believed && now - oldest <= span
    }
}
