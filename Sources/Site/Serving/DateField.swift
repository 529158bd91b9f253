import Glibc
import Synchronization

/// The time for the field `Date` of answers (RFC 9110, 6.6.1 and 5.6.7), written once a second.
final class DateField: Sendable {
    private let last = Mutex((second: time_t(0), text: ""))

    var now: String { text(at: time(nil)) }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    func text(at second: time_t) -> String {
        last.withLock { last in
            if last.second != second || last.text.isEmpty { last = (second, Self.format(second)) }
            return last.text
        }
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func format(_ second: time_t) -> String {
        var (second, parts) = (second, tm())
        gmtime_r(&second, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year) "
            + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }
}
