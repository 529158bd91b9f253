import Foundation

/// A password as a person entered it, in the one form in which it is hashed: Unicode NFKC, encoded as UTF-8.
///
/// It prints as `•••`; NIST SP 800-63B asks for the normalisation, so that the same keys give the same octets on every
/// device.
package struct Password: Sendable {
    /// The most octets of UTF-8 that are hashed.
    package static let maximumOctets = 1_024

    /// The normalised text.
    let text: String

    /// Any characters are taken as they are; only the length is checked.
    /// - Returns: nil when it is longer than ``maximumOctets`` before or after normalisation.
    package init?(_ entered: String) {
        guard entered.utf8.count <= Self.maximumOctets else { return nil }
        text = entered.precomposedStringWithCompatibilityMapping
        guard text.utf8.count <= Self.maximumOctets else { return nil }
    }

    /// How many characters there are, counted as Unicode code points.
    var length: Int { text.unicodeScalars.count }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
