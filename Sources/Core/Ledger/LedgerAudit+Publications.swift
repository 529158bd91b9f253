import Primitives

extension LedgerAudit {
    /// An edition's row, as the room that keeps it says.
    package struct EditionRow: Sendable {
        let number: Int
        let hash: Bytes
        let content: Bytes
        let inForceSince: Instant
        let manner: String?
        /// Its clauses that are void, as rows say.
        let void: Set<String>

        /// - Parameters:
        ///   - hash: as the row has it.
        ///   - content: SHA-256 of what the row holds.
        package init(
            number: Int, hash: Bytes, content: Bytes, inForceSince: Instant, manner: String?, void: Set<String>
        ) {
            self.void = void
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

    /// The entry by which a clause was declared void.
    struct Voiding {
        let name: String
        /// nil while it waits.
        let leaf: Int?

        init?(_ entry: LedgerEntry, leaf: Int?) {
            guard entry.act == "void_clause", entry.whom == nil, entry.outcome == .done, let clause = entry.note["void"]
            else { return nil }
            name = Self.name(clause, entry.edition)
            self.leaf = leaf
        }

        var named: String { leaf.map { "entry \($0)" } ?? "an entry that waits" }

        static func name(_ clause: String, _ edition: Int) -> String { "clause \(clause) of edition \(edition)" }
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
        return faults + voidFaults(rows, tree.voidings + later.compactMap { Voiding($0, leaf: nil) }, lost: tree.lost)
    }

    /// Compares the clauses that are void with the entries of their declaration: one that goes by hand would let acts go on.
    private func voidFaults(_ rows: [EditionRow], _ voidings: [Voiding], lost: Set<Int>) -> [String] {
        let declared = Dictionary(voidings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let held = Set(rows.flatMap { row in row.void.map { Voiding.name($0, row.number) } })
        let gone = declared.keys.sorted().filter { !held.contains($0) }.map { name in
            "the row of the void \(name) is gone: \(declared[name]?.named ?? "") declared it"
        }
        guard lost.isEmpty else { return gone }
        return gone + held.sorted().filter { declared[$0] == nil }.map { "the void \($0) has no entry" }
    }
}
