import Ledger
import Permits
import Policy
import Primitives

/// What the certificate of an erasure says. It names no person: whoever holds the mark knows whom it is about.
package struct ErasureContent: Codable, Hashable, Sendable {
    /// `saqta-erasure-1`
    package let schema: String
    package let `operator`: Controller
    /// SHA-256 of `saqta erased` and the person's identifier, hexadecimal.
    package let mark: String
    /// The number of the registration, as its receipt names it; nil where there was none.
    package let record: String?
    /// The act that ended it, as the entry names it.
    package let act: String
    /// The edition of the policy then.
    package let edition: Int
    /// When rows, index and files were deleted; RFC 3339, UTC, as all moments here.
    package let erasedAt: String
    /// When the person's key was destroyed; nil while it is not, and where that was before it was kept.
    package let keyDestroyedAt: String?
    /// When the last key ended with which a copy of the person's key could be opened in this house; nil while it has not.
    package let keysTurnedAt: String?
    /// Since when no copy of the key ring is left that could undo it; nil while one may be.
    package let finalAt: String?
    /// How long copies of the key ring are kept, in days.
    package let keyCopiesDays: Int

    /// Who answers for the data.
    package struct Controller: Codable, Hashable, Sendable {
        package let name: Phrase
        package let iinOrBin: String
        package let site: String
    }

    init(_ record: ErasureRecord, entry: LedgerEntry, under policy: PolicyDocument, copies: Span) {
        schema = "saqta-erasure-1"
        let named = policy.operatorRecord
        `operator` = Controller(name: named.name, iinOrBin: named.iinOrBin, site: named.site)
        mark = record.mark.hex
        self.record = entry.caseID
        act = entry.act
        edition = entry.edition
        erasedAt = entry.at.description
        keyDestroyedAt = record.keyDestroyedAt?.description
        keysTurnedAt = record.keysTurnedAt?.description
        finalAt = record.finalAt?.description
        keyCopiesDays = copies.seconds / 86_400
    }
}
