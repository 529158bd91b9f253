import Primitives

/// How long one waits for a store, and how often one asks again.
package struct S3Patience: Sendable {
    /// How often a call is made at most.
    package var attempts = 5
    /// The pause after the first failure; it doubles with each.
    package var pause = Span.milliseconds(100)
    package var longestPause = Span.seconds(5)
    /// No call is repeated when so much time has passed since the first.
    package var whole = Span.seconds(60)
    /// For a connection.
    package var connecting = Span.seconds(3)
    /// Nothing moves for so long: the connection is given up.
    package var stalling = Span.seconds(15)
    /// For one call and its answer, beside the time for its octets.
    package var call = Span.seconds(30)
    /// Octets that go over the line in a second at least.
    package var pace = 131_072

    package init() {}

    /// For questions whose answer nobody waits long for.
    package static let brief: S3Patience = {
        var patience = S3Patience()
        patience.attempts = 2
        patience.whole = .seconds(5)
        patience.connecting = .seconds(2)
        patience.call = .seconds(4)
        return patience
    }()

    /// How long one attempt may take that moves so many octets.
    func limit(octets: Int) -> Span { Span(microseconds: call.microseconds + Int64(octets) * 1_000_000 / Int64(pace)) }

    /// The pause before the next attempt: half of it fixed and half at random, so that many who failed together do not
    /// come back together.
    ///
    /// - Parameters:
    ///   - failures: how many attempts have failed, from 1.
    ///   - asked: what the server asked for (`Retry-After`); it is kept up to the longest pause.
    func pause(after failures: Int, asked: Span? = nil, _ randomness: Randomness) -> Span {
        let doubled = pause.microseconds << Int64(min(failures - 1, 20))
        let full = min(doubled, longestPause.microseconds)
        let dice = randomness.bytes(4).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let jittered = Span(microseconds: full / 2 + (full / 2) * dice / Int64(UInt32.max))
        return max(jittered, min(asked ?? jittered, longestPause))
    }
}

/// Time as a store sees it; a test hands over its own.
package struct S3Clock: Sendable {
    package let now: TimeSource
    package let sleep: @Sendable (Span) async throws -> Void

    package init(now: TimeSource, sleep: @escaping @Sendable (Span) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    package static let system = S3Clock(now: .system) { try await Task.sleep(for: .microseconds($0.microseconds)) }
}
