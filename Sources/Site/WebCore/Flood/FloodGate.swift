import Primitives
import Synchronization

/// Keeps one source from asking so much that others are not served. In the memory of this process, and bounded.
package final class FloodGate: Sendable {
    /// What a request is counted as.
    package enum Kind: Sendable { case page, costly }

    private struct Buckets {
        var pages: TokenBucket
        var costly: TokenBucket
    }

    /// The sources of late and those before them; a source that comes again moves to the late ones.
    private struct Table {
        var late: [SourceMark: Buckets] = [:]
        var before: [SourceMark: Buckets] = [:]
    }

    package let marks: SourceMarks
    private let limits: FloodLimits
    private let time: TimeSource
    private let table = Mutex(Table())

    package init(_ limits: FloodLimits, marks: SourceMarks, time: TimeSource) {
        self.limits = limits
        self.marks = marks
        self.time = time
    }

    /// For a site that is not set up; lets everybody through for as long as no test asks more than a person would.
    static let blank = FloodGate(FloodLimits(), marks: SourceMarks(randomness: .system), time: .system)

    /// Counts a request of a source. - Returns: how long it has to wait; nil when it is let through.
    func spend(_ kind: Kind, of source: SourceMark) -> Span? {
        let now = time.now
        return table.withLock { table in
            var buckets =
                table.late[source] ?? table.before.removeValue(forKey: source)
                ?? Buckets(pages: TokenBucket(limits.pages, at: now), costly: TokenBucket(limits.costly, at: now))
            let wait =
                switch kind {
                case .page: buckets.pages.take(limits.pages, at: now)
                case .costly: buckets.costly.take(limits.costly, at: now)
                }
            if table.late[source] == nil, table.late.count >= max(1, limits.sources / 2) {
                table.before = table.late
                table.late = [:]
            }
            table.late[source] = buckets
            return wait
        }
    }

    /// Of how many sources something is remembered.
    var count: Int { table.withLock { $0.late.count + $0.before.count } }
}
