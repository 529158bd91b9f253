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
    package let way: Way
    package let createdAt: Instant
    /// When it is destroyed unless the person has agreed by then, and on paper the paper is there; nil once that is so.
    package let endsAt: Instant?

    /// The raw values stand in the database.
    package enum State: String, Sendable {
        /// The code was sent, and nothing but the address is kept.
        case asked
        /// The person has signed on paper: names and consent are stored, and the paper has to come.
        case signed
        /// The person has agreed: names, consent, and the address or the paper are stored.
        case begun
    }

    /// How the person agrees. The raw values stand in the database.
    package enum Way: String, Sendable, CaseIterable {
        /// By a code on a device of their own.
        case email, telephone
        /// By a signature on the printed text, of which a picture is kept.
        case paper

        package init(_ channel: Channel) { self = channel == .email ? .email : .telephone }

        /// By which the code goes; nil on paper.
        package var channel: Channel? {
            switch self {
            case .email: .email
            case .telephone: .telephone
            case .paper: nil
            }
        }

        var manner: ConsentManner { self == .paper ? .paper : .counter }
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
        // Written out, since a statement is read as a whole where it is checked that it can be sharded.
        try transaction.rows(
            """
            SELECT subject_id, id, number, staff, state, channel, created_at, ends_at FROM counter_entry
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

    private func select(_ condition: SQL) throws(StorageError) -> [CounterRow] {
        try transaction.rows(
            "SELECT subject_id, id, number, staff, state, channel, created_at, ends_at FROM counter_entry " + condition
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
    }
}
