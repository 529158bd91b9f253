import Foundation

/// A point in time: microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let microseconds: Int64

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// `seconds` since 1970 in UTC.
    package init(seconds: Int64) {
        microseconds = seconds * 1_000_000
    }

    /// Whole seconds since 1970 in UTC, rounded down.
    package var seconds: Int64 { microseconds.floorDivided(by: 1_000_000) }

    package static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    package static func + (instant: Instant, span: Span) -> Instant {
        Instant(microseconds: instant.microseconds + span.microseconds)
    }

    package static func - (instant: Instant, span: Span) -> Instant {
        Instant(microseconds: instant.microseconds - span.microseconds)
    }

    package static func - (later: Instant, earlier: Instant) -> Span {
        Span(microseconds: later.microseconds - earlier.microseconds)
    }

    /// Reads `2026-11-24T09:05:00Z` as ``description`` writes it; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].hasSuffix("Z"), let day = Day(String(parts[0])) else { return nil }
        let clock = parts[1].dropLast().split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3 else { return nil }
        self.init(seconds: Int64(day.daysSince1970) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2])
        guard description == text else { return nil }
    }

    /// `2026-11-24T09:05:00Z`, after RFC 3339, to the second.
    package var description: String {
        let day = Day(daysSince1970: Int(seconds.floorDivided(by: 86_400)))
        let second = Int(seconds - Int64(day.daysSince1970) * 86_400)
        return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }
}

/// A length of time in microseconds.
package struct Span: Hashable, Comparable, Sendable {
    package let microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }

    package static func < (left: Span, right: Span) -> Bool { left.microseconds < right.microseconds }

    package static func milliseconds(_ count: Int) -> Span { Span(microseconds: Int64(count) * 1_000) }
    package static func seconds(_ count: Int) -> Span { Span(microseconds: Int64(count) * 1_000_000) }
    package static func minutes(_ count: Int) -> Span { .seconds(count * 60) }
    package static func hours(_ count: Int) -> Span { .seconds(count * 3_600) }
    package static func days(_ count: Int) -> Span { .seconds(count * 86_400) }

    /// Whole seconds, rounded down.
    package var seconds: Int { Int(microseconds.floorDivided(by: 1_000_000)) }
}

extension Int64 {
    /// Division that rounds towards minus infinity.
    func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// At least two digits.
func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Where the present comes from, passed in so that a test can drive a year in a second.
package struct TimeSource: Sendable {
    private let read: @Sendable () -> Instant

    package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    package var now: Instant { read() }

    /// The machine's clock.
    package static let system = TimeSource {
        Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}
