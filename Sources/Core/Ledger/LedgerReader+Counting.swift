import Primitives
import Storage

extension LedgerReader {
    /// How the ledger stands.
    package struct Standing: Sendable {
        /// Entries in the tree.
        package let size: Int
        /// Entries that are durable and wait for their leaf.
        package let pending: Int
        /// When the oldest of those was made; nil when none waits.
        package let oldestPending: Instant?
    }

    package func standing() async throws -> Standing {
        try await database.read { transaction in
            Standing(
                size: try TreeStore(transaction: transaction).head().size,
                pending: try transaction.count("SELECT count(*) FROM pending_entry"),
                oldestPending: try LedgerStore(transaction).oldestPending())
        }
    }
}
