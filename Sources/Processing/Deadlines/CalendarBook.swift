import Policy
import Primitives
import Storage
import Synchronization

/// The versions of the calendar as this process knows them; a newer one in the database is loaded before anything is counted.
package final class CalendarBook: Sendable {
    /// The working days of the law pack that this process has read.
    let law: WorkingCalendar
    private let known = Mutex<(hash: Bytes, version: CalendarVersion)?>(nil)

    package init(law: WorkingCalendar) { self.law = law }

    /// The newest version, as the transaction sees it; that of the law pack alone, with number 0, where none is stored.
    package func newest(in transaction: any Transaction) throws -> CalendarVersion {
        guard
            let row = try transaction.row("SELECT number, hash FROM calendar_version ORDER BY number DESC LIMIT 1")
        else { return CalendarVersion(0, law: law) }
        let (number, hash) = (Int(try row.int(0)), try row.bytes(1))
        // By its hash too: one of a transaction that came to nothing has the number of another.
        if let known = known.withLock({ $0 }), known.version.number == number, known.hash == hash {
            return known.version
        }
        guard let stored = try transaction.row("SELECT law, moves FROM calendar_version WHERE number = \(number)")
        else { throw StorageError.unexpected("calendar version \(number) is not there") }
        let version = CalendarVersion(
            number, law: try CanonicalJSON.decode(WorkingCalendar.self, from: try stored.bytes(0)),
            moves: try CanonicalJSON.decode([WorkingCalendar.Move].self, from: try stored.bytes(1)))
        guard try version.hash() == hash else {
            throw StorageError.unexpected("calendar version \(number) was changed")
        }
        known.withLock { $0 = (hash, version) }
        return version
    }

    /// - Returns: false when it is not the next one, as when another process stored one meanwhile; nothing is done then.
    func store(_ version: CalendarVersion, at now: Instant, in transaction: any Transaction) throws -> Bool {
        let newest = try transaction.row("SELECT MAX(number) FROM calendar_version")?.intIfAny(0) ?? 0
        guard newest + 1 == Int64(version.number) else { return false }
        return try transaction.run(
            """
            INSERT INTO calendar_version (number, hash, since, law, moves)
            VALUES (\(version.number), \(try version.hash()), \(now), \(try CanonicalJSON.encode(version.law)),
                    \(try CanonicalJSON.encode(version.moves)))
            ON CONFLICT DO NOTHING
            """) == 1
    }
}
