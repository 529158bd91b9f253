import Ledger
import Policy
import Primitives

/// The certificate of a publication as a file: its content, the entry that holds its digest, and the ledger's proof.
package struct Certificate: ProvenDocument {
    package static let format = "saqta-certificate-file-1"
    /// `saqta-certificate-file-1`
    package let format: String
    package let content: CertificateContent
    package let entry: String
    package let proof: String

    package init(content: CertificateContent, entry: Bytes, proof: String) {
        format = Self.format
        self.content = content
        self.entry = String(decoding: entry, as: UTF8.self)
        self.proof = proof
    }

    package func fault(against entry: LedgerEntry) -> ProofFinding? {
        guard ["publish", "certify_edition"].contains(entry.act), entry.outcome == .done,
            entry.edition == content.edition, entry.digest == Bytes(hex: content.sha256)
        else { return .otherEdition }
        guard entry.note["manner"] == content.manner?.code, entry.isSingleHanded == (content.singleHanded != nil),
            // Who certifies later is not who published.
            entry.act == "certify_edition" || entry.role == content.published.role?.rawValue ?? "operator"
        else { return .otherManner }
        guard let digest = try? content.digest(), entry.note["certificate"] == digest.hex else {
            return .contentChanged
        }
        return nil
    }
}
