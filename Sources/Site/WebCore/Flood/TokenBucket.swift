import Primitives

/// A bucket of tokens that fills again by itself: each request takes one, and waits while there is none.
struct TokenBucket {
    private var tokens: Double
    private var filledAt: Instant

    /// A full one.
    init(_ rate: FloodLimits.Rate, at now: Instant) {
        tokens = Double(rate.atOnce)
        filledAt = now
    }

    /// Takes a token. - Returns: how long until there is one, when there is none now.
    mutating func take(_ rate: FloodLimits.Rate, at now: Instant) -> Span? {
        let minutes = Double(max(0, (now - filledAt).microseconds)) / 60_000_000
        tokens = min(Double(rate.atOnce), tokens + minutes * Double(rate.aMinute))
        filledAt = now
        guard tokens < 1 else {
            tokens -= 1
            return nil
        }
        let missing = (1 - tokens) / Double(max(1, rate.aMinute)) * 60_000_000
        return Span(microseconds: Int64(missing.rounded(.up)))
    }
}
