import Access
import Permits
import Policy
import Primitives
import Storage

/// Requests without an account, in an open transaction.
struct OutsideStore {
    let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    func find(_ subject: SubjectID) throws(StorageError) -> OutsideRequestRow? {
        try select("WHERE subject_id = \(subject)").first
    }

    func find(id: Identifier<OutsideRequestRow>) throws(StorageError) -> OutsideRequestRow? {
        try select("WHERE id = \(id)").first
    }

    /// What waits for staff, by deadline.
    func open(most: Int) throws(StorageError) -> [OutsideRequestRow] {
        try select("WHERE state IN ('received', 'in_work') ORDER BY due, number LIMIT \(most)")
    }

    func count(dueBy day: Day) throws(StorageError) -> Int {
        try transaction.count(
            """
            SELECT count(*) FROM outside_request WHERE state IN ('received', 'in_work') AND due <= \(day.daysSince1970)
            """)
    }

    /// Open ones that were counted by an older version of the calendar.
    func counted(before calendar: Int) throws(StorageError) -> [OutsideRequestRow] {
        try select("WHERE state IN ('received', 'in_work') AND calendar < \(calendar) ORDER BY calendar LIMIT 100")
    }

    /// Those whose time is over.
    func ended(at now: Instant) throws(StorageError) -> [OutsideRequestRow] {
        try select("WHERE ends_at <= \(now) ORDER BY ends_at LIMIT 100")
    }

    func insert(_ row: OutsideRequestRow, words: Bytes) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO outside_request (subject_id, id, number, kind, state, way, channel, created_at, received, due, term,
                                         calendar, words, ends_at)
            VALUES (\(row.subject), \(row.id), \(row.number), \(row.kind.rawValue), \(row.state.rawValue),
                    \(row.way.rawValue), \(row.channel?.rawValue ?? "none"), \(row.createdAt),
                    \(row.receivedOn?.daysSince1970), \(row.term?.due.daysSince1970), \(row.term?.description),
                    \(row.term?.calendar), \(words), \(row.endsAt))
            """)
    }

    /// The address is confirmed: the clock begins.
    func receive(_ row: OutsideRequestRow, on day: Day, _ term: CountedTerm) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE outside_request SET state = 'received', ends_at = NULL, received = \(day.daysSince1970),
                   due = \(term.due.daysSince1970), term = \(term.description), calendar = \(term.calendar)
            WHERE subject_id = \(row.subject) AND state = 'unconfirmed'
            """) == 1
    }

    func promise(_ term: CountedTerm, for row: OutsideRequestRow) throws(StorageError) {
        try transaction.run(
            """
            UPDATE outside_request
            SET due = \(term.due.daysSince1970), term = \(term.description), calendar = \(term.calendar)
            WHERE subject_id = \(row.subject)
            """)
    }

    func begin(_ row: OutsideRequestRow) throws(StorageError) {
        try transaction.run(
            "UPDATE outside_request SET state = 'in_work' WHERE subject_id = \(row.subject) AND state = 'received'")
    }

    /// - Returns: false when it is closed already.
    func close(_ row: OutsideRequestRow, as state: OutsideRequestRow.State, ends end: Instant) throws(StorageError)
        -> Bool
    {
        try transaction.run(
            """
            UPDATE outside_request SET state = \(state.rawValue), ends_at = \(end)
            WHERE subject_id = \(row.subject) AND state IN ('received', 'in_work')
            """) == 1
    }

    /// What was written, sealed.
    func words(of row: OutsideRequestRow) throws(StorageError) -> SealedItem? {
        try transaction.row("SELECT words FROM outside_request WHERE subject_id = \(row.subject)")?.bytesIfAny(0)
            .map { SealedItem($0, label: OutsideRequestRow.label(row.id), in: .record) }
    }

    private func select(_ condition: SQL) throws(StorageError) -> [OutsideRequestRow] {
        try transaction.rows(OutsideRequestRow.selection + condition).map(OutsideRequestRow.init(row:))
    }
}
