import Primitives

extension LedgerEntry {
    /// The word under which the entry of an erasure notes how many entries about the person it closes, itself included.
    package static let closesWord = "closes"

    var closes: Int? { note[Self.closesWord].flatMap { Int($0) } }
}

extension LedgerAudit {
    /// The leaves of the entries that close what is about erased persons.
    func closings(
        _ erased: [SubjectID], _ tree: Reading, _ waiting: [Bytes], _ faults: inout [String]
    ) -> [SubjectID: Int] {
        let waiting = Set(waiting.compactMap { try? LedgerEntry(canonical: $0).digest })
        var closings: [SubjectID: Int] = [:]
        for subject in erased {
            let mark = Whom.erasureMark(of: subject)
            if let leaf = tree.digests[mark] {
                closings[subject] = leaf
            } else if !waiting.contains(mark), tree.lost.isEmpty {
                faults.append("the erasure of \(subject) has no entry")
            }
        }
        return closings
    }

    /// Whether the entries that no row leads to are just those of erased persons.
    ///
    /// Exact when every erasure notes how many entries it closes; else it is only seen while nobody is erased.
    func orphanFaults(_ orphans: Int, closings: [SubjectID: Int], erased: Int, _ tree: Reading) -> [String] {
        let closed = closings.values.compactMap { tree.closes[$0] }
        guard tree.lost.isEmpty, closed.count == erased else { return [] }
        let missing = orphans - closed.reduce(0, +)
        return missing == 0 ? [] : ["\(missing) entries have lost the row of their person"]
    }
}
