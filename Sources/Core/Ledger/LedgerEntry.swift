import Foundation
import Primitives

/// The name of an entry: its nonce.
package typealias EntryID = Identifier<LedgerEntry>

/// One act on personal data, as evidence: it names no person.
package struct LedgerEntry: Sendable, Hashable {
    /// 16 random octets.
    package let nonce: Bytes
    package let role: String
    /// A pseudonym; empty when a subject acts on their own data.
    package let actor: String
    package let act: String
    /// `SHA-256(opening ‖ subject id)`; nil when nobody was named.
    package let whom: Bytes?
    package let fields: [Int]
    package let purpose: String?
    package let basis: String?
    package let clause: String?
    package let edition: Int
    package let caseID: String?
    package let outcome: Outcome
    package let at: Instant
    /// After a change: the revision of the record.
    package let revision: Int?
    /// After a change: SHA-256 of the sealed octets.
    package let digest: Bytes?
    /// Closed words about the act.
    package let note: [String: String]

    package enum Outcome: Sendable, Hashable {
        case done
        case refused(String)
    }

    package init(
        nonce: Bytes, role: String, actor: String, act: String, whom: Bytes?, fields: [Int], purpose: String?,
        basis: String?,
        clause: String?, edition: Int, caseID: String?, outcome: Outcome, at: Instant, revision: Int?, digest: Bytes?,
        note: [String: String]
    ) {
        self.nonce = nonce
        self.role = role
        self.actor = actor
        self.act = act
        self.whom = whom
        self.fields = fields
        self.purpose = purpose
        self.basis = basis
        self.clause = clause
        self.edition = edition
        self.caseID = caseID
        self.outcome = outcome
        self.at = at
        self.revision = revision
        self.digest = digest
        self.note = note
    }
}

extension LedgerEntry {
    /// The note of an act of two of which one person did both halves.
    package static let singleHanded = ["single_handed": "1"]

    /// One person did both halves of an act of two.
    package var isSingleHanded: Bool { note["single_handed"] == "1" }
}
