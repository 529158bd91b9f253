import Primitives
import Storage

/// Derives the tree anew and compares everything with it: bundles, tiles, leaves, signature, private rows, current rows.
///
/// It reads a bundle at a time and keeps nothing of it but the marks of erasures, 32 octets each: a ledger of any size is
/// checked in the same memory. It looks at a ledger that may grow meanwhile.
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

    /// What the rooms above know of persons and editions, who are none of the ledger's business.
    package struct Persons: Sendable {
        let opening: @Sendable (SubjectID, Bytes) async throws -> Bytes?
        let current: @Sendable (SubjectID) async throws -> Current?
        let erased: @Sendable (Bytes) async throws -> [SubjectID]
        let erasedCount: @Sendable () async throws -> Int
        let editions: @Sendable () async throws -> [EditionRow]

        /// - Parameters:
        ///   - opening: the opening of an entry about a person, by its nonce; nil when their key is destroyed.
        ///   - current: what the person's row holds; nil when there is none.
        ///   - erased: the first of the persons whose erasure is on record and whose identifiers are greater than this, in
        ///     their order; none when there are no more.
        ///   - editions: the rows of the policy's editions.
        package init(
            opening: @escaping @Sendable (SubjectID, Bytes) async throws -> Bytes?,
            current: @escaping @Sendable (SubjectID) async throws -> Current?,
            erased: @escaping @Sendable (Bytes) async throws -> [SubjectID],
            erasedCount: @escaping @Sendable () async throws -> Int,
            editions: @escaping @Sendable () async throws -> [EditionRow]
        ) {
            self.opening = opening
            self.current = current
            self.erased = erased
            self.erasedCount = erasedCount
            self.editions = editions
        }
    }

    /// What is counted while it works.
    package enum Stage: Sendable { case entries, rows }
    /// So many are done, of so many.
    package typealias Progress = @Sendable (Stage, Int, Int) -> Void

    /// - Parameter outside: notes kept outside the database, as in the checkpoint file or in receipts: the tree must
    ///   continue each.
    package func run(
        _ persons: Persons, outside: [String] = [], progress: Progress = { _, _, _ in }
    ) async throws -> Report {
        let erasedBefore = try await persons.erasedCount()
        let head = try await database.read { try TreeStore(transaction: $0).head() }
        var noteFaults: [String] = []
        let notes = notes([head.note, head.cosigned ?? ""], outside, size: head.size, &noteFaults)
        let tree = try await reading(size: head.size, rootsAt: Set(notes.map(\.size)), progress: progress)
        var faults = FaultList()
        faults += noteFaults
        faults.append(tree.faults(root: head.root))
        for note in notes where note.size <= head.size && tree.root(at: note.size, under: head.root) != note.root {
            faults.append("the tree does not continue the checkpoint of \(note.size) entries")
        }
        faults += try await indexFaults(tree)
        faults += try await publicationFaults(try await persons.editions(), tree)
        let compared = try await compareRows(of: persons, with: tree, root: head.root, progress: progress, &faults)
        let closings = try await closings(persons, tree, &faults)
        let lost = try await lostRows(tree)
        let orphans = tree.named - compared - lost
        // Else the rows that went with somebody meanwhile would be missed.
        if try await persons.erasedCount() == erasedBefore {
            faults += orphanFaults(orphans, closings: closings, erased: erasedBefore, tree)
        }
        return Report(
            size: head.size, root: tree.entries.root, compared: compared, closed: max(0, orphans), lost: lost,
            closings: closings, faults: faults.told)
    }

    /// The checkpoints that the tree must continue.
    private func notes(
        _ stored: [String], _ outside: [String], size: Int, _ faults: inout [String]
    ) -> [Checkpoint] {
        var checkpoints: [Checkpoint] = []
        for (place, note) in stored.enumerated() where !note.isEmpty || (place == 0 && size > 0) {
            if let checkpoint = checkpoint(note) {
                if !checkpoints.contains(checkpoint) { checkpoints.append(checkpoint) }
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
