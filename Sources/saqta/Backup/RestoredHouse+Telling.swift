import Documents
import Ledger
import Registration
import Restoring

extension RestoredHouse.Outcome {
    /// What the newest ledger brought about, and how the ledger goes on, a line each.
    var ledgerLines: [String] {
        var lines = replayed.lines + index.lines + marks.lines
        if notRenewed.persons > 0 {
            lines.append(
                "persons whose addresses could not be entered under the index key of today: \(notRenewed.persons)")
        }
        if notRenewed.documents > 0 {
            lines.append(
                "documents that are not found by their marks under the index key of today, since their readings do not "
                    + "open or are closed to it: \(notRenewed.documents)")
        }
        if unmatched > 0 {
            lines.append("LEFT OUT, their persons are not found here: \(unmatched) acts of the newest ledger")
        }
        if let gap {
            lines.append(
                "the ledger keeps its newest tree: \(gap.to - gap.from) entries from \(gap.from) on are newer than the data, "
                    + "\(gap.lost) of them about persons")
        }
        if let newLog {
            lines.append("A NEW LOG HAS BEGUN: \(newLog.key)")
            lines.append("the last checkpoint known of the old one: \(newLog.last.origin), \(newLog.last.size) entries")
            lines.append(
                "give the new key to whoever checks receipts or is a witness; those of the old log stay genuine")
        }
        return lines
    }
}

extension Replay.Outcome {
    /// What was done again, a line each.
    var lines: [String] {
        let counts = [
            (withdrawn, "consents withdrawn again"), (blocked, "persons blocked again"),
            (unblocked, "persons unblocked again"), (archived, "persons put into the archive again"),
            (held, "holds put on again"), (unheld, "holds released again"),
            (unrepresented, "representations ended again"),
            (requests, "requests taken in again, WITHOUT THEIR WORDS, which staff must ask for"),
            (
                objections,
                "objections to a refusal taken in again, WITHOUT THEIR WORDS, which the reviewer must ask for"
            ),
            (
                replaced,
                "addresses that let nobody in any more, since their persons had replaced them; THE NEW ONES ARE LOST"
            ),
            (kept, "persons KEPT FROM DESTRUCTION who consented after the copy; the text is lost, ASK THEM AGAIN"),
            (documents, "documents destroyed again"), (fields, "fields of records destroyed again"),
            (
                uncorrected,
                "corrections that persons had accepted, LOST: the records have the earlier values, which must be asked for"
            ),
            (unsubscribed, "times the e-mail about new editions switched off again"),
            (accessEnded, "times access or a role taken away from staff again"),
            (void, "clauses declared void again"), (editions, "editions published again"),
            (policyLost, "editions or void clauses NOT brought back: not enough of them is left"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.1): \($0.0)" }
    }
}

extension AddressIndex.Rebuilt {
    /// What was not as the rows of contacts tell it, a line each.
    var lines: [String] {
        let counts = [
            (entered, "addresses entered into the index, where they were missing or another's"),
            (removed, "addresses taken out of the index, which nobody has confirmed"),
            (taken, "persons WHO MUST CONFIRM ANOTHER ADDRESS, since theirs belongs to somebody else"),
            (staffLeft, "members of staff whose address could not be entered into the index; invite them anew"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.1): \($0.0)" }
    }
}

extension DocumentMarkIndex.Rebuilt {
    /// What was not as the rows of documents tell it, a line each.
    var lines: [String] {
        [
            (entered, "marks of documents entered into the index, where they were missing"),
            (removed, "marks taken out of the index, which no document has"),
            (renewed, "documents read again for their marks, since their rows did not tell what those stand for"),
            (left, "documents WHOSE MARKS COULD NOT BE MADE ANEW: they are found by what the index held of them alone"),
        ].filter { $0.0 > 0 }.map { "\($0.1): \($0.0)" }
    }
}
