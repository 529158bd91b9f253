import Ledger
import Permits
import Policy
import Primitives

/// Makes the certificates of publications: when asked for, with a proof from the next checkpoint.
package struct Certificates: Sendable {
    let gate: Gate
    let ledger: LedgerReader
    /// Waits until the sequencer has worked once more.
    let nextCheckpoint: @Sendable () async throws -> Void

    package init(gate: Gate, ledger: LedgerReader, nextCheckpoint: @escaping @Sendable () async throws -> Void) {
        self.gate = gate
        self.ledger = ledger
        self.nextCheckpoint = nextCheckpoint
    }

    /// The certificate of an edition; nil when there is no such edition.
    package func certificate(of edition: Int) async throws -> Certificate? {
        guard let certified = try await gate.certified(edition) else { return nil }
        let id = try LedgerEntry(canonical: certified.entry).id
        return Certificate(
            content: certified.content, entry: certified.entry,
            proof: try await ledger.proof(of: id, nextCheckpoint))
    }

    /// Writes down how editions came into force that were published by a programme that kept nothing of it.
    package static func certifyEarlier(through gate: Gate) async throws {
        guard try await !gate.look({ try gate.uncertified(in: $0) }).isEmpty else { return }
        try await gate.perform { transaction in
            for number in try gate.uncertified(in: transaction) {
                guard let edition = try gate.book.edition(number, in: transaction) else { continue }
                let wait = try gate.book.edition(number - 1, in: transaction)?.document.singleHandedWait(.publication)
                let proposal = try ProposalStore(transaction).proposed(of: number, hash: edition.hash)
                    .map { CertificateContent.FirstHalf(by: .administrator, at: $0, wait: wait) }
                try gate.certify(
                    edition, by: proposal == nil ? nil : .administrator, after: proposal, in: transaction)
            }
        }
    }
}
