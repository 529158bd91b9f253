import Primitives

/// How far a connection has come with its requests, and whether it is too slow. It knows neither sockets nor timers.
struct Pace {
    typealias Moment = ContinuousClock.Instant

    enum Verdict: Equatable {
        case inTime
        /// Nothing is owed to the other side: the connection ends without a word.
        case over
        /// A request has begun and does not get on.
        case tooSlow
    }

    private enum Reading {
        case nothing
        case head(since: Moment)
        case body(Window)
    }

    /// What came of a body lately.
    private struct Window {
        var start: Moment
        var last: Moment
        var octets = 0
    }

    private let limits: ConnectionLimits
    private var reading = Reading.nothing
    /// Requests whose answer is not on the line yet.
    private var unanswered = 0
    private var answeredAt: Moment
    /// Since when we ourselves do not want to read, as while a disk is busy; nil while we do.
    private var pausedAt: Moment?
    private var writes = 0
    private var wroteAt: Moment

    init(_ limits: ConnectionLimits, connectedAt now: Moment) {
        self.limits = limits
        answeredAt = now
        wroteAt = now
    }

    /// Whether the connection may go on.
    mutating func verdict(at now: Moment) -> Verdict {
        if writes > 0, now - wroteAt >= limits.stall.duration { return .over }
        switch reading {
        case .nothing:
            return unanswered == 0 && writes == 0 && now - answeredAt >= limits.idle.duration ? .over : .inTime
        case .head(let since):
            // A head behind another request waits for the answer to that one.
            return unanswered == 0 && now - since >= limits.head.duration ? .tooSlow : .inTime
        case .body(var window):
            // What still comes after its answer is passed over, but not for ever.
            if unanswered == 0 { return now - answeredAt >= limits.stall.duration ? .over : .inTime }
            if pausedAt != nil { return .inTime }
            if now - window.last >= limits.stall.duration { return .tooSlow }
            guard now - window.start >= limits.stall.duration else { return .inTime }
            guard window.octets >= limits.progress else { return .tooSlow }
            window.start = now
            window.octets = 0
            reading = .body(window)
            return .inTime
        }
    }
}

// What happens on the connection.
extension Pace {
    /// Some octets came, of whatever.
    mutating func octetsCame(at now: Moment) {
        if case .nothing = reading { reading = .head(since: now) }
    }

    /// The head of a request has come whole.
    mutating func headCame(at now: Moment) {
        reading = .body(Window(start: now, last: now))
        unanswered += 1
    }

    mutating func bodyCame(_ octets: Int, at now: Moment) {
        guard case .body(var window) = reading else { return }
        window.octets += octets
        window.last = now
        reading = .body(window)
    }

    /// All of a request has come.
    mutating func requestCame() { reading = .nothing }

    /// An answer is on the line, to its end.
    mutating func answered(at now: Moment) {
        unanswered = max(0, unanswered - 1)
        answeredAt = now
        if case .head = reading { reading = .head(since: now) }
    }

    /// We stop reading: what does not come from here on is not the other side's fault.
    mutating func pause(at now: Moment) { pausedAt = pausedAt ?? now }

    /// We read on.
    mutating func resume(at now: Moment) {
        guard let pausedAt else { return }
        self.pausedAt = nil
        guard case .body(var window) = reading else { return }
        let pause = now - pausedAt
        window.start += pause
        window.last += pause
        reading = .body(window)
    }

    /// Octets are handed to the line.
    mutating func writes(at now: Moment) {
        if writes == 0 { wroteAt = now }
        writes += 1
    }

    /// The line has taken them.
    mutating func wrote(at now: Moment) {
        writes -= 1
        wroteAt = now
    }
}

extension Span {
    var duration: Duration { .microseconds(microseconds) }
}
