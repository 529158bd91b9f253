/// How often a queued job is tried, and after what pause: the one rule for everything that waits in a queue.
package struct BackOff: Hashable, Sendable {
    /// The pause after the first failure; each later one is twice as long.
    package let first: Span
    /// No pause is longer.
    package let longest: Span
    /// After so many failures the job is stuck: an administrator is told.
    package let most: Int

    package init(first: Span, longest: Span, most: Int) {
        self.first = first
        self.longest = longest
        self.most = most
    }

    /// The pause after so many failures, 1 or more.
    package func pause(after failures: Int) -> Span {
        let doublings = min(max(0, failures - 1), 40)
        let (pause, overflow) = first.microseconds.multipliedReportingOverflow(by: 1 << doublings)
        return overflow ? longest : min(longest, Span(microseconds: pause))
    }

    /// Whether so many failures are enough.
    package func isSpent(_ failures: Int) -> Bool { failures >= most }
}

extension BackOff {
    /// A message that the mail server or the gateway did not take: given up half an hour after the first try.
    package static let message = BackOff(first: .seconds(15), longest: .minutes(64), most: 8)
    /// A file at which the reader fails: refused as unreadable, so that the person need not wait for anybody.
    package static let reading = BackOff(first: .seconds(5), longest: .minutes(1), most: 3)
    /// A file that cannot be read now for a reason that is not in it; tried on as long as it is there.
    package static let obstacle = BackOff(first: .seconds(30), longest: .minutes(5), most: 8)
    /// The same where the Gate refuses: that lasts, and each refusal is an entry.
    package static let refused = BackOff(first: .hours(1), longest: .hours(1), most: 8)
    /// A sealed object that must go and cannot be deleted; tried on until it is gone.
    package static let deletion = BackOff(first: .minutes(1), longest: .hours(1), most: 8)
}
