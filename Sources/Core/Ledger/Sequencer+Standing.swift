import Primitives
import Storage

extension Sequencer {
    /// Whether the database holds what was signed.
    package enum Standing: Sendable, Hashable {
        case sound(entries: Int)
        /// The database is older than this checkpoint: it holds so many entries.
        case older(entries: Int, signed: Checkpoint)
        /// The tree does not begin with the tree of this checkpoint.
        case contradicted(Checkpoint)
        /// The tiles, the last bundle or the signed note in the database do not fit the tree.
        case damaged
        /// The file is of this log, and the database of another one, or the other way round.
        case otherLog(String)
    }

    /// Compares the database with what was signed: with the file, with what this process signed, with the note that is
    /// published and with the newest cosigned one. Changes nothing.
    package func standing() async throws -> Standing {
        let (known, key) = (try self.known(), verifier)
        return try await database.read { transaction in
            let store = TreeStore(transaction: transaction)
            let head = try store.head()
            return try store.continues(known, head, key) ?? .sound(entries: head.size)
        }
    }

    /// What the checkpoint file holds.
    enum Outside {
        case none
        case ours(Checkpoint)
        case other(SignedNote)
    }

    func outside() throws -> Outside {
        guard let note = try file.read() else { return .none }
        guard try Checkpoint(text: note.text).origin == verifier.name else { return .other(note) }
        return .ours(try Checkpoint(note, signedBy: verifier))
    }

    /// Counts the logs on this database from 1: another one begins where the end of one was lost.
    package var logNumber: Int { LedgerRecovery.parts(signer.origin).number }

    /// The keys that verify what this log and the logs before it on this database have signed, the newest first.
    package func verifierKeys() async throws -> [String] {
        let ended = try await database.read { try TreeStore(transaction: $0).ended().map(\.origin) }
        return [verifierKey] + ended.reversed().map { verifier.named($0).text }
    }

    /// The names of logs that have ended on this database, with the sizes of their last trees.
    func ended() async throws -> [String: Int] {
        try await database.read { try TreeStore(transaction: $0).endedSizes() }
    }
}

extension TreeStore {
    /// Proves the tree to be whole and to continue all that is known. - Returns: nil when it does, else what is wrong.
    func continues(_ known: Sequencer.Known, _ head: Head, _ key: VerifierKey) throws -> Sequencer.Standing? {
        if let other = known.other {
            let last = try Checkpoint(text: other.text)
            // Another machine may hold an earlier checkpoint of the log that has ended, and none a later one.
            guard let size = try endedSizes()[last.origin], last.size <= size,
                (try? key.named(last.origin).verify(other)) != nil
            else { return .otherLog(last.origin) }
        }
        if let origin = head.origin, origin != key.name { return .otherLog(origin) }
        do {
            // The note in the database may be of a process with another file, or stand for a file that is lost.
            let notes = [head.note, head.cosigned ?? ""].filter { !$0.isEmpty }
            let stored = try notes.map { try Checkpoint(SignedNote(parsing: $0), signedBy: key) }
            // The largest first, which tells most of what is missing.
            let all = Set(known.checkpoints + stored).sorted { $0.size > $1.size }
            if let newest = all.first, newest.size > head.size { return .older(entries: head.size, signed: newest) }
            let hashes = hashes
            guard try continues(nil, size: head.size, root: head.root, through: hashes) else { return .damaged }
            _ = try lastBundle(of: head.size)
            for checkpoint in all
            where try !continues(checkpoint, size: head.size, root: head.root, through: hashes) {
                return .contradicted(checkpoint)
            }
            return nil
        } catch is LedgerError {
            return .damaged
        }
    }

    /// What stands in the database as signed by this log; a note that is not is left out.
    func signed(_ head: Head, _ key: VerifierKey) -> [Checkpoint] {
        [head.note, head.cosigned ?? ""].compactMap { note in
            try? Checkpoint(SignedNote(parsing: note), signedBy: key)
        }
    }

    /// A log that was ended, since a part of it was lost.
    struct Ended {
        let origin: String
        /// So many of its entries are the beginning of the log that followed.
        let kept: Int
        /// Its last checkpoint, signed.
        let note: String
    }

    func endedSizes() throws -> [String: Int] {
        try Dictionary(
            ended().map { ($0.origin, try Checkpoint(text: SignedNote(parsing: $0.note).text).size) },
            uniquingKeysWith: max)
    }

    /// The logs that have ended, the oldest first.
    func ended() throws(StorageError) -> [Ended] {
        try transaction.rows("SELECT origin, kept, note FROM former_log ORDER BY at, origin")
            .map { row throws(StorageError) in
                Ended(origin: try row.text(0), kept: Int(try row.int(1)), note: try row.text(2))
            }
    }
}
