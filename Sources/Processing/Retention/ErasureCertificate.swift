import Ledger
import Permits
import Primitives

/// The certificate of an erasure as a file: its content, the entry of the erasure, the ledger's proof, and, once no
/// copy of a key is left, the entry that says so, with its proof.
package struct ErasureCertificate: ProvenDocument {
    package static let format = "saqta-erasure-certificate-file-1"
    /// `saqta-erasure-certificate-file-1`
    package let format: String
    package let content: ErasureContent
    package let entry: String
    package let proof: String
    /// nil while the erasure is not final.
    package let finality: ProvenEntry?

    package init(content: ErasureContent, entry: Bytes, proof: String, finality: ProvenEntry?) {
        format = Self.format
        self.content = content
        self.entry = String(decoding: entry, as: UTF8.self)
        self.proof = proof
        self.finality = finality
    }

    package var others: [ProvenEntry] { finality.map { [$0] } ?? [] }

    package func fault(against entry: LedgerEntry) -> ProofFinding? {
        guard entry.isErasure, entry.outcome == .done, entry.digest == Bytes(hex: content.mark) else {
            return .otherPerson
        }
        guard entry.act == content.act, entry.edition == content.edition, entry.caseID == content.record,
            entry.at.description == content.erasedAt
        else { return .contentChanged }
        return finality == nil && content.finalAt == nil || isFinal ? nil : .contentChanged
    }

    /// The second entry is about this erasure, and says what the content says.
    private var isFinal: Bool {
        guard let finality, let final = try? LedgerEntry(canonical: Bytes(finality.entry.utf8)) else { return false }
        return final.act == ErasureRecord.finalAct && final.outcome == .done
            && final.digest == MerkleTree.leafHash(Bytes(entry.utf8))
            && final.note[ErasureRecord.markWord] == content.mark
            && final.note[ErasureRecord.destroyedWord] == content.keyDestroyedAt
            && final.note[ErasureRecord.turnedWord] == content.keysTurnedAt
            && final.at.description == content.finalAt
    }
}
