import Primitives
import Storage

/// What is known of the witnesses of this log, in an open transaction.
struct WitnessStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) { self.transaction = transaction }

    func known(_ name: String) throws(StorageError) -> (size: Int, cosigned: Instant?)? {
        try transaction.row("SELECT size, cosigned_at FROM log_witness WHERE name = \(name)")
            .map { row throws(StorageError) in (Int(try row.int(0)), try row.instantIfAny(1)) }
    }

    /// - Parameter cosigned: when the witness signed just now; nil when it did not.
    func keep(_ name: String, _ size: Int, _ cosigned: Instant?, _ fault: String?) throws(StorageError) {
        try transaction.run(
            """
            INSERT INTO log_witness (name, size, cosigned_at, fault) VALUES (\(name), \(size), \(cosigned), \(fault))
            ON CONFLICT (name) DO UPDATE SET size = excluded.size, fault = excluded.fault,
                cosigned_at = COALESCE(excluded.cosigned_at, log_witness.cosigned_at)
            """)
    }
}

extension LedgerReader {
    /// How a witness of this log stands.
    package struct WitnessStanding: Sendable, Hashable {
        package let name: String
        /// Entries in the tree that it signed last, as far as that is known.
        package let size: Int
        /// When it signed last; nil when never.
        package let cosigned: Instant?
        /// Why it did not sign when it was asked last: `away`, `unknown_log`, `refused`, `nonsense`, or `ahead` when it has
        /// signed a longer tree than there is here.
        package let fault: String?
    }

    /// The witnesses that were ever asked, by name.
    package func witnesses() async throws -> [WitnessStanding] {
        try await database.read { transaction in
            try transaction.rows("SELECT name, size, cosigned_at, fault FROM log_witness ORDER BY name").map { row in
                WitnessStanding(
                    name: try row.text(0), size: Int(try row.int(1)), cosigned: try row.instantIfAny(2),
                    fault: try row.textIfAny(3))
            }
        }
    }

    /// The checkpoint for everybody: the newest that witnesses have signed too, while they sign; else the newest.
    ///
    /// - Parameter limit: how old the last cosignature may be.
    package func published(at now: Instant, limit: Span) async throws -> String? {
        let (head, last) = try await database.read { transaction in
            (
                try TreeStore(transaction: transaction).head(),
                try transaction.row("SELECT MAX(cosigned_at) FROM log_witness")?.instantIfAny(0)
            )
        }
        if let cosigned = head.cosigned, let last, now - last <= limit { return cosigned }
        return head.note.isEmpty ? nil : head.note
    }

    /// Entries in the newest tree that witnesses have signed; nil while there is none.
    package func cosignedSize() async throws -> Int? {
        let note = try await database.read { try TreeStore(transaction: $0).head().cosigned }
        return try note.map { try Checkpoint(text: SignedNote(parsing: $0).text).size }
    }
}
