import Primitives
import Storage

/// Begins a new log where the end of the old one was lost: what was signed once is never signed otherwise.
///
/// The new log has another name, and so another key; its first entries are those of the old log that are left, and the first
/// of its own names the old log's last checkpoint. Whoever has a checkpoint of the old one sees the same beginning.
package struct LedgerRecovery: Sendable {
    let database: any Database
    let signer: CheckpointSigner
    let file: CheckpointFile

    /// What is lost.
    package struct Loss: Sendable, Hashable {
        /// So many entries are left.
        package let kept: Int
        /// The last checkpoint of the log: entries `kept` to `signed.size - 1` are lost.
        package let signed: Checkpoint
        /// The name of the log that would follow.
        package let next: String
        let root: Bytes
        let note: String
    }

    package enum Finding: Sendable {
        /// Nothing is lost.
        case sound(entries: Int)
        case lost(Loss)
        /// Entries were changed and not lost, or the folder is not that of this database: no log can follow from it.
        case refused(Sequencer.Standing)
    }

    package init(_ sequencer: Sequencer) {
        database = sequencer.database
        signer = sequencer.signer
        file = sequencer.file
    }

    package func find(_ sequencer: Sequencer) async throws -> Finding {
        let standing = try await sequencer.standing()
        switch standing {
        case .sound(let entries): return .sound(entries: entries)
        case .contradicted, .damaged: return .refused(standing)
        case .otherLog:
            // Put back from before a new log began: the file is of that log, signed with the same key.
            guard let note = try file.read(), let checkpoint = try? Checkpoint(text: note.text),
                (try? signer.verifier.named(checkpoint.origin).verify(note)) != nil,
                checkpoint.origin.hasPrefix(firstName + "/")
            else { return .refused(standing) }
            return try await loss(checkpoint, note) ?? .refused(standing)
        case .older(_, let signed):
            // What was signed stands in the file, unless another process with a file of its own signed it.
            guard let note = try file.read(), (try? Checkpoint(note, signedBy: signer.verifier)) == signed else {
                return .refused(standing)
            }
            return try await loss(signed, note) ?? .refused(.damaged)
        }
    }

    /// What may be lost of a log whose newest tree is not there: all that came after the last checkpoint that is known.
    ///
    /// - Parameter known: notes of the log that others hold, a witness among them; each is checked.
    /// - Returns: nil when nothing was ever signed.
    /// - Throws: ``LedgerError/badSignature``; ``LedgerError/forked`` when what is left does not fit together.
    package func lossSinceLastKnown(_ known: [SignedNote] = []) async throws -> Loss? {
        let head = try await database.read { try TreeStore(transaction: $0).head() }
        let stored = try [head.note, head.cosigned ?? ""].filter { !$0.isEmpty }.map { try SignedNote(parsing: $0) }
        let checkpoints = try (stored + known + [try file.read()].compactMap { $0 }).map { (try checked($0), $0) }
        let last = checkpoints.max { (number($0.0.origin), $0.0.size) < (number($1.0.origin), $1.0.size) }
        guard let last else { return nil }
        guard case .lost(let loss)? = try await loss(last.0, last.1) else { throw LedgerError.forked }
        return loss
    }

    /// What others hold of this log, or of one that followed it, that goes further than the tree here: the ledger has gone on.
    ///
    /// - Returns: the newest of them; nil when the tree here has all that is known.
    /// - Throws: ``LedgerError/badSignature``; ``LedgerError/forked`` when the tree here does not begin with one of them.
    package func newest(of known: [SignedNote]) async throws -> Checkpoint? {
        let checkpoints = try known.map(checked)
        return try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let head = try store.head()
            let newer = checkpoints.filter {
                (number($0.origin), $0.size) > (number(signer.origin), head.size)
            }
            for one in checkpoints where one.origin == signer.origin && one.size <= head.size {
                guard try store.continues(one, size: head.size, root: head.root, through: store.hashes) else {
                    throw LedgerError.forked
                }
            }
            return newer.max { (number($0.origin), $0.size) < (number($1.origin), $1.size) }
        }
    }

    /// The checkpoint of a note that this log, one before it or one that followed it has signed.
    private func checked(_ note: SignedNote) throws -> Checkpoint {
        let checkpoint = try Checkpoint(text: note.text)
        guard Self.parts(checkpoint.origin).name == firstName else { throw LedgerError.badSignature }
        _ = try signer.verifier.named(checkpoint.origin).verify(note)
        return checkpoint
    }

    /// The newest checkpoint here that witnesses have signed too; nil when there is none.
    package func witnessed() async throws -> Checkpoint? {
        let note = try await database.read { try TreeStore(transaction: $0).head().cosigned }
        return try note.map { try Checkpoint(text: SignedNote(parsing: $0).text) }
    }

    /// - Returns: nil when what is left does not fit together itself.
    private func loss(_ signed: Checkpoint, _ note: SignedNote) async throws -> Finding? {
        let (head, ended) = try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let head = try store.head()
            guard try store.isWhole(head) else { return (nil, []) as (TreeStore.Head?, [TreeStore.Ended]) }
            return (head, try store.ended())
        }
        guard let head else { return nil }
        let numbers = (ended.map(\.origin) + [signer.origin, signed.origin]).map(number)
        let next = "\(firstName)/\((numbers.max() ?? 1) + 1)"
        return .lost(
            Loss(kept: head.size, signed: signed, next: next, root: head.root, note: note.description))
    }

    /// The name of the first log on this database, which the others add a number to.
    private var firstName: String { Self.parts(signer.origin).name }

    private func number(_ origin: String) -> Int { Self.parts(origin).number }

    static func parts(_ origin: String) -> (name: String, number: Int) {
        let parts = origin.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, let number = Int(last), number > 1 else { return (origin, 1) }
        return (parts.dropLast().joined(separator: "/"), number)
    }

    /// Begins the log that follows.
    ///
    /// - Parameter entry: its first own entry, which names the last checkpoint of the old log.
    /// - Returns: who signs it.
    /// - Throws: ``LedgerError/forked`` when the database is no longer as it was found.
    package func beginAgain(_ loss: Loss, with entry: LedgerEntry, at now: Instant) async throws -> CheckpointSigner {
        try await database.write { transaction in
            let store = TreeStore(transaction: transaction)
            try store.lock()
            let head = try store.head()
            guard head.size == loss.kept, head.root == loss.root, try store.isWhole(head) else {
                throw LedgerError.forked
            }
            try transaction.run(
                """
                INSERT INTO former_log (origin, kept, note, at)
                VALUES (\(loss.signed.origin), \(loss.kept), \(loss.note), \(now))
                """)
            try transaction.run(
                "UPDATE tree SET origin = \(loss.next), note = '', cosigned = NULL WHERE id = 1")
            // What witnesses knew was of the old log.
            try transaction.run("DELETE FROM log_witness")
            let nobody = Bytes(repeating: 0, count: 16)
            try LedgerStore(transaction).append(entry, subject: nil)
            let first = TreeStore.Pending(subject: nobody, id: entry.id.bytes, entry: try entry.canonical())
            _ = try store.take([first], after: head.size, root: head.root)
        }
        return try signer.named(loss.next)
    }
}

extension TreeStore {
    /// Whether tiles and last bundle fit size and root, and the tree begins with the one whose note is published.
    func isWhole(_ head: Head) throws -> Bool {
        do {
            let hashes = hashes
            _ = try lastBundle(of: head.size)
            return try continues(
                try Self.checkpoint(in: head.note), size: head.size, root: head.root, through: hashes)
        } catch is LedgerError {
            return false
        }
    }
}
