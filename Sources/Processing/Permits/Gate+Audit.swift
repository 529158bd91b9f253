import Crypto
import Ledger
import Primitives
import Storage
import Vault

extension Gate {
    /// Compares the ledger with itself and with the rows of all living persons.
    ///
    /// - Parameter outside: notes kept outside the database, which the tree must continue.
    package func audit(
        _ verifier: VerifierKey, outside: [String] = [],
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> LedgerAudit.Report {
        let persons = LedgerAudit.Persons(
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
            },
            erased: { [database] in try await database.read { try SubjectStore($0).erased() } })
        return try await LedgerAudit(database: database, verifier: verifier)
            .run(persons, outside: outside, progress: progress)
    }
}
