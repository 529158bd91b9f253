import Primitives
import Storage

extension SubjectKeys {
    /// Which of some persons have a key.
    package func held(among subjects: [SubjectID]) async throws(VaultError) -> Set<SubjectID> {
        try await reading { transaction in
            var held: Set<SubjectID> = []
            for subject in subjects
            where try transaction.row("SELECT epoch FROM subject_key WHERE subject_id = \(subject)") != nil {
                held.insert(subject)
            }
            return held
        }
    }

    /// Whoever has a key, by identifier from behind one on.
    package func held(after last: Bytes, limit: Int) async throws(VaultError) -> [SubjectID] {
        try await reading { transaction in
            try transaction.rows(
                "SELECT subject_id FROM subject_key WHERE subject_id > \(last) ORDER BY subject_id LIMIT \(limit)"
            ).map { try $0.identifier(0) as SubjectID }
        }
    }

    /// How many keys there are, those among them that no person has yet.
    package func count() async throws(VaultError) -> Int { try await reading { try Self.count(in: $0) } }

    /// How many keys a database of keys holds, those among them that no person has yet.
    package static func count(in transaction: any Transaction) throws(StorageError) -> Int {
        Int(try transaction.row("SELECT COUNT(*) FROM subject_key")?.int(0) ?? 0)
    }
}
