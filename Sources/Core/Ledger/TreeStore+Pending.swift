import Primitives
import Storage

extension TreeStore {
    /// An entry that waits for its leaf.
    struct Pending {
        let subject: Bytes
        let id: Bytes
        let entry: Bytes
    }

    /// The oldest entries that wait, at most so many.
    func pending(_ most: Int) throws(StorageError) -> [Pending] {
        try transaction.rows("SELECT subject_id, id, entry FROM pending_entry ORDER BY at, id LIMIT \(most)")
            .map { row throws(StorageError) in
                Pending(subject: try row.bytes(0), id: try row.bytes(1), entry: try row.bytes(2))
            }
    }

    /// Gives entries their leaves and moves the tree. - Returns: its root.
    ///
    /// - Throws: ``LedgerError/forked`` when the grown tree would not begin with the one that was there.
    func take(_ pending: [Pending], after size: Int, root: Bytes) throws -> Bytes {
        guard !pending.isEmpty else { return root }
        let grown = try append(pending.map { ($0.id, $0.entry) }, after: size)
        let before = Checkpoint(origin: "", size: size, root: root)
        guard try continues(before, size: size + pending.count, root: grown) else { throw LedgerError.forked }
        let gone = try transaction.run(
            pending.map { "DELETE FROM pending_entry WHERE subject_id = \($0.subject) AND id = \($0.id)" })
        guard gone.allSatisfy({ $0 == 1 }) else { throw StorageError.serialisation }
        guard try move(from: (size, root), to: size + pending.count, root: grown) else {
            throw StorageError.serialisation
        }
        return grown
    }
}
