import Primitives

extension LedgerAudit {
    /// An edition's row, as the room that keeps it says.
    package struct EditionRow: Sendable {
        let number: Int
        let hash: Bytes
        let content: Bytes
        let inForceSince: Instant
        let manner: String?

        /// - Parameters:
        ///   - hash: as the row has it.
        ///   - content: SHA-256 of what the row holds.
        package init(number: Int, hash: Bytes, content: Bytes, inForceSince: Instant, manner: String?) {
            self.number = number
            self.hash = hash
            self.content = content
            self.inForceSince = inForceSince
            self.manner = manner
        }
    }

    /// The entry of an edition's publication.
    struct Publication {
        let number: Int
        let digest: Bytes
        let manner: String?
        let at: Instant
        /// nil while it waits.
        let leaf: Int?

        init?(_ entry: LedgerEntry, leaf: Int?) {
            guard entry.act == "publish", entry.whom == nil, entry.outcome == .done, let digest = entry.digest else {
                return nil
            }
            (number, self.digest, manner, at) = (entry.edition, digest, entry.note["manner"], entry.at)
            self.leaf = leaf
        }

        var named: String { leaf.map { "entry \($0)" } ?? "an entry that waits" }
    }

    /// The entry is made in the transaction that puts the edition in force; one that is slow takes no longer.
    private static let slowest = Span.seconds(600)

    /// Compares the rows of editions with the entries of their publication.
    func publicationFaults(_ rows: [EditionRow], _ tree: Reading) async throws -> [String] {
        var faults: [String] = []
        let later = try await entries(after: tree.entries.count)
        let publications = tree.publications + later.compactMap { Publication($0, leaf: nil) }
        let newest = Dictionary(publications.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        for row in rows {
            guard let publication = newest[row.number] else {
                if tree.lost.isEmpty { faults.append("edition \(row.number) has no entry of its publication") }
                continue
            }
            let wrong = [
                row.content == publication.digest ? nil : "its text",
                row.hash == publication.digest ? nil : "its hash",
                publication.manner == nil || row.manner == publication.manner ? nil : "how it came into force",
                row.inForceSince <= publication.at && publication.at - row.inForceSince <= Self.slowest
                    ? nil : "since when it is in force",
            ].compactMap { $0 }
            guard !wrong.isEmpty else { continue }
            faults.append(
                "the row of edition \(row.number) was changed: \(wrong.joined(separator: ", ")) "
                    + "is not what \(publication.named) published")
        }
        let kept = Set(rows.map(\.number))
        for number in newest.keys.sorted() where !kept.contains(number) {
            faults.append("the row of edition \(number) is gone: \(newest[number]?.named ?? "") published it")
        }
        return faults
    }
}
