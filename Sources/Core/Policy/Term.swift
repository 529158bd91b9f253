import Primitives

/// A length of time as a policy writes it, in whole seconds.
package struct Term: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let seconds: Int

    package init(seconds: Int) { self.seconds = seconds }

    /// Reads `10 minutes`, `7 days`, `60 seconds`, `72 hours`; nil for anything else and for zero.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[0]), count > 0,
            let unit = Term.units.first(where: { parts[1] == $0.name || parts[1] + "s" == $0.name })
        else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit.seconds)
        guard !overflow else { return nil }
        self.seconds = seconds
    }

    package var span: Span { .seconds(seconds) }

    /// Whole days, rounded down.
    package var days: Int { seconds / 86_400 }

    /// Whole minutes, rounded down.
    package var minutes: Int { seconds / 60 }

    package static func < (left: Term, right: Term) -> Bool { left.seconds < right.seconds }

    /// In the largest unit that divides it.
    package var description: String {
        for unit in Term.units where seconds.isMultiple(of: unit.seconds) {
            return "\(seconds / unit.seconds) \(unit.name)"
        }
        return "\(seconds) seconds"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let term = Term(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a term")
        }
        self = term
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static let units = [
        (name: "days", seconds: 86_400), (name: "hours", seconds: 3_600), (name: "minutes", seconds: 60),
        (name: "seconds", seconds: 1),
    ]
}
