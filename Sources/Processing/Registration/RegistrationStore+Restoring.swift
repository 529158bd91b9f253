import Access
import Deadlines
import Ledger
import Permits
import Policy
import Primitives
import Storage

extension RegistrationStore {
    /// Takes in an objection to a refusal as a later entry says, in a house that was put back from before it: the case waits
    /// for another reviewer until the day that was promised, and no scan goes meanwhile. Its words are in no ledger.
    ///
    /// It waits also where it was decided since, as that decision is lost.
    /// - Parameter words: what stands in place of those that the person wrote, sealed for the case of a number; nobody
    ///   asks for it where they wrote none.
    /// - Returns: false when there is no refusal from before the entry here, or an objection was made to it already.
    package func objectAgain(
        _ entry: LedgerEntry, of subject: SubjectID, under book: PolicyBook, calendars: CalendarBook,
        words: (String) throws -> Bytes?
    ) throws -> Bool {
        guard let person = try SubjectStore(transaction).find(subject), [.living, .blocked].contains(person.state),
            let row = try find(subject), row.objectedAt == nil
        else { return false }
        // One that was to take effect when the data were copied has done so since.
        try refuseAgain(subject, before: entry.at)
        guard let decided = try find(subject)?.decidedAt, decided <= entry.at,
            try move(subject, from: [.refused], to: .sent, due: nil, at: entry.at)
        else { return false }
        let isWritten = entry.fields.contains(FieldNumber.objectionWords.rawValue)
        let sealed = isWritten ? try words(row.number) : nil
        // A consent that stands withdrawn here ends the scans all the same.
        let scansUntil = try Keeping(of: subject, under: book, in: transaction).withdrawalEnd
        try transaction.send(
            """
            UPDATE registration SET objected_at = \(entry.at), objection = \(sealed), scans_until = \(scansUntil),
                   set_aside = 0
            WHERE subject_id = \(subject)
            """)
        let edition = try book.edition(entry.edition, in: transaction) ?? book.inForce(in: transaction)
        try promise(try calendars.reviewTerm(under: edition, from: entry.at, in: transaction), to: subject)
        return true
    }

    /// An address that was replaced by another after the data were copied lets nobody in any more, and is found no more; the
    /// one in its place is in no ledger.
    ///
    /// - Returns: false when it was confirmed after the entry, or there is none.
    package func endReplaced(_ channel: Channel, of subject: SubjectID, before instant: Instant) throws(StorageError)
        -> Bool
    {
        try transaction.run(
            """
            UPDATE contact SET confirmed_at = NULL
            WHERE subject_id = \(subject) AND channel = \(channel.rawValue) AND confirmed_at < \(instant)
            """) == 1
    }

    /// Lets a refusal take effect whose undo term was over at an instant, as of then.
    private func refuseAgain(_ subject: SubjectID, before instant: Instant) throws {
        try transaction.send(
            """
            UPDATE registration SET state = 'refused', since = pending_at, decided_by = pending_by,
                   decided_at = pending_at, decided_alone = pending_alone, reason = pending_reason,
                   words = pending_words, lease_by = NULL, lease_until = NULL, pending = NULL, pending_reason = NULL,
                   pending_words = NULL, pending_by = NULL, pending_at = NULL, pending_alone = NULL
            WHERE subject_id = \(subject) AND state IN ('sent', 'inReview') AND pending = 'refuse'
                  AND pending_at <= \(instant)
            """)
    }
}
