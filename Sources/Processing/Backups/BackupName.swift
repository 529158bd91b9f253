import Foundation
import Primitives

/// The name of a set's file: `saqta-data-1f6a03c2-20261124T090500Z.age`.
///
/// It begins with the installation, so that two of them can share a folder and neither ends the other's sets.
package struct BackupName: Hashable, Sendable, CustomStringConvertible {
    package let set: BackupSet
    /// The first eight digits of the installation's identifier.
    package let instance: String
    /// To the second.
    package let made: Instant

    package init(_ set: BackupSet, instance: String, made: Instant) {
        self.set = set
        self.instance = String(instance.prefix(8))
        self.made = Instant(seconds: made.seconds)
    }

    /// Reads a file's name; nil when it is not one of ours.
    package init?(_ file: String) {
        guard let match = file.wholeMatch(of: /saqta-(data|keys)-([0-9a-f]{8})-([0-9T]{15})Z\.age/),
            let set = BackupSet(rawValue: String(match.1)), let made = Self.instant(String(match.3))
        else { return nil }
        self.init(set, instance: String(match.2), made: made)
        guard description == file else { return nil }
    }

    package var description: String {
        let time = made.description.filter { $0 != "-" && $0 != ":" }
        return "saqta-\(set.rawValue)-\(instance)-\(time).age"
    }

    private static func instant(_ text: String) -> Instant? {
        let digits = text.filter(\.isNumber).compactMap(\.wholeNumberValue)
        guard digits.count == 14 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard let day = Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else { return nil }
        let seconds = number(8..<10) * 3_600 + number(10..<12) * 60 + number(12..<14)
        return Instant(seconds: Int64(day.daysSince1970) * 86_400 + Int64(seconds))
    }
}
