import Primitives

extension LedgerAudit {
    /// What the entry of a restore says of the part of the tree that is newer than the rows that were put back.
    struct Loss {
        let range: Range<Int>
        /// Entries about persons in it to which no row leads.
        let count: Int
        /// nil while it waits.
        let leaf: Int?

        init?(_ entry: LedgerEntry, leaf: Int?) {
            func number(_ word: String) -> Int? { entry.note[word].flatMap { Int($0) } }
            guard entry.act == LedgerEntry.restoreAct, entry.whom == nil, entry.outcome == .done,
                let from = number(LedgerEntry.fromWord), let to = number(LedgerEntry.toWord), from <= to,
                let count = number(LedgerEntry.lostWord), count >= 0
            else { return nil }
            (range, self.count, self.leaf) = (from..<to, count, leaf)
        }
    }

    /// How many entries have lost their rows by restores.
    ///
    /// A restore whose own entry lies in what a later one has not brought back is counted there.
    func lostRows(_ tree: Reading) async throws -> Int {
        let losses = tree.losses + (try await entries(after: tree.entries.count)).compactMap { Loss($0, leaf: nil) }
        return losses.filter { loss in
            !losses.contains { other in loss.leaf.map(other.range.contains) ?? false }
        }.map(\.count).reduce(0, +)
    }
}
