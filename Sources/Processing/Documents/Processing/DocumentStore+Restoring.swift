import Ledger
import Policy
import Primitives
import Storage

extension DocumentStore {
    /// Takes documents away as a later entry says, in a house that was put back from before it: the person had taken one out, or
    /// its term was over. Their objects go as any that are nobody's; what one had replaced is asked for again.
    ///
    /// - Returns: how many were here.
    package func destroyAgain(
        _ entry: LedgerEntry, of subject: SubjectID, at now: Instant
    ) throws(StorageError) -> Int {
        let isRemoved = entry.act == Act.removeDocument.rawValue
        var destroyed = 0
        for id in DocumentNote.ids(entry.note[DocumentNote.document]) {
            guard let row = try find(id, of: subject), row.state != .destroyed else { continue }
            if isRemoved { try askAgain(row, at: now) }
            try destroy(row, because: isRemoved ? .removed : .term, at: now)
            destroyed += 1
        }
        return destroyed
    }

    /// What a document had replaced that goes is asked for again.
    func askAgain(_ document: DocumentRow, at now: Instant) throws(StorageError) {
        guard document.state != .receiving, let earlier = document.replaces else { return }
        try transaction.run(
            """
            UPDATE document SET state = 'askedAgain', changed_at = \(now)
            WHERE subject_id = \(document.subject) AND id = \(earlier) AND state = 'replaced'
            """)
    }
}
