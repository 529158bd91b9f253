import Primitives
import Storage

extension LedgerReader {
    /// Size and root of the newest signed checkpoint, its signature unchecked; those of an empty tree while there is none.
    package func signed() async throws -> (size: Int, root: Bytes) {
        let checkpoint = try await database.read {
            try TreeStore.checkpoint(in: try TreeStore(transaction: $0).head().note)
        }
        return (checkpoint?.size ?? 0, checkpoint?.root ?? MerkleTree.emptyRoot)
    }

    /// The name of the log on this database: that of the first one, until a part was lost and a new one began.
    package func origin(first: String) async throws -> String {
        try await database.read { try TreeStore(transaction: $0).head().origin } ?? first
    }
}
