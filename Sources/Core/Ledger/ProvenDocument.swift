import Foundation
import Primitives

/// A file that somebody takes away and that a ledger vouches for: it verifies without the server, to the log's key alone.
///
/// The key comes from whoever verifies, never from the file.
package protocol ProvenDocument: Codable, Sendable {
    /// The name and version of the file's form.
    static var format: String { get }
    var format: String { get }
    /// The entry's canonical JSON, as it stands in the tree.
    var entry: String { get }
    /// C2SP `tlog-proof`.
    var proof: String { get }

    /// Further entries that it rests on, each with its proof.
    var others: [ProvenEntry] { get }

    /// What does not fit between the content and the entry, the most telling first; nil when everything fits.
    func fault(against entry: LedgerEntry) -> ProofFinding?
}

/// An entry's canonical JSON, with its proof (C2SP `tlog-proof`).
package struct ProvenEntry: Codable, Hashable, Sendable {
    package let entry: String
    package let proof: String

    package init(entry: Bytes, proof: String) {
        self.entry = String(decoding: entry, as: UTF8.self)
        self.proof = proof
    }
}

/// What a check of such a file found.
package enum ProofFinding: String, Sendable, CaseIterable {
    /// Content, entry, proof and signature fit.
    case genuine
    /// The content is not the one that the entry holds the digest of.
    case contentChanged
    /// The entry is not about the person named.
    case otherPerson
    /// The entry is not about the edition named, or not about these words.
    case otherEdition
    /// The entry says otherwise who published.
    case otherManner
    /// The entry is not in the tree, or the checkpoint is not signed by the key given.
    case notProven
    /// A text shown does not have the digest that the content gives for it.
    case textChanged
    /// No such file at all.
    case unreadable
}

extension ProvenDocument {
    package var others: [ProvenEntry] { [] }

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

    /// Checks everything that can be checked without the server.
    ///
    /// - Parameters:
    ///   - key: the log's verifier key, `name+hash+base64`.
    ///   - witnesses: verifier keys of witnesses, each of which must have signed the checkpoint too.
    package func check(key: String, witnesses: [String] = []) -> ProofFinding {
        let octets = Bytes(entry.utf8)
        guard format == Self.format, let entry = try? LedgerEntry(canonical: octets) else { return .unreadable }
        if let fault = fault(against: entry) { return fault }
        let isProven = ([ProvenEntry(entry: octets, proof: proof)] + others).allSatisfy { one in
            let proven = try? TlogProof(parsing: one.proof)
                .verify(entry: Bytes(one.entry.utf8), key: key, witnesses: witnesses, quorum: Set(witnesses).count)
            return proven != nil
        }
        return isProven ? .genuine : .notProven
    }
}
