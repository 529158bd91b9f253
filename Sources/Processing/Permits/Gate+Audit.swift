import Crypto
import Ledger
import Primitives
import Storage
import Vault

extension Gate {
    /// Compares the ledger with itself and with the rows of all living persons.
    package func audit(
        _ verifier: VerifierKey, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> LedgerAudit.Report {
        try await LedgerAudit(database: database, verifier: verifier).run(
            opening: { [self] subject, nonce in
                do {
                    return try await sealer(for: subject).opening(nonce)
                } catch let refusal as GateRefusal where refusal.reason == .noSubject {
                    return nil
                }
            },
            current: { [database] subject in
                let row = try await database.read { try SubjectStore($0).find(subject) }
                return row.map {
                    LedgerAudit.Current(revision: $0.revision, digest: Bytes(SHA256.hash(data: $0.record)))
                }
            }, progress: progress)
    }
}
