import Crypto
import Foundation
import Ledger
import Primitives

/// A receipt as a file: content, the entry that holds its digest, the opening of that entry, and the ledger's proof.
///
/// It verifies without the server, also after the person was erased; the log's key comes from whoever verifies.
package struct Receipt: Codable, Sendable {
    /// `saqta-receipt-file-1`
    package let format: String
    private static let format = "saqta-receipt-file-1"
    package let content: ReceiptContent
    /// The entry's canonical JSON, as it stands in the tree.
    package let entry: String
    /// Hexadecimal; shows the person who holds it that the entry is about them.
    package let opening: String
    /// Hexadecimal.
    package let subject: String
    /// C2SP `tlog-proof`.
    package let proof: String

    package init(content: ReceiptContent, entry: Bytes, opening: Bytes, subject: SubjectID, proof: String) {
        format = Self.format
        self.content = content
        self.entry = String(decoding: entry, as: UTF8.self)
        self.opening = opening.hex
        self.subject = subject.description
        self.proof = proof
    }

    /// The file.
    package func encoded() throws -> Bytes {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Bytes(try encoder.encode(self)) + Bytes("\n".utf8)
    }

    /// Reads a file. - Throws: `DecodingError` for anything else.
    package init(file octets: Bytes) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(octets))
    }

    /// What a check of a receipt found.
    package enum Finding: String, Sendable, CaseIterable {
        /// Content, entry, proof and signature fit.
        case genuine
        /// The content is not the one that the entry holds the digest of.
        case contentChanged
        /// The entry is not about the person named.
        case otherPerson
        /// The entry is not in the tree, or the checkpoint is not signed by the key given.
        case notProven
        /// A text shown does not have the digest that the content gives for it.
        case textChanged
        /// No receipt at all.
        case unreadable
    }

    /// Checks everything that can be checked without the server.
    ///
    /// - Parameter key: the log's verifier key, `name+hash+base64`.
    package func check(key: String) -> Finding {
        let octets = Bytes(entry.utf8)
        guard format == Self.format, let canonical = try? content.canonical(),
            let entry = try? LedgerEntry(canonical: octets),
            let opening = Bytes(hex: opening), let subject = SubjectID(subject)
        else { return .unreadable }
        guard entry.digest == Bytes(SHA256.hash(data: canonical)) else { return .contentChanged }
        guard content.consents.allSatisfy({ $0.textSHA256 == Bytes(SHA256.hash(data: Bytes($0.text.utf8))).hex }) else {
            return .textChanged
        }
        guard entry.whom == Whom.commitment(opening: opening, subject: subject) else { return .otherPerson }
        guard (try? TlogProof(parsing: proof).verify(entry: octets, key: key)) != nil else { return .notProven }
        return .genuine
    }
}
