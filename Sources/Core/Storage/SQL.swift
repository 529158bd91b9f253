import Primitives

/// A statement with its values bound by interpolation, never spliced: `"… WHERE id = \(id)"`.
///
/// The text is written once for SQLite and PostgreSQL; values become `$1`, `$2`, … in order.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text, with `$n` where values stand.
    package let text: String
    package let values: [SQLValue]

    package init(stringLiteral text: String) {
        self.text = text
        values = []
    }

    package init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        values = stringInterpolation.values
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var values: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }

        package mutating func appendInterpolation(_ value: SQLValue) {
            values.append(value)
            text += "$\(values.count)"
        }

        package mutating func appendInterpolation(_ value: Int) { appendInterpolation(.int(Int64(value))) }
        package mutating func appendInterpolation(_ value: Int64) { appendInterpolation(.int(value)) }
        package mutating func appendInterpolation(_ value: Bool) { appendInterpolation(.int(value ? 1 : 0)) }
        package mutating func appendInterpolation(_ value: String) { appendInterpolation(.text(value)) }
        package mutating func appendInterpolation(_ value: Bytes) { appendInterpolation(.bytes(value)) }
        package mutating func appendInterpolation(_ value: Instant) { appendInterpolation(.int(value.microseconds)) }
        package mutating func appendInterpolation<Thing>(_ value: Identifier<Thing>) {
            appendInterpolation(.bytes(value.bytes))
        }
        /// All of them, for `IN (…)`; there must be one at least.
        package mutating func appendInterpolation(_ list: [Bytes]) {
            for (index, value) in list.enumerated() {
                if index > 0 { appendLiteral(", ") }
                appendInterpolation(.bytes(value))
            }
        }
        package mutating func appendInterpolation(_ value: Int?) {
            appendInterpolation(value.map { .int(Int64($0)) } ?? .null)
        }
        package mutating func appendInterpolation(_ value: String?) {
            appendInterpolation(value.map(SQLValue.text) ?? .null)
        }
        package mutating func appendInterpolation(_ value: Bytes?) {
            appendInterpolation(value.map(SQLValue.bytes) ?? .null)
        }
        package mutating func appendInterpolation(_ value: Instant?) {
            appendInterpolation(value.map { .int($0.microseconds) } ?? .null)
        }
        package mutating func appendInterpolation<Thing>(_ value: Identifier<Thing>?) {
            appendInterpolation(value.map { .bytes($0.bytes) } ?? .null)
        }
    }
}

/// What a column may hold, the same on both engines.
///
/// Truth values are 0 and 1; instants are microseconds since 1970 in UTC.
package enum SQLValue: Hashable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case bytes(Bytes)
}

extension SQL {
    init(text: String, values: [SQLValue]) {
        self.text = text
        self.values = values
    }

    /// Two statements' texts one after the other, the second's values numbered on.
    ///
    /// The second may hold at most nine values.
    package static func + (left: SQL, right: SQL) -> SQL {
        guard !left.values.isEmpty else { return SQL(text: left.text + " " + right.text, values: right.values) }
        var text = right.text
        for index in stride(from: right.values.count, to: 0, by: -1) {
            text.replace("$\(index)", with: "$#\(index + left.values.count)")
        }
        return SQL(
            text: left.text + " " + text.replacing("$#", with: "$"), values: left.values + right.values)
    }
}
