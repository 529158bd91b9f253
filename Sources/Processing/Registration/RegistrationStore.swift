import Access
import Policy
import Primitives
import Storage

/// Registrations and contacts, in an open transaction.
package struct RegistrationStore {
    package let transaction: any Transaction

    package init(_ transaction: any Transaction) { self.transaction = transaction }

    /// A person's registration; nil when there is none.
    package func find(_ subject: SubjectID) throws(StorageError) -> RegistrationRow? {
        try one("WHERE subject_id = \(subject)")
    }

    /// The registration of a number.
    package func find(number: String) throws(StorageError) -> RegistrationRow? {
        let holder = try transaction.row("SELECT subject_id FROM registration_number WHERE number = \(number)")
        // An earlier programme that still runs beside this one enters no numbers.
        guard let holder else { return try one("WHERE number = \(number)") }
        return try find(try holder.identifier(0))
    }

    /// All that match, in an order given by the caller.
    package func all(_ condition: SQL) throws(StorageError) -> [RegistrationRow] {
        try transaction.rows(RegistrationRow.selection + condition).map(RegistrationRow.init(row:))
    }

    /// All that match of persons whose data are not blocked.
    ///
    /// - Parameter condition: begins with `AND`, and gives the order.
    package func going(_ condition: SQL) throws(StorageError) -> [RegistrationRow] {
        try transaction.rows(RegistrationRow.going + condition).map(RegistrationRow.init(row:))
    }

    private func one(_ condition: SQL) throws(StorageError) -> RegistrationRow? {
        try transaction.row(RegistrationRow.selection + condition).map(RegistrationRow.init(row:))
    }

    /// Begins a draft that ends by itself at `due`.
    func insert(_ subject: SubjectID, number: String, due: Instant, at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            INSERT INTO registration (subject_id, number, state, since, created_at, due_at, resent, reminded, set_aside)
            VALUES (\(subject), \(number), 'draft', \(now), \(now), \(due), 0, 0, 0)
            """)
        try transaction.send("INSERT INTO registration_number (number, subject_id) VALUES (\(number), \(subject))")
    }

    /// Gives up the number of a person's registration, which is deleted with it.
    func endNumber(of subject: SubjectID) throws(StorageError) {
        guard let number = try find(subject)?.number else { return }
        try transaction.send("DELETE FROM registration_number WHERE number = \(number)")
    }

    /// Moves a registration from one of `states` into another.
    ///
    /// - Returns: false when it is in none of them by now.
    package func move(
        _ subject: SubjectID, from states: [RegistrationRow.State], to state: RegistrationRow.State, due: Instant?,
        at now: Instant
    ) throws(StorageError) -> Bool {
        for earlier in states {
            let moved = try transaction.run(
                """
                UPDATE registration SET state = \(state.rawValue), since = \(now), due_at = \(due), reminded = 0
                WHERE subject_id = \(subject) AND state = \(earlier.rawValue)
                """)
            if moved == 1 { return true }
        }
        return false
    }

    /// Keeps the day by which the review is promised, and how it was counted.
    func promise(_ term: CountedTerm?, to subject: SubjectID) throws(StorageError) {
        try transaction.send(
            """
            UPDATE registration SET review_day = \(term?.due.daysSince1970), review_term = \(term?.description),
                   review_calendar = \(term?.calendar)
            WHERE subject_id = \(subject)
            """)
    }

    /// Contacts of a person, by channel.
    package func contacts(of subject: SubjectID) throws(StorageError) -> [Channel: ContactRow] {
        try Self.contacts(try askContacts(of: subject))
    }

    /// Asks for the contacts of a person, with what is asked next.
    func askContacts(of subject: SubjectID) throws(StorageError) -> Asked {
        try transaction.ask(
            "SELECT channel, target, confirmed_at, digests FROM contact WHERE subject_id = \(subject)")
    }

    private static func contacts(_ asked: Asked) throws(StorageError) -> [Channel: ContactRow] {
        var found: [Channel: ContactRow] = [:]
        for row in try asked.rows() {
            let contact = try contact(row)
            found[contact.channel] = contact
        }
        return found
    }

    /// A contact whose channel, target, time of confirmation and digests stand in a row, in this order.
    ///
    /// - Parameter start: the place of the channel.
    static func contact(_ row: Row, from start: Int = 0) throws(StorageError) -> ContactRow {
        guard let channel = Channel(rawValue: try row.text(start)) else { throw .unexpected("contact row") }
        let target = try row.bytes(start + 1)
        return ContactRow(
            channel: channel, target: target,
            // Rows from before the versions were kept are from when there was the first alone.
            digests: try row.bytesIfAny(start + 3).map(AddressDigest.separated)
                ?? [AddressDigest(version: 1, digest: target)],
            confirmedAt: try row.instantIfAny(start + 2))
    }

    /// Puts in an address; one that is the same as before stays confirmed.
    ///
    /// - Parameters:
    ///   - target: its newest digest.
    ///   - digests: all of them, the newest first.
    ///   - before: what ``askContacts(of:)`` asked for, while the person was locked.
    func setContact(
        _ channel: Channel, target: Bytes, digests: [(version: Int, digest: Bytes)], after before: Asked,
        of subject: SubjectID
    ) throws(StorageError) {
        // The same, given under an earlier version of the index key, keeps the digest by which it is known.
        let known = try Self.contacts(before)[channel]?.target
        let target = known.map { known in digests.contains { $0.digest == known } ? known : target } ?? target
        try transaction.send(
            """
            INSERT INTO contact (subject_id, channel, target, digests, confirmed_at)
            VALUES (\(subject), \(channel.rawValue), \(target), \(AddressDigest.joined(digests)), NULL)
            ON CONFLICT (subject_id, channel) DO UPDATE SET
                confirmed_at = CASE WHEN contact.target = excluded.target THEN contact.confirmed_at ELSE NULL END,
                target = excluded.target, digests = excluded.digests
            """)
    }

    /// Keeps an address of somebody of whom none is known yet.
    package func setFirstContact(
        _ channel: Channel, target: Bytes, digests: [(version: Int, digest: Bytes)], of subject: SubjectID
    ) throws(StorageError) {
        try setContact(channel, target: target, digests: digests, after: try askContacts(of: subject), of: subject)
    }

    /// Forgets what stands beside the record about a field that is destroyed.
    package func forget(_ field: FieldNumber, of subject: SubjectID) throws(StorageError) {
        for channel in Channel.allCases where channel.field == field {
            try transaction.send("DELETE FROM contact WHERE subject_id = \(subject) AND channel = \(channel.rawValue)")
        }
        try transaction.send("DELETE FROM correction WHERE subject_id = \(subject) AND field = \(field.rawValue)")
    }

    /// Notes that an address was confirmed.
    package func confirm(_ channel: Channel, of subject: SubjectID, at now: Instant) throws(StorageError) {
        try transaction.send(
            """
            UPDATE contact SET confirmed_at = \(now)
            WHERE subject_id = \(subject) AND channel = \(channel.rawValue)
            """)
    }
}
