import Primitives

/// How long the sets in a folder are kept.
package struct BackupKeeping: Hashable, Sendable {
    /// How long a key set is kept: an erasure is final when the last copy of the key ring from before it has ended.
    package static let keys = Span.days(7)

    package let data: Rule

    package enum Rule: Hashable, Sendable {
        /// Sets that are not older.
        case span(Span)
        /// The newest ones.
        case count(Int)

        /// Reads `30d` for days, `12` for a count; nil for anything else.
        package init?(_ text: String) {
            if text.hasSuffix("d"), let days = Int(text.dropLast()), (1...36_500).contains(days) {
                self = .span(.days(days))
            } else if let count = Int(text), count > 0 {
                self = .count(count)
            } else {
                return nil
            }
        }
    }

    package init(data: Rule = .span(.days(30))) { self.data = data }

    /// The sets of an installation whose time is over; the newest of each kind never is.
    ///
    /// - Parameter names: of all sets in a folder, those of other installations among them.
    package func ended(_ names: [BackupName], instance: String, at now: Instant) -> [BackupName] {
        BackupSet.allCases.flatMap { set in
            let own = names.filter { $0.set == set && $0.instance == instance.prefix(8) }.sorted { $0.made > $1.made }
            return own.enumerated().dropFirst().filter { index, name in
                switch set == .keys ? .span(Self.keys) : data {
                case .span(let span): now - name.made > span
                case .count(let count): index >= count
                }
            }.map(\.element)
        }
    }
}
