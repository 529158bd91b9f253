import Policy
import Primitives

/// The certificate of a publication, ready to be shown and taken away.
package struct CertificateSheet: Sendable {
    let content: CertificateContent
    /// The ledger's proof, C2SP `tlog-proof`.
    let proof: String
    /// The file.
    let file: Bytes

    package init(content: CertificateContent, proof: String, file: Bytes) {
        self.content = content
        self.proof = proof
        self.file = file
    }
}
