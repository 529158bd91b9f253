/// A name of a thing that says nothing about it: 128 random bits.
///
/// Written as 32 lower-case hexadecimal digits, in addresses and in logs.
package struct Identifier<Thing>: Hashable, Sendable, CustomStringConvertible {
    /// The 16 octets.
    package let bytes: Bytes

    /// - Returns: nil unless there are exactly 16 octets.
    package init?(_ bytes: Bytes) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// The first 16 of some octets, with zeros behind when there are fewer.
    package init(of octets: Bytes) {
        bytes = Bytes(octets.prefix(16)) + Bytes(repeating: 0, count: max(0, 16 - octets.count))
    }

    /// Reads 32 hexadecimal digits.
    package init?(_ text: String) {
        guard let bytes = Bytes(hex: text) else { return nil }
        self.init(bytes)
    }

    /// A fresh identifier.
    package init(from randomness: Randomness) {
        bytes = randomness.bytes(16)
    }

    package var description: String { bytes.hex }
}

/// The type of ``SubjectID``; has no values.
package enum Subject {}
/// A person known to the operator, staff included.
package typealias SubjectID = Identifier<Subject>
