import Permits
import Policy
import Primitives
import Storage
import Synchronization

/// How often the policy was accepted by beginning to use the public pages (clause d): a number for each edition, day and
/// language, and nothing of whoever it was.
///
/// It opens the public pages only and is no consent to anything: the Gate does not know of it.
package final class Acceptance: Sendable {
    /// What is counted together.
    package struct Kind: Sendable, Hashable {
        package let edition: Int
        /// In Almaty.
        package let day: Day
        package let language: Language
    }

    package struct Count: Sendable, Hashable {
        package let kind: Kind
        package let visits: Int
    }

    private let gate: Gate
    private let time: TimeSource
    private let waiting = Mutex<[Kind: Int]>([:])
    /// Kinds in one entry, so that it has room.
    private static let inAnEntry = 12

    package init(gate: Gate, time: TimeSource) {
        self.gate = gate
        self.time = time
    }

    /// Counts a visit, in memory: a flood of visits writes no more rows than one does.
    package func count(_ edition: Int, _ language: Language) {
        let kind = Kind(edition: edition, day: Day(of: time.now, hoursEast: 5), language: language)
        waiting.withLock { $0[kind, default: 0] += 1 }
    }

    /// Writes what was counted since the last time; a programme that dies before loses that much.
    package func flush() async throws {
        let counts = waiting.withLock { waiting in
            defer { waiting = [:] }
            return waiting
        }
        guard !counts.isEmpty else { return }
        let ordered = counts.sorted {
            ($0.key.edition, $0.key.day, $0.key.language.rawValue) < (
                $1.key.edition, $1.key.day, $1.key.language.rawValue
            )
        }
        do {
            try await gate.perform { transaction in
                for (kind, visits) in ordered {
                    try transaction.run(
                        """
                        INSERT INTO acceptance (edition, day, language, visits, recorded)
                        VALUES (\(kind.edition), \(kind.day.daysSince1970), \(kind.language.rawValue), \(visits), 0)
                        ON CONFLICT (edition, day, language) DO UPDATE SET visits = acceptance.visits + excluded.visits
                        """)
                }
            }
        } catch {
            waiting.withLock { $0.merge(counts, uniquingKeysWith: +) }
            throw error
        }
    }

    /// Puts on record what was counted since the last entry, once an hour for all processes together.
    ///
    /// - Returns: whether there is a new entry.
    @discardableResult
    package func record() async throws -> Bool {
        let hour = Int(time.now.seconds / 3_600)
        return try await gate.perform { [gate] transaction in
            let rows = try transaction.rows(
                """
                SELECT edition, day, language, visits, recorded FROM acceptance WHERE visits > recorded
                ORDER BY day, edition, language LIMIT \(Self.inAnEntry)
                """)
            guard !rows.isEmpty else { return false }
            // One process makes the entry of an hour, whichever comes first.
            guard
                try transaction.run(
                    "INSERT INTO acceptance_hour (hour) VALUES (\(hour)) ON CONFLICT (hour) DO NOTHING") == 1
            else { return false }
            var note: [String: String] = [:]
            for row in rows {
                let (edition, day, language) = (try row.int(0), Int(try row.int(1)), try row.text(2))
                note["\(edition) \(Day(daysSince1970: day)) \(language)"] = "\(try row.int(3) - row.int(4))"
                try transaction.run(
                    """
                    UPDATE acceptance SET recorded = \(try row.int(3))
                    WHERE edition = \(edition) AND day = \(day) AND language = \(language)
                    """)
            }
            try gate.appendOperation("count_acceptances", note: note, in: transaction)
            try transaction.run("DELETE FROM acceptance_hour WHERE hour < \(hour - 48)")
            return true
        }
    }

    /// What was counted from a day on, by day, edition and language.
    package func counts(since day: Day) async throws -> [Count] {
        try await gate.look { transaction in
            try transaction.rows(
                """
                SELECT edition, day, language, visits FROM acceptance WHERE day >= \(day.daysSince1970)
                ORDER BY day, edition, language
                """
            ).compactMap { row in
                guard let language = Language(rawValue: try row.text(2)) else { return nil }
                return Count(
                    kind: Kind(
                        edition: Int(try row.int(0)), day: Day(daysSince1970: Int(try row.int(1))), language: language),
                    visits: Int(try row.int(3)))
            }
        }
    }
}
