import Foundation
import Primitives
import Storage

extension LedgerCopy {
    /// The folder of the newest log in a copy; nil where none is.
    package static func newestLog(in folder: String) -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { Int($0) }.sorted().reversed().map { "\(folder)/\($0)" }
            .first { access("\($0)/checkpoint", R_OK) == 0 }
    }

    /// The newest checkpoint of a copy, and the newest that witnesses have signed too; none where no copy is. Their signatures are
    /// unchecked.
    ///
    /// - Throws: ``LedgerError/malformed`` when what is there is no checkpoint.
    package static func notes(in folder: String) throws -> [SignedNote] {
        guard let log = newestLog(in: folder) else { return [] }
        return try ["checkpoint", "cosigned"].compactMap { try CheckpointFile(path: "\(log)/\($0)").read() }
    }

    /// Makes the tree anew from the files of a copy; its own checkpoint is compared, whose signature is unchecked.
    ///
    /// - Parameters:
    ///   - log: see ``newestLog(in:)``.
    ///   - database: with the tables of the ledger, and no tree.
    /// - Throws: ``LedgerError/malformed`` when a file is missing or does not fit; ``LedgerError/forked`` when they are not the
    ///   tree of the checkpoint.
    package static func load(
        _ log: String, into database: any Database, progress: (Int, Int) -> Void = { _, _ in }
    ) async throws {
        guard let note = try CheckpointFile(path: "\(log)/checkpoint").read() else { throw LedgerError.malformed }
        let checkpoint = try Checkpoint(text: note.text)
        let cosigned = try? String(contentsOfFile: "\(log)/cosigned", encoding: .utf8)
        let origin = LedgerRecovery.parts(checkpoint.origin).number > 1 ? checkpoint.origin : nil
        let width = TreeHashes.width
        var size = 0
        while size < checkpoint.size {
            let held = min(width, checkpoint.size - size)
            let path = "\(log)/\(TilePath.entries(index: size / width, width: held))"
            guard let content = FileManager.default.contents(atPath: path) else { throw LedgerError.malformed }
            let entries = try EntryBundle.entries(in: Bytes(content))
            guard entries.count == held else { throw LedgerError.malformed }
            let read = try entries.map { (id: try LedgerEntry(canonical: $0).id.bytes, entry: $0) }
            let from = size
            try await database.write { transaction in
                let store = TreeStore(transaction: transaction)
                try store.lock()
                let head = try store.head()
                let root = try store.append(read, after: from)
                guard try store.move(from: (from, head.root), to: from + held, root: root) else {
                    throw LedgerError.malformed
                }
            }
            size += held
            progress(size, checkpoint.size)
        }
        try await database.write { transaction in
            guard try TreeStore(transaction: transaction).head().root == checkpoint.root else {
                throw LedgerError.forked
            }
            try transaction.run(
                "UPDATE tree SET note = \(note.description), origin = \(origin), cosigned = \(cosigned) WHERE id = 1")
        }
    }
}
