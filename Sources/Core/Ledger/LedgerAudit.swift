import Primitives
import Storage

/// Derives the tree anew and compares everything with it: bundles, tiles, leaves, signature, private rows, current rows.
///
/// It keeps the place of every entry in memory, about 150 octets each, and looks at a ledger that may grow meanwhile.
/// What it does not see: documents, of which the room that keeps them compares entries, rows and files.
package struct LedgerAudit: Sendable {
    let database: any Database
    let verifier: VerifierKey

    package init(database: any Database, verifier: VerifierKey) {
        self.database = database
        self.verifier = verifier
    }

    /// What a person's row says now.
    package struct Current: Sendable {
        package let revision: Int
        package let digest: Bytes

        package init(revision: Int, digest: Bytes) {
            self.revision = revision
            self.digest = digest
        }
    }

    /// What the rooms above know of persons, who are none of the ledger's business.
    package struct Persons: Sendable {
        let opening: @Sendable (SubjectID, Bytes) async throws -> Bytes?
        let current: @Sendable (SubjectID) async throws -> Current?
        let erased: @Sendable () async throws -> [SubjectID]

        /// - Parameters:
        ///   - opening: the opening of an entry about a person, by its nonce; nil when their key is destroyed.
        ///   - current: what the person's row holds; nil when there is none.
        ///   - erased: the persons whose erasure is on record.
        package init(
            opening: @escaping @Sendable (SubjectID, Bytes) async throws -> Bytes?,
            current: @escaping @Sendable (SubjectID) async throws -> Current?,
            erased: @escaping @Sendable () async throws -> [SubjectID]
        ) {
            self.opening = opening
            self.current = current
            self.erased = erased
        }
    }

    /// - Parameters:
    ///   - outside: notes kept outside the database, as in the checkpoint file or in receipts: the tree must continue each.
    ///   - progress: entries done, of how many.
    package func run(
        _ persons: Persons, outside: [String] = [], progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Report {
        // In this order, so that an erasure that is on record has its entry in the tree or among those that wait.
        let erased = try await persons.erased()
        let (head, waiting) = try await database.read { transaction in
            let waiting = try transaction.rows("SELECT entry FROM pending_entry").map { try $0.bytes(0) }
            return (try TreeStore(transaction: transaction).head(), waiting)
        }
        var faults: [String] = []
        let notes = notes(head.note, outside, size: head.size, &faults)
        let tree = try await reading(size: head.size, rootsAt: Set(notes.map(\.size)), progress: progress)
        faults += tree.faults(root: head.root)
        faults += try await tileFaults(tree, root: head.root)
        for note in notes where note.size <= head.size && tree.trusted(head.root).root(at: note.size) != note.root {
            faults.append("the tree does not continue the checkpoint of \(note.size) entries")
        }
        faults += try await indexFaults(tree)
        let compared = try await compareRows(of: persons, with: tree, &faults)
        let stillErased = try await persons.erased()
        let closings = closings(erased, tree, waiting, &faults)
        let orphans = tree.named - compared
        if erased == stillErased {
            faults += orphanFaults(orphans, closings: closings, erased: erased.count, tree)
        }
        return Report(
            size: head.size, root: tree.entries.root, compared: compared, closed: max(0, orphans), closings: closings,
            faults: faults)
    }

    /// The checkpoints that the tree must continue.
    private func notes(_ stored: String, _ outside: [String], size: Int, _ faults: inout [String]) -> [Checkpoint] {
        var checkpoints: [Checkpoint] = []
        if !stored.isEmpty || size > 0 {
            if let checkpoint = checkpoint(stored) {
                checkpoints.append(checkpoint)
            } else {
                faults.append("the checkpoint is not signed by the ledger's key")
            }
        }
        for note in outside {
            if let checkpoint = checkpoint(note) {
                checkpoints.append(checkpoint)
            } else {
                faults.append("a checkpoint from outside is not signed by the ledger's key")
            }
        }
        for checkpoint in checkpoints where checkpoint.size > size {
            faults.append("a checkpoint names \(checkpoint.size) entries, the tree holds \(size)")
        }
        return checkpoints
    }

    private func checkpoint(_ note: String) -> Checkpoint? {
        try? Checkpoint(SignedNote(parsing: note), signedBy: verifier)
    }
}
