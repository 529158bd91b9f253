import Crypto
import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    /// Puts a person into the archive as a later entry says, in a house that was put back from before it; nothing is done
    /// when they are there already, or erased.
    ///
    /// Fields, articles and day are those of the entry. What the older data hold of the orders goes with them; where they
    /// hold none yet, the fields alone are kept.
    package func archiveAgain(
        _ placed: PlacedEntry, of subject: SubjectID, sealer: Sealer, steps: [ErasureStep],
        in transaction: any Transaction
    ) throws -> Bool {
        let entry = placed.entry
        guard let row = try SubjectStore(transaction).find(subject), [.living, .blocked].contains(row.state),
            let day = entry.note["destroy"].flatMap({ Day($0) }), let articles = entry.note["article"]
        else { return false }
        let found = try legallyKept(subject, try book.inForce(in: transaction).document, entry.at, transaction)
        let keep = LegalKeep(
            fields: entry.fields.map { FieldNumber($0) }, articles: articles,
            years: entry.note["years"].flatMap { Int($0) } ?? 0, holdings: found?.holdings ?? [], destruction: day,
            caseID: found?.caseID ?? entry.caseID ?? "")
        let content = try sealed(keep, row.openable, sealer)
        for step in steps { try step(subject, transaction) }
        let revision = row.revision + 1
        let appended = try appendReplayed(
            placed, of: subject, sealer: sealer,
            change: Change(revision: revision, digest: Bytes(SHA256.hash(data: Bytes()))),
            note: ["archived": Bytes(SHA256.hash(data: content)).hex], in: transaction)
        try putAway(content, keep, of: subject, revision: revision, by: appended, in: transaction)
        return true
    }
}
