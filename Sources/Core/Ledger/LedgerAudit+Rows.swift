import Primitives
import Storage

extension LedgerAudit {
    /// Compares the rows of living persons with the tree. - Returns: how many are in it.
    func compareRows(of persons: Persons, with tree: Reading, _ faults: inout [String]) async throws -> Int {
        var after = Bytes()
        var compared = 0
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
                if let leaf = tree.digests[Whom.erasureMark(of: subject)] {
                    faults.append("\(subject) was erased by entry \(leaf) and has rows again")
                }
                let rows = try await rows(of: subject)
                for row in rows {
                    compared += try await check(row, of: subject, persons, tree, &faults)
                }
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
    }

    private func rows(of subject: SubjectID) async throws -> [OwnRow] {
        try await database.read { transaction in
            try transaction.rows(
                """
                SELECT own_entry.id, own_entry.entry, own_entry.at, leaf.number, pending_entry.id FROM own_entry
                LEFT JOIN leaf ON leaf.id = own_entry.id
                LEFT JOIN pending_entry
                    ON pending_entry.subject_id = own_entry.subject_id AND pending_entry.id = own_entry.id
                WHERE own_entry.subject_id = \(subject) ORDER BY own_entry.at, own_entry.id
                """
            ).map { row in
                OwnRow(
                    id: try row.identifier(0), octets: try row.bytes(1), at: try row.instant(2),
                    leaf: try row.intIfAny(3).map { Int($0) }, isWaiting: !(try row.isNull(4)))
            }
        }
    }

    /// Compares one row with the tree. - Returns: 1 when its entry is in it.
    private func check(
        _ row: OwnRow, of subject: SubjectID, _ persons: Persons, _ tree: Reading, _ faults: inout [String]
    ) async throws -> Int {
        guard let place = tree.places[row.id] else {
            // Sequenced since the audit began, or in a bundle that is named already.
            let isLater =
                row.leaf.map { $0 >= tree.entries.count || tree.lost.contains($0 / TreeHashes.width) } ?? false
            if !row.isWaiting, !isLater { faults.append("a row of \(subject) names an entry that is not in the tree") }
            return 0
        }
        guard MerkleTree.leafHash(row.octets) == place.hash, let entry = try? LedgerEntry(canonical: row.octets),
            entry.at == row.at
        else {
            faults.append("entry \(place.leaf): the row of its person was changed")
            return 1
        }
        guard let opening = try await persons.opening(subject, entry.nonce) else {
            faults.append("entry \(place.leaf): the key of its person is missing")
            return 1
        }
        if entry.whom != Whom.commitment(opening: opening, subject: subject) {
            faults.append("entry \(place.leaf) is about somebody else than its row says")
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
