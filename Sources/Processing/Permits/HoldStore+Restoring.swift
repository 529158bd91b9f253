import Ledger
import Primitives
import Storage

extension HoldStore {
    /// Keeps a person's data from destruction as a later entry says, in a house that was put back from before it.
    ///
    /// The number of the case or order, and who put the hold on, are in no ledger: the entry's place in it stands for
    /// the number, and nobody is named.
    /// - Returns: false when the hold is here already, its day is over, or the person is erased.
    package func holdAgain(
        _ placed: PlacedEntry, of subject: SubjectID, at now: Instant
    ) throws(StorageError) -> Bool {
        let note = placed.entry.note
        guard let id = note["hold"].flatMap({ Identifier<Hold>($0) }), let ground = note["ground"],
            let day = note["until"].flatMap({ Day($0) }),
            let row = try SubjectStore(transaction).find(subject), row.state != .erased,
            try !all(of: subject).contains(where: { $0.id == id })
        else { return false }
        let hold = Hold(
            id: id, subject: subject, ground: ground, reference: placed.leaf.map { "#\($0)" } ?? "#0",
            putBy: Self.nobody, putAt: placed.entry.at, until: Hold.end(of: day))
        guard hold.until > now else { return false }
        try insert(hold)
        return true
    }

    /// Ends a hold as a later entry says. - Returns: false when it does not stand.
    package func releaseAgain(_ entry: LedgerEntry, of subject: SubjectID) throws(StorageError) -> Bool {
        guard let id = entry.note["hold"].flatMap({ Identifier<Hold>($0) }) else { return false }
        return try end(id, of: subject, at: entry.at)
    }

    /// Stands for a person whom no row names.
    static let nobody = SubjectID(of: [])
}
