import Primitives
import Storage

/// Entries in an open transaction: appended with the act, or not at all.
package struct LedgerStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// Puts an entry in; the sequencer gives it a leaf later. A named subject can read it as their own.
    package func append(_ entry: LedgerEntry, subject: SubjectID?) throws {
        let octets = try entry.canonical()
        let row = subject?.bytes ?? Bytes(repeating: 0, count: 16)
        try transaction.send(
            "INSERT INTO pending_entry (subject_id, id, entry, at) VALUES (\(row), \(entry.id), \(octets), \(entry.at))"
        )
        guard let subject else { return }
        try transaction.send(
            "INSERT INTO own_entry (subject_id, id, entry, at) VALUES (\(subject), \(entry.id), \(octets), \(entry.at))"
        )
    }

    /// The entries about a person, the newest first; the next page begins before the time of the last one.
    ///
    /// A page is longer than `limit` when several entries have the time of its last one: they are never parted, or the
    /// next page would leave some out.
    package func history(of subject: SubjectID, before: Instant? = nil, limit: Int) throws -> [LedgerEntry] {
        let end = before ?? Instant(microseconds: .max)
        var rows = try transaction.rows(
            """
            SELECT entry, at, id FROM own_entry WHERE subject_id = \(subject) AND at < \(end)
            ORDER BY at DESC, id LIMIT \(limit)
            """)
        if limit > 0, rows.count == limit, let last = rows.last {
            rows += try transaction.rows(
                """
                SELECT entry FROM own_entry
                WHERE subject_id = \(subject) AND at = \(try last.int(1)) AND id > \(try last.bytes(2)) ORDER BY id
                """)
        }
        return try rows.map { row in try LedgerEntry(canonical: try row.bytes(0)) }
    }

    /// All entries about a person with their leaves, in no order; those that cannot be read are left out.
    package func placed(of subject: SubjectID) throws(StorageError) -> [PlacedEntry] {
        let rows = try transaction.rows("SELECT id, entry FROM own_entry WHERE subject_id = \(subject)")
        let leaves = try leaves(of: try rows.map { row throws(StorageError) in try row.bytes(0) })
        var placed: [PlacedEntry] = []
        for row in rows {
            guard let entry = try? LedgerEntry(canonical: try row.bytes(1)) else { continue }
            placed.append(PlacedEntry(entry: entry, leaf: leaves[try row.bytes(0)]))
        }
        return placed
    }

    /// The leaves of entries, by their identifiers; none of those that have none.
    func leaves(of entries: [Bytes]) throws(StorageError) -> [Bytes: Int] {
        let width = TreeHashes.width
        var leaves: [Bytes: Int] = [:]
        for start in stride(from: 0, to: entries.count, by: width) {
            let some = Array(entries[start..<min(start + width, entries.count)])
            // Filled up, so that there is one statement for any number.
            let list = some + Array(repeating: some[0], count: width - some.count)
            for row in try transaction.rows("SELECT id, number FROM leaf WHERE id IN (\(list))") {
                leaves[try row.bytes(0)] = Int(try row.int(1))
            }
        }
        return leaves
    }

    /// How many entries about a person they can read as their own.
    package func historyCount(of subject: SubjectID) throws(StorageError) -> Int {
        Int(try transaction.row("SELECT COUNT(*) FROM own_entry WHERE subject_id = \(subject)")?.int(0) ?? 0)
    }

    /// One entry about a person; nil when there is none.
    package func entry(_ id: EntryID, of subject: SubjectID) throws -> LedgerEntry? {
        try transaction.row("SELECT entry FROM own_entry WHERE subject_id = \(subject) AND id = \(id)")
            .map { row in try LedgerEntry(canonical: try row.bytes(0)) }
    }

    /// Whom an entry is about, by the row that ties it to them; nil when none does.
    package func owner(of id: EntryID) throws(StorageError) -> SubjectID? {
        try transaction.row("SELECT subject_id FROM own_entry WHERE id = \(id)").map { row throws(StorageError) in
            try row.identifier(0)
        }
    }

    /// The time of the oldest entry that has no leaf yet.
    package func oldestPending() throws(StorageError) -> Instant? {
        try transaction.row("SELECT MIN(at) FROM pending_entry")?.instantIfAny(0)
    }

    /// The leaf of an entry; nil while it has none.
    package func leaf(of id: EntryID) throws(StorageError) -> Int? {
        try transaction.row("SELECT number FROM leaf WHERE id = \(id)").map { row throws(StorageError) in
            Int(try row.int(0))
        }
    }

    /// Deletes what ties entries to a person.
    package func deleteHistory(of subject: SubjectID) throws(StorageError) {
        try transaction.send("DELETE FROM own_entry WHERE subject_id = \(subject)")
    }
}
