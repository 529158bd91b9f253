import Foundation
import Primitives

/// Which backups were made of an installation, the newest last, so that their age can be looked at; nothing personal.
///
/// Kept in `data/backups.json`.
package struct BackupRecords: Codable, Hashable, Sendable {
    package private(set) var backups: [Record] = []
    /// How the last run ended; nil when none was noted.
    package private(set) var last: Run?

    /// Microseconds since 1970 in UTC at which the oldest key set was made that lies in a folder; nil before any was noted.
    private var oldestKeys: [String: Int64]?

    private static let most = 100

    package struct Record: Codable, Hashable, Sendable {
        /// Microseconds since 1970 in UTC.
        package let at: Int64
        /// `data` or `keys`.
        package let set: String
        /// `folder` or `pipe`.
        package let target: String
        /// Entries of the ledger in it.
        package let ledger: Int
        /// Octets before sealing.
        package let octets: Int

        package init(at: Instant, set: BackupSet, target: String, ledger: Int, octets: Int) {
            self.at = at.microseconds
            self.set = set.rawValue
            self.target = target
            self.ledger = ledger
            self.octets = octets
        }
    }

    /// A run of `saqta backup` that came to an end.
    package struct Run: Codable, Hashable, Sendable {
        /// Microseconds since 1970 in UTC.
        package let at: Int64
        package let outcome: Outcome

        package enum Outcome: String, Codable, Sendable {
            case made
            /// Made, and documents differ from what their rows say, or are missing.
            case damaged
            case failed
        }
    }

    package init() {}

    /// - Throws: `DecodingError` when the file is not of this form.
    package init(file: Bytes) throws { self = try JSONDecoder().decode(BackupRecords.self, from: Data(file)) }

    package var file: Bytes {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            return Bytes(try encoder.encode(self)) + [0x0A]
        }
    }

    package mutating func add(_ record: Record) { backups = (backups + [record]).suffix(Self.most) }

    package mutating func note(_ outcome: Run.Outcome, at now: Instant) {
        last = Run(at: now.microseconds, outcome: outcome)
    }

    /// When the oldest key set was made that lies in each folder; nil before any was noted.
    package var keyCopies: [String: Instant]? { oldestKeys?.mapValues { Instant(microseconds: $0) } }

    /// Notes when the oldest key set was made that lies in a folder.
    package mutating func noteKeyCopies(in folder: String, oldest: Instant) {
        oldestKeys = (oldestKeys ?? [:]).merging([folder: oldest.microseconds]) { $1 }
    }

    /// When the newest set of a kind was made; nil when none was.
    package func newest(_ set: BackupSet) -> Instant? {
        backups.filter { $0.set == set.rawValue }.map { Instant(microseconds: $0.at) }.max()
    }
}
