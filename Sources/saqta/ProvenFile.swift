import Consents
import Ledger
import Primitives
import Publication
import Retention

/// A file that verifies without the server, of whatever kind.
enum ProvenFile {
    case receipt(Receipt)
    case certificate(Certificate)
    case erasure(ErasureCertificate)
    case void(VoidNotice)

    /// nil for anything else.
    init?(_ octets: Bytes) {
        if let receipt = try? Receipt(file: octets) {
            self = .receipt(receipt)
        } else if let certificate = try? Certificate(file: octets) {
            self = .certificate(certificate)
        } else if let certificate = try? ErasureCertificate(file: octets) {
            self = .erasure(certificate)
        } else if let notice = try? VoidNotice(file: octets) {
            self = .void(notice)
        } else {
            return nil
        }
    }

    /// - Parameters:
    ///   - key: the log's verifier key, `name+hash+base64`.
    ///   - witnesses: keys of witnesses, each of which must have signed too.
    func check(key: String, witnesses: [String] = []) -> ProofFinding {
        switch self {
        case .receipt(let receipt): receipt.check(key: key, witnesses: witnesses)
        case .certificate(let certificate): certificate.check(key: key, witnesses: witnesses)
        case .erasure(let certificate): certificate.check(key: key, witnesses: witnesses)
        case .void(let notice): notice.check(key: key, witnesses: witnesses)
        }
    }
}
