import Crypto
import Ledger
import Primitives

/// A receipt as a file: content, the entry that holds its digest, the opening of that entry, and the ledger's proof.
///
/// It verifies without the server, also after the person was erased.
package struct Receipt: ProvenDocument {
    package static let format = "saqta-receipt-file-1"
    /// `saqta-receipt-file-1`
    package let format: String
    package let content: ReceiptContent
    package let entry: String
    /// Hexadecimal; shows the person who holds it that the entry is about them.
    package let opening: String
    /// Hexadecimal.
    package let subject: String
    package let proof: String

    package init(content: ReceiptContent, entry: Bytes, opening: Bytes, subject: SubjectID, proof: String) {
        format = Self.format
        self.content = content
        self.entry = String(decoding: entry, as: UTF8.self)
        self.opening = opening.hex
        self.subject = subject.description
        self.proof = proof
    }

    /// The octets of the file, for rooms that know no ledger.
    package var file: Bytes { get throws { try encoded() } }

    package func fault(against entry: LedgerEntry) -> ProofFinding? {
        guard let canonical = try? content.canonical(), let opening = Bytes(hex: opening),
            let subject = SubjectID(subject)
        else { return .unreadable }
        guard entry.digest == Bytes(SHA256.hash(data: canonical)) else { return .contentChanged }
        guard content.consents.allSatisfy({ $0.textSHA256 == Bytes(SHA256.hash(data: Bytes($0.text.utf8))).hex }) else {
            return .textChanged
        }
        guard entry.whom == Whom.commitment(opening: opening, subject: subject) else { return .otherPerson }
        return nil
    }
}
