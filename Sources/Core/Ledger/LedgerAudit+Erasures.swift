import Primitives
import Storage

extension LedgerEntry {
    /// The word under which the entry of an erasure notes how many entries about the person it closes, itself included.
    package static let closesWord = "closes"
    var closes: Int? { note[Self.closesWord].flatMap { Int($0) } }

    /// Whether a person was erased by this act, whichever it was: they withdrew, a draft lapsed, it was asked for.
    package var isErasure: Bool { note[Self.closesWord] != nil }
}

extension LedgerAudit {
    /// The entries that close what is about erased persons.
    package struct Closings: Sendable, Hashable {
        /// How many there are.
        package var count = 0
        /// The leaves of the first of them, in their order.
        package var first: [Int] = []
        /// How many entries they close; nil when one of them does not tell.
        var closed: Int? = 0

        mutating func add(_ leaf: Int, closes: Int?) {
            count += 1
            closed = closed.flatMap { sum in closes.map { sum + $0 } }
            first = (first + [leaf]).sorted()
            if first.count > 8 { first.removeLast() }
        }
    }

    /// Looks for the entry of every erasure on record.
    func closings(_ persons: Persons, _ tree: Reading, _ faults: inout FaultList) async throws -> Closings {
        var closings = Closings()
        var silent: [SubjectID] = []
        var last = Bytes()
        while true {
            let page = try await persons.erased(last)
            guard let newest = page.last else { break }
            last = newest.bytes
            for subject in page {
                if let mark = tree.marks.find(Whom.erasureMark(of: subject)) {
                    closings.add(mark.leaf, closes: mark.closes)
                } else if silent.count < Self.mostNamed {
                    silent.append(subject)
                }
            }
        }
        guard tree.lost.isEmpty, !silent.isEmpty else { return closings }
        // Erased since the audit began, or waiting.
        let later = try await entries(after: tree.entries.count)
        let marks = Set(later.filter(\.isErasure).compactMap(\.digest))
        for subject in silent where !marks.contains(Whom.erasureMark(of: subject)) {
            faults.append("the erasure of \(subject) has no entry")
        }
        return closings
    }

    /// Entries that are in the tree since it had this size, and those that wait.
    func entries(after size: Int) async throws -> [LedgerEntry] {
        try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let waiting = try transaction.rows("SELECT entry FROM pending_entry").map { try $0.bytes(0) }
            let now = try store.head().size
            var octets: [Bytes] = []
            let width = TreeHashes.width
            for number in (size / width)..<max(size / width, (now + width - 1) / width) {
                // One that cannot be read is named already.
                let entries = try store.bundle(number).flatMap { try? EntryBundle.entries(in: $0) } ?? []
                octets += entries.dropFirst(max(0, size - number * width))
            }
            return (octets + waiting).compactMap { try? LedgerEntry(canonical: $0) }
        }
    }

    /// Whether the entries that no row leads to are just those of erased persons.
    ///
    /// Exact when every erasure notes how many entries it closes; else it is only seen while nobody is erased.
    func orphanFaults(_ orphans: Int, closings: Closings, erased: Int, _ tree: Reading) -> [String] {
        guard tree.lost.isEmpty, closings.count == erased, let closed = closings.closed else { return [] }
        let missing = orphans - closed
        return missing == 0 ? [] : ["\(missing) entries have lost the row of their person"]
    }
}
