import Permits
import Primitives
import Storage

/// Registrations entered at the counter, in an open transaction.
package struct CounterStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// How a person's registration was entered; nil when they did it themselves.
    package func find(_ subject: SubjectID) throws(StorageError) -> CounterRow? {
        try select("WHERE subject_id = \(subject)").first
    }

    func find(id: Identifier<CounterRow>) throws(StorageError) -> CounterRow? {
        try select("WHERE id = \(id)").first
    }

    /// Those to which nobody agreed in time.
    func ended(at now: Instant) throws(StorageError) -> [CounterRow] {
        // Written out, since a statement is read as a whole where it is checked that it can be sharded.
        try transaction.rows(
            """
            SELECT subject_id, id, number, staff, state, channel, created_at, ends_at, former, told_at
            FROM counter_entry
            WHERE ends_at <= \(now)
                AND NOT EXISTS (
                    SELECT 1 FROM subject WHERE subject.id = counter_entry.subject_id AND subject.state = 'blocked')
                AND NOT EXISTS (
                    SELECT 1 FROM hold WHERE hold.subject_id = counter_entry.subject_id AND hold.ended_at IS NULL)
            ORDER BY ends_at LIMIT 100
            """
        ).map(CounterRow.init(row:))
    }

    func insert(_ row: CounterRow) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO counter_entry (subject_id, id, number, staff, state, channel, created_at, ends_at)
            VALUES (\(row.subject), \(row.id), \(row.number), \(row.staff), \(row.state.rawValue),
                    \(row.way.rawValue), \(row.createdAt), \(row.endsAt))
            """)
    }

    /// Notes that the person has agreed by a code, or that the paper is there that they have signed.
    ///
    /// - Returns: false when that is noted already, or the entry has ended.
    @discardableResult
    func begin(_ row: CounterRow) throws(StorageError) -> Bool {
        let before: CounterRow.State = row.way == .paper ? .signed : .asked
        return try transaction.run(
            """
            UPDATE counter_entry SET state = 'begun', ends_at = NULL
            WHERE subject_id = \(row.subject) AND state = \(before.rawValue)
            """) == 1
    }

    /// Notes that the person has signed, and by when the paper has to come.
    ///
    /// - Returns: false when that is noted already, or the entry has ended.
    func sign(_ row: CounterRow, until end: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE counter_entry SET state = 'signed', ends_at = \(end)
            WHERE subject_id = \(row.subject) AND state = 'asked' AND channel = 'paper'
            """) == 1
    }

    /// Those to which the person has agreed and that are not sent, or of which more is asked, the newest first.
    func unfinished() throws(StorageError) -> [CounterRow] {
        try transaction.rows(
            """
            SELECT counter_entry.subject_id, counter_entry.id, counter_entry.number, counter_entry.staff,
                   counter_entry.state, counter_entry.channel, counter_entry.created_at, counter_entry.ends_at,
                   counter_entry.former, counter_entry.told_at
            FROM counter_entry JOIN registration ON registration.subject_id = counter_entry.subject_id
            WHERE counter_entry.state IN ('signed', 'begun') AND registration.state IN ('draft', 'moreAsked')
            ORDER BY counter_entry.created_at DESC LIMIT 100
            """
        ).map(CounterRow.init(row:))
    }

    /// Those that are decided, whose persons have confirmed no address and have not been told since, the oldest first.
    func untold() throws(StorageError) -> [CounterRow] {
        try transaction.rows(
            """
            SELECT counter_entry.subject_id, counter_entry.id, counter_entry.number, counter_entry.staff,
                   counter_entry.state, counter_entry.channel, counter_entry.created_at, counter_entry.ends_at,
                   counter_entry.former, counter_entry.told_at
            FROM counter_entry JOIN registration ON registration.subject_id = counter_entry.subject_id
            WHERE registration.state IN ('approved', 'refused')
                AND (counter_entry.told_at IS NULL OR counter_entry.told_at < registration.decided_at)
                AND NOT EXISTS (
                    SELECT 1 FROM contact
                    WHERE contact.subject_id = counter_entry.subject_id AND contact.confirmed_at IS NOT NULL)
            ORDER BY registration.decided_at LIMIT 100
            """
        ).map(CounterRow.init(row:))
    }

    /// Gives an entry into another's hands. - Returns: false when it changed hands meanwhile.
    func move(_ row: CounterRow, to staff: SubjectID) throws(StorageError) -> Bool {
        let former = (row.former + [row.staff]).filter { $0 != staff }.flatMap(\.bytes)
        return try transaction.run(
            """
            UPDATE counter_entry SET staff = \(staff), former = \(former)
            WHERE subject_id = \(row.subject) AND staff = \(row.staff)
            """) == 1
    }

    func setTold(_ row: CounterRow, at now: Instant) throws(StorageError) {
        try transaction.run("UPDATE counter_entry SET told_at = \(now) WHERE subject_id = \(row.subject)")
    }

    private func select(_ condition: SQL) throws(StorageError) -> [CounterRow] {
        try transaction.rows(
            """
            SELECT subject_id, id, number, staff, state, channel, created_at, ends_at, former, told_at FROM counter_entry

            """ + condition
        ).map(CounterRow.init(row:))
    }
}

extension CounterRow {
    init(row: Row) throws(StorageError) {
        guard let state = State(rawValue: try row.text(4)), let way = Way(rawValue: try row.text(5)) else {
            throw .unexpected("counter row")
        }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), number: try row.text(2),
            staff: try row.identifier(3), state: state, way: way, createdAt: try row.instant(6),
            endsAt: try row.instantIfAny(7))
        former = try (row.bytesIfAny(8) ?? []).identifiers
        toldAt = try row.instantIfAny(9)
    }
}

extension Bytes {
    /// Identifiers that stand behind one another, 16 octets each.
    fileprivate var identifiers: [SubjectID] {
        stride(from: 0, to: count - 15, by: 16).compactMap { SubjectID(Bytes(self[$0..<($0 + 16)])) }
    }
}
