import Ledger
import Permits
import Policy
import Primitives

/// Makes the certificates of erasures: when asked for, with proofs from the next checkpoint.
package struct ErasureCertificates: Sendable {
    let gate: Gate
    let ledger: LedgerReader
    /// How long copies of the key ring are kept.
    let copies: Span
    /// Waits until the sequencer has worked once more.
    let nextCheckpoint: @Sendable () async throws -> Void

    package init(
        gate: Gate, ledger: LedgerReader, copies: Span, nextCheckpoint: @escaping @Sendable () async throws -> Void
    ) {
        self.gate = gate
        self.ledger = ledger
        self.copies = copies
        self.nextCheckpoint = nextCheckpoint
    }

    /// The certificate of the erasure that bears a mark (``Whom/erasureMark(of:)``); nil when none does, or when it was
    /// done before its entry was kept.
    package func certificate(of mark: Bytes) async throws -> ErasureCertificate? {
        guard let record = try await gate.erasure(marked: mark), let octets = record.entry else { return nil }
        let entry = try LedgerEntry(canonical: octets)
        let policy = try await gate.look { try gate.book.inForce(in: $0).document }
        let proof = try await ledger.proof(of: entry.id, nextCheckpoint)
        var finality: ProvenEntry?
        if let final = record.finalEntry {
            finality = ProvenEntry(
                entry: final, proof: try await ledger.proof(of: try LedgerEntry(canonical: final).id, nextCheckpoint))
        }
        return ErasureCertificate(
            content: ErasureContent(record, entry: entry, under: policy, copies: copies), entry: octets, proof: proof,
            finality: finality)
    }
}
