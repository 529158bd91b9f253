import Ledger
import Primitives
import Storage
import Vault

extension Gate {
    /// Whom entries are about, found by the keys alone: for each person and entry the commitment is made anew and compared
    /// with the one in the entry. Whoever has no key here is not found.
    ///
    /// It takes two hashes for each pair, in a restore only.
    /// - Parameter progress: is told how many persons were tried, of how many.
    package func persons(
        of entries: [PlacedEntry], progress: (Int, Int) -> Void = { _, _ in }
    ) async throws -> [EntryID: SubjectID] {
        let wanted = Dictionary(
            entries.compactMap { placed in placed.entry.whom.map { ($0, placed.entry) } }, uniquingKeysWith: { $1 })
        guard !wanted.isEmpty else { return [:] }
        var (found, last, done): ([EntryID: SubjectID], Bytes, Int) = ([:], Bytes(), 0)
        let total = try await keys.count()
        while true {
            let subjects = try await keys.held(after: last, limit: 500)
            guard let newest = subjects.last else { return found }
            last = newest.bytes
            for subject in subjects {
                let sealer = try await sealer(for: subject)
                for entry in wanted.values where found[entry.id] == nil {
                    let whom = Whom.commitment(opening: sealer.opening(entry.nonce), subject: subject)
                    if whom == entry.whom { found[entry.id] = subject }
                }
            }
            done += subjects.count
            progress(done, max(done, total))
        }
    }
}
