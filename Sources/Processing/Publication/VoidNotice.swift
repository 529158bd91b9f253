import Ledger
import Permits
import Policy
import Primitives

/// The declaration that a clause is void as a file: its content, the entry that holds its digest, and the ledger's proof.
package struct VoidNotice: ProvenDocument {
    package static let format = "saqta-void-clause-file-1"
    /// `saqta-void-clause-file-1`
    package let format: String
    package let content: VoidContent
    package let entry: String
    package let proof: String

    package init(content: VoidContent, entry: Bytes, proof: String) {
        format = Self.format
        self.content = content
        self.entry = String(decoding: entry, as: UTF8.self)
        self.proof = proof
    }

    package func fault(against entry: LedgerEntry) -> ProofFinding? {
        guard entry.act == Gate.Voiding.declared.rawValue, entry.outcome == .done, entry.edition == content.edition,
            entry.note["void"] == content.clause.rawValue, entry.note["since"] == content.since
        else { return .otherEdition }
        guard entry.note["manner"] == content.manner,
            entry.isSingleHanded == (content.manner == PublicationManner.singleHanded.rawValue)
        else { return .otherManner }
        guard let digest = try? content.digest(), entry.digest == digest else { return .contentChanged }
        return nil
    }
}

extension Certificates {
    /// The declaration that a clause of an edition is void; nil when it is not.
    package func notice(of clause: ClauseID, in edition: Int) async throws -> VoidNotice? {
        guard let declared = try await gate.declaredVoid(clause, of: edition) else { return nil }
        let id = try LedgerEntry(canonical: declared.entry).id
        return VoidNotice(
            content: declared.content, entry: declared.entry, proof: try await ledger.proof(of: id, nextCheckpoint))
    }
}
