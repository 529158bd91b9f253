import Permits
import Policy
import Primitives
import Storage

/// Transfers, withdrawals and tellings, in an open transaction.
package struct DisclosureStore {
    let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// What was handed to others of one person, the oldest first.
    package func disclosures(of subject: SubjectID) throws(StorageError) -> [Disclosure] {
        try transaction.rows(Disclosure.selection + "WHERE subject_id = \(subject) ORDER BY at, id")
            .map(Disclosure.init(row:))
    }

    /// The newest transfers of all persons.
    package func newestDisclosures(limit: Int) throws(StorageError) -> [Disclosure] {
        try transaction.rows(Disclosure.selection + "ORDER BY at DESC, id LIMIT \(limit)").map(Disclosure.init(row:))
    }

    package func withdrawals(of subject: SubjectID) throws(StorageError) -> [Withdrawal] {
        try transaction.rows(Withdrawal.selection + "WHERE subject_id = \(subject) ORDER BY at, id")
            .map(Withdrawal.init(row:))
    }

    /// Those that wait for staff, the nearest deadline first.
    package func openWithdrawals(limit: Int) throws(StorageError) -> [Withdrawal] {
        try transaction.rows(Withdrawal.selection + "WHERE state = 'open' ORDER BY due, id LIMIT \(limit)")
            .map(Withdrawal.init(row:))
    }

    package func withdrawal(_ id: Identifier<Withdrawal>) throws(StorageError) -> Withdrawal? {
        try transaction.row(Withdrawal.selection + "WHERE id = \(id)").map(Withdrawal.init(row:))
    }

    /// Whether staff have answered the newest withdrawal of the consent to the registration by ending the processing, and the
    /// time to consent again is over; false where there is none on record.
    package func hasEndedProcessing(of subject: SubjectID, at now: Instant) throws(StorageError) -> Bool {
        let newest = try withdrawals(of: subject).last { $0.consent == .main }
        return newest?.state == .done && newest?.erasesAt.map { $0 <= now } == true
    }

    /// Whether withdrawals keep a person's data: one that staff have not answered, or the newest of the consent to the
    /// registration that was refused. What such a refusal rests on ends in that staff are asked again
    /// (``DisclosureDuties/orderClosed(_:of:in:)``), not in a destruction.
    package func keeps(_ subject: SubjectID) throws(StorageError) -> Bool {
        let all = try withdrawals(of: subject)
        if all.contains(where: { $0.state == .open }) { return true }
        return all.last { $0.consent == .main }?.state == .refused
    }

    package func tellings(of subject: SubjectID) throws(StorageError) -> [Telling] {
        try transaction.rows(Telling.selection + "WHERE subject_id = \(subject) ORDER BY at, id")
            .map(Telling.init(row:))
    }

    /// Those who are still to be told, the nearest deadline first.
    package func openTellings(limit: Int) throws(StorageError) -> [Telling] {
        try transaction.rows(Telling.selection + "WHERE told_on IS NULL ORDER BY due, id LIMIT \(limit)")
            .map(Telling.init(row:))
    }

    package func telling(_ id: Identifier<Telling>) throws(StorageError) -> Telling? {
        try transaction.row(Telling.selection + "WHERE id = \(id)").map(Telling.init(row:))
    }

    /// How much waits for staff.
    package func countOpen() throws(StorageError) -> Int {
        try transaction.count("SELECT count(*) FROM withdrawal WHERE state = 'open'")
            + transaction.count("SELECT count(*) FROM telling WHERE told_on IS NULL")
    }

    /// How many withdrawals wait that are due by a day.
    func countWithdrawals(dueBy day: Day) throws(StorageError) -> Int {
        try transaction.count(
            "SELECT count(*) FROM withdrawal WHERE state = 'open' AND due <= \(day.daysSince1970)")
    }

    func insert(_ one: Disclosure) throws(StorageError) {
        let fields = one.fields.map(\.description).joined(separator: ",")
        try transaction.run(
            """
            INSERT INTO disclosure (subject_id, id, case_id, recipient, fields, purpose, edition, consent, at)
            VALUES (\(one.subject), \(one.id), \(one.caseID), \(one.recipient.rawValue), \(fields),
                    \(one.purpose.rawValue), \(one.edition), \(one.consent?.rawValue), \(one.at))
            """)
    }

    func insert(_ one: Withdrawal) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO withdrawal (subject_id, id, case_id, consent, edition, at, term, calendar, due, state)
            VALUES (\(one.subject), \(one.id), \(one.caseID), \(one.consent.rawValue), \(one.edition), \(one.at),
                    \(one.term.description), \(one.term.calendar), \(one.term.due.daysSince1970), \(one.state.rawValue))
            """)
    }

    func insert(_ one: Telling) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO telling (subject_id, id, case_id, kind, about, recipient, at, term, calendar, due)
            VALUES (\(one.subject), \(one.id), \(one.caseID), \(one.kind.rawValue), \(one.about),
                    \(one.recipient?.rawValue), \(one.at), \(one.term.description), \(one.term.calendar),
                    \(one.term.due.daysSince1970))
            """)
    }

    /// How a withdrawal is answered.
    struct Closing: Sendable {
        let state: Withdrawal.State
        /// The law pack's name of the ground of a refusal.
        let ground: String?
        /// The number of the order that a refusal names.
        var order: Int?
        /// What staff say of a refusal, sealed.
        var explanation: Bytes?
        /// The last day on which a law keeps the data.
        var keepUntil: Day?
        /// From when on the person is erased.
        var erasesAt: Instant?
    }

    /// - Returns: false when it is closed already.
    func close(_ one: Withdrawal, _ closing: Closing, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE withdrawal SET state = \(closing.state.rawValue), ground = \(closing.ground),
                   obligation = \(closing.explanation), closed_at = \(now), order_number = \(closing.order),
                   erases_at = \(closing.erasesAt), keep_until = \(closing.keepUntil?.daysSince1970)
            WHERE subject_id = \(one.subject) AND id = \(one.id) AND state = 'open'
            """) == 1
    }

    /// Asks staff anew about one that they refused, under a new term; what they said then stays until they answer.
    func reopen(_ one: Withdrawal, _ term: CountedTerm, at now: Instant) throws(StorageError) {
        try transaction.run(
            """
            UPDATE withdrawal SET state = 'open', closed_at = NULL, reopened_at = \(now), term = \(term.description),
                   calendar = \(term.calendar), due = \(term.due.daysSince1970)
            WHERE subject_id = \(one.subject) AND id = \(one.id) AND state = 'refused'
            """)
    }

    /// Persons after one with withdrawals that were refused for an order, or by a law until before a day.
    func refused(
        before day: Day, after last: Bytes, most: Int
    ) throws(StorageError) -> [(subject: SubjectID, caseID: String)] {
        try transaction.rows(
            """
            SELECT DISTINCT subject_id, case_id FROM withdrawal
            WHERE state = 'refused' AND (order_number IS NOT NULL OR keep_until < \(day.daysSince1970))
                  AND subject_id > \(last)
            ORDER BY subject_id LIMIT \(most)
            """
        ).map { row throws(StorageError) in (try row.identifier(0), try row.text(1)) }
    }

    /// - Returns: false when they are told already.
    func tell(_ one: Telling, on day: Day, by way: Telling.Way, at now: Instant) throws(StorageError) -> Bool {
        try transaction.run(
            """
            UPDATE telling SET told_on = \(day.daysSince1970), way = \(way.rawValue), closed_at = \(now)
            WHERE subject_id = \(one.subject) AND id = \(one.id) AND told_on IS NULL
            """) == 1
    }

    func promise(_ term: CountedTerm, for one: Withdrawal) throws(StorageError) {
        try transaction.run(
            """
            UPDATE withdrawal SET term = \(term.description), calendar = \(term.calendar), due = \(term.due.daysSince1970)
            WHERE subject_id = \(one.subject) AND id = \(one.id)
            """)
    }

    func promise(_ term: CountedTerm, for one: Telling) throws(StorageError) {
        try transaction.run(
            """
            UPDATE telling SET term = \(term.description), calendar = \(term.calendar), due = \(term.due.daysSince1970)
            WHERE subject_id = \(one.subject) AND id = \(one.id)
            """)
    }
}
