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
        progress: @escaping LedgerAudit.Progress = { _, _, _ in }
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
            erased: { [database] last in
                try await database.read { try SubjectStore($0).erased(after: last, limit: 500) }
            },
            erasedCount: { [database] in
                try await database.read { try $0.count("SELECT count(*) FROM erasure") }
            },
            editions: { [database] in try await database.read { try Self.editionRows(in: $0) } })
        return try await LedgerAudit(database: database, verifier: verifier)
            .run(persons, outside: outside, progress: progress)
    }

    private static func editionRows(in transaction: any Transaction) throws -> [LedgerAudit.EditionRow] {
        let void = Dictionary(
            grouping: try transaction.rows("SELECT edition, clause FROM void_clause ORDER BY edition, clause")
                .map { row in (edition: Int(try row.int(0)), clause: try row.text(1)) }, by: \.edition)
        return try transaction.rows(
            "SELECT number, hash, canonical, in_force_since, manner FROM edition ORDER BY number"
        ).map { row in
            let number = Int(try row.int(0))
            return LedgerAudit.EditionRow(
                number: number, hash: try row.bytes(1), content: Bytes(SHA256.hash(data: try row.bytes(2))),
                inForceSince: try row.instant(3), manner: try row.textIfAny(4),
                void: Set(void[number, default: []].map(\.clause)))
        }
    }
}
