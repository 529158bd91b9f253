import Primitives

/// A term in working days, as a policy writes it: `3 working days`.
package struct WorkingTerm: Hashable, Sendable, Codable, CustomStringConvertible {
    package let days: Int

    /// Reads `1 working day`, `3 working days`; nil for anything else and for zero.
    package init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 3, parts[1] == "working", ["day", "days"].contains(parts[2]), let days = Int(parts[0]),
            (1...366).contains(days)
        else { return nil }
        self.days = days
    }

    package var description: String { "\(days) working day\(days == 1 ? "" : "s")" }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let term = WorkingTerm(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a term of working days")
        }
        self = term
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
