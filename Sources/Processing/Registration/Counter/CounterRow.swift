import Access
import Permits
import Policy
import Primitives
import Storage

/// A registration that a member of staff enters for somebody who stands at the counter.
package struct CounterRow: Sendable, Hashable {
    package let subject: SubjectID
    package let id: Identifier<CounterRow>
    /// The number that the registration has, or will have.
    package let number: String
    /// Who entered it: they do not decide it.
    package let staff: SubjectID
    package let state: State
    /// By which the code goes to a device of the person's own.
    package let channel: Channel
    package let createdAt: Instant
    /// When it is destroyed unless the person has agreed by then; nil once they have.
    package let endsAt: Instant?

    /// The raw values stand in the database.
    package enum State: String, Sendable {
        /// The code was sent, and nothing but the address is kept.
        case asked
        /// The person has agreed by the code: names, consent and address are stored.
        case begun
    }

    /// What was done first, for the rule that another person decides.
    package var firstHalf: TwoPersonRule.FirstHalf {
        TwoPersonRule.FirstHalf(.assistance, by: staff, at: createdAt)
    }
}

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
        try select("WHERE ends_at <= \(now) ORDER BY ends_at LIMIT 100")
    }

    func insert(_ row: CounterRow) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO counter_entry (subject_id, id, number, staff, state, channel, created_at, ends_at)
            VALUES (\(row.subject), \(row.id), \(row.number), \(row.staff), \(row.state.rawValue),
                    \(row.channel.rawValue), \(row.createdAt), \(row.endsAt))
            """)
    }

    /// Notes that the person has agreed.
    ///
    /// - Returns: false when that is noted already, or the entry has ended.
    func begin(_ row: CounterRow) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE counter_entry SET state = 'begun', ends_at = NULL
            WHERE subject_id = \(row.subject) AND state = 'asked'
            """) == 1
    }

    private func select(_ condition: SQL) throws(StorageError) -> [CounterRow] {
        try transaction.rows(
            "SELECT subject_id, id, number, staff, state, channel, created_at, ends_at FROM counter_entry " + condition
        ).map(CounterRow.init(row:))
    }
}

extension CounterRow {
    init(row: Row) throws(StorageError) {
        guard let state = State(rawValue: try row.text(4)), let channel = Channel(rawValue: try row.text(5)) else {
            throw .unexpected("counter row")
        }
        self.init(
            subject: try row.identifier(0), id: try row.identifier(1), number: try row.text(2),
            staff: try row.identifier(3), state: state, channel: channel, createdAt: try row.instant(6),
            endsAt: try row.instantIfAny(7))
    }
}
