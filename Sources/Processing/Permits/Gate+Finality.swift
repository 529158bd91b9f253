import Ledger
import Policy
import Primitives
import Storage
import Vault

extension Gate {
    private static let finalAtOnce = 500

    /// Ends the epochs from which somebody was erased (``SubjectKeys/turnEpoch()``), and notes whose keys no epoch key
    /// of this house can open any more.
    package func turnEpochs() async throws {
        let closed = try await database.read { transaction in
            try transaction.rows(
                "SELECT subject_id FROM erasure WHERE final_at IS NULL AND key_destroyed = 1 AND keys_turned_at IS NULL"
            ).map { row in try row.identifier(0) as SubjectID }
        }
        try await keys.turnEpoch()
        let now = time.now
        for batch in stride(from: 0, to: closed.count, by: Self.finalAtOnce) {
            try await database.write { transaction in
                for subject in closed[batch..<min(batch + Self.finalAtOnce, closed.count)] {
                    try transaction.run(
                        """
                        UPDATE erasure SET keys_turned_at = \(now)
                        WHERE subject_id = \(subject) AND keys_turned_at IS NULL
                        """)
                }
            }
        }
    }

    /// Notes when the oldest copy of the key ring was made that lies in a place; with it, what was erased since can
    /// still be opened.
    ///
    /// - Parameter place: names the place, without saying where it is.
    package func noteKeyCopies(in place: Bytes, oldest: Instant) async throws {
        try await database.write { transaction in
            try transaction.run(
                """
                INSERT INTO key_copy (place, oldest) VALUES (\(place), \(oldest))
                ON CONFLICT (place) DO UPDATE SET oldest = excluded.oldest
                """)
        }
    }

    /// Makes final the erasures of which no copy of the key ring is left that could undo them, with an entry each.
    ///
    /// - Parameter keeping: how long a copy may be kept of which the house does not know.
    /// - Returns: how many became final.
    package func finaliseErasures(keeping: Span) async throws -> Int {
        let now = time.now
        let due = try await database.read { transaction -> [ErasureRecord] in
            let oldest = try transaction.row("SELECT min(oldest) FROM key_copy").flatMap { row in
                try row.isNull(0) ? nil : try row.instant(0)
            }
            let until = min(now - keeping, oldest ?? now)
            return try ErasureRecord.all(
                "WHERE final_at IS NULL AND keys_turned_at <= \(until) ORDER BY at LIMIT \(Self.finalAtOnce)",
                in: transaction)
        }
        guard !due.isEmpty else { return 0 }
        return try await database.write { [self] transaction in
            let edition = try book.inForce(in: transaction).number
            var done = 0
            for record in due {
                let entry = entryNaming(
                    nobody: ErasureRecord.finalAct, role: RoleID.sweep.rawValue, edition: edition,
                    digest: record.entry.map(MerkleTree.leafHash) ?? record.mark, note: record.finalNote)
                let canonical = try entry.canonical()
                let claimed = try transaction.run(
                    """
                    UPDATE erasure SET final_at = \(now), final_entry = \(canonical)
                    WHERE subject_id = \(record.subject) AND final_at IS NULL
                    """)
                guard claimed == 1 else { continue }
                try LedgerStore(transaction).append(entry, subject: nil)
                done += 1
            }
            return done
        }
    }

    /// What is kept of an erasure; nil when none bears the mark.
    package func erasure(marked mark: Bytes) async throws -> ErasureRecord? {
        try await database.read { try ErasureRecord.all("WHERE mark = \(mark)", in: $0).first }
    }
}
