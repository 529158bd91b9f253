import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Keeps a person whom older data would let go, since a later entry tells that they gave the consent to the registration.
    ///
    /// Nobody is given leave by it: the consent is not given again, for what was shown is in no ledger. It is kept in mind by a
    /// hold (``Hold/lostConsent``), no longer than the consent would last, until the person decides anew or an officer releases it.
    /// - Returns: false when the data know that consent or a later one, no consent at all, or the hold; when it would be over; and of
    ///   a draft.
    package func keepAgain(
        _ placed: PlacedEntry, of subject: SubjectID, sealer: Sealer, in transaction: any Transaction
    ) throws -> Bool {
        let (entry, store, now) = (placed.entry, HoldStore(transaction), time.now)
        // The same each time, as the entry is.
        let id = Identifier<Hold>(of: entry.nonce)
        guard let row = try SubjectStore(transaction).find(subject), [.living, .blocked].contains(row.state),
            let newest = try ConsentStore(transaction).history(of: subject).last(where: { $0.consent == .main }),
            // A draft ends by its own term.
            try !isDraft(subject, transaction),
            !newest.isKnown(to: entry), try !store.all(of: subject).contains(where: { $0.id == id })
        else { return false }
        let term = try book.inForce(in: transaction).document.consentTerm.atMost.span
        let end = try book.end(of: entry.edition, givenAt: entry.at, in: transaction) ?? entry.at + term
        guard end > now else { return false }
        let hold = Hold(
            id: id, subject: subject, ground: Hold.lostConsent, reference: placed.leaf.map { "#\($0)" } ?? "#0",
            putBy: HoldStore.nobody, putAt: entry.at, until: end)
        try store.insert(hold)
        let day = Day(of: end, hoursEast: 5)
        try appendReplayed(
            placed, as: .hold, of: subject, sealer: sealer, change: nil,
            note: ["hold": id.description, "ground": hold.ground, "until": day.description], in: transaction)
        return true
    }
}

extension ConsentRow {
    /// Whether this row is what an entry tells of, or later. A row is written a moment before its entry.
    fileprivate func isKnown(to entry: LedgerEntry) -> Bool {
        if at >= entry.at { return true }
        return isGiven && entry.note["text"] == textHash.hex && entry.at - at < .seconds(1)
    }
}
