import Primitives
import Storage

extension LedgerAudit {
    /// Compares the rows of living persons with the tree. - Returns: how many are in it.
    func compareRows(
        of persons: Persons, with tree: Reading, root: Bytes, progress: Progress, _ faults: inout FaultList
    ) async throws -> Int {
        let total = try await database.read { try $0.count("SELECT count(*) FROM own_entry") }
        let leaves = LeafHashes(database, tree, root: root)
        var after = Bytes()
        var (compared, done) = (0, 0)
        while true {
            let last = after
            let subjects = try await database.read { transaction in
                try transaction.rows(
                    "SELECT DISTINCT subject_id FROM own_entry WHERE subject_id > \(last) ORDER BY subject_id LIMIT 200"
                ).map { try $0.identifier(0) as SubjectID }
            }
            guard let newest = subjects.last else { return compared }
            after = newest.bytes
            for subject in subjects {
                if let mark = tree.marks.find(Whom.erasureMark(of: subject)) {
                    faults.append("\(subject) was erased by entry \(mark.leaf) and has rows again")
                }
                var rows = try await rows(of: subject)
                // A read of several machines is not of one instant: the entry may just have been taken.
                if rows.contains(where: \.isNowhere) { rows = try await self.rows(of: subject) }
                for row in rows {
                    compared += try await check(row, of: subject, persons, leaves, &faults)
                }
                done += rows.count
                progress(.rows, done, max(done, total))
                if let fault = try await recordFault(subject, persons) { faults.append(fault) }
            }
        }
    }

    /// A row about a person.
    struct OwnRow {
        let id: EntryID
        let octets: Bytes
        let at: Instant
        /// nil while the entry waits.
        let leaf: Int?
        let isWaiting: Bool

        var isNowhere: Bool { leaf == nil && !isWaiting }
    }

    private func rows(of subject: SubjectID) async throws -> [OwnRow] {
        try await database.read { transaction in
            let rows = try transaction.rows(
                """
                SELECT own_entry.id, own_entry.entry, own_entry.at, pending_entry.id FROM own_entry
                LEFT JOIN pending_entry
                    ON pending_entry.subject_id = own_entry.subject_id AND pending_entry.id = own_entry.id
                WHERE own_entry.subject_id = \(subject) ORDER BY own_entry.at, own_entry.id
                """)
            let leaves = try LedgerStore(transaction).leaves(of: try rows.map { try $0.bytes(0) })
            return try rows.map { row in
                OwnRow(
                    id: try row.identifier(0), octets: try row.bytes(1), at: try row.instant(2),
                    leaf: leaves[try row.bytes(0)], isWaiting: !(try row.isNull(3)))
            }
        }
    }

    /// Compares one row with the tree. - Returns: 1 when its entry is in it.
    private func check(
        _ row: OwnRow, of subject: SubjectID, _ persons: Persons, _ leaves: LeafHashes, _ faults: inout FaultList
    ) async throws -> Int {
        // Sequenced since the audit began, or in a bundle that is named already.
        if let leaf = row.leaf, leaves.isBeyond(leaf) { return 0 }
        guard let leaf = row.leaf else {
            if row.isNowhere { faults.append("a row of \(subject) names an entry that is not in the tree") }
            return 0
        }
        guard try await leaves.hash(leaf) == MerkleTree.leafHash(row.octets),
            let entry = try? LedgerEntry(canonical: row.octets), entry.id == row.id,
            entry.at == row.at
        else {
            faults.append("entry \(leaf): the row of its person was changed")
            return 1
        }
        guard let opening = try await persons.opening(subject, entry.nonce) else {
            faults.append("entry \(leaf): the key of its person is missing")
            return 1
        }
        if entry.whom != Whom.commitment(opening: opening, subject: subject) {
            faults.append("entry \(leaf) is about somebody else than its row says")
        }
        return 1
    }

    /// Compares a person's record with the newest entry that changed it.
    private func recordFault(_ subject: SubjectID, _ persons: Persons) async throws -> String? {
        var fault: String?
        // Again when it does not fit, since the person may just be changing it.
        for _ in 0..<3 {
            let entries = try await rows(of: subject).compactMap { try? LedgerEntry(canonical: $0.octets) }
            let changes = entries.filter { ($0.revision ?? 0) > 0 && $0.digest != nil }
            guard let newest = changes.max(by: { ($0.revision ?? 0) < ($1.revision ?? 0) }) else { return nil }
            let row = try await persons.current(subject)
            guard row?.revision != newest.revision || row?.digest != newest.digest else { return nil }
            fault = "the record of \(subject) is not that of its newest entry (revision \(newest.revision ?? 0))"
        }
        return fault
    }
}

/// The hashes of leaves as the tree has them; keeps the tiles that were read last.
private final class LeafHashes {
    private let database: any Database
    private let tree: LedgerAudit.Reading
    /// Tiles of which an entry was changed or the tile itself.
    private let doubtful: Set<Int>
    private let trustsEntries: Bool
    private var tiles: [Int: Bytes] = [:]

    init(_ database: any Database, _ tree: LedgerAudit.Reading, root: Bytes) {
        self.database = database
        self.tree = tree
        doubtful = Set(tree.unequal.map { $0 / TreeHashes.width })
        trustsEntries = tree.trustsEntries(root)
    }

    func isBeyond(_ leaf: Int) -> Bool { leaf >= tree.entries.count || tree.lost.contains(leaf / TreeHashes.width) }

    func hash(_ leaf: Int) async throws -> Bytes {
        let (number, offset) = (leaf / TreeHashes.width, leaf % TreeHashes.width)
        let tile: Bytes
        if let held = tiles[number] {
            tile = held
        } else {
            let isFromEntries = doubtful.contains(number) && trustsEntries
            tile = try await database.read { transaction in
                let store = TreeStore(transaction: transaction)
                guard isFromEntries else { return try store.tileIfAny(0, number) ?? [] }
                return try store.bundle(number).map { try MerkleTree.leafHashes(ofBundle: $0) } ?? []
            }
            // Two megabytes.
            if tiles.count >= 256 { tiles.removeAll(keepingCapacity: true) }
            tiles[number] = tile
        }
        return Bytes(tile.dropFirst(offset * 32).prefix(32))
    }
}
