import Foundation
import Primitives
import Storage

/// The signed tree outside the database, kept up all the time: hashes, entries and checkpoint as files, laid out as a log that
/// is served (C2SP `tlog-tiles`). Nothing in it is personal. It is what the ledger goes on from when data and keys come back older.
///
/// A log that followed one whose end was lost has a folder of its own, by its number. Any number of processes may keep one copy.
package struct LedgerCopy: Sendable {
    let database: any Database
    let verifier: VerifierKey
    /// Of this log.
    package let folder: String
    var disk = Disk.system

    /// So many bundles with the tiles above them are made durable before the next.
    private static let bundlesAtOnce = 64

    /// - Parameters:
    ///   - verifier: the key of the log that is copied.
    ///   - folder: where the logs lie, best on another disk; it is made when it is not there.
    package init(of database: any Database, signedBy verifier: VerifierKey, in folder: String) {
        self.database = database
        self.verifier = verifier
        self.folder = "\(folder)/\(LedgerRecovery.parts(verifier.name).number)"
    }

    /// Brings the files up to the tree that is signed. - Returns: how many entries came.
    ///
    /// - Parameter beside: writes what lies beside the log; not called when the copy is of another one.
    /// - Throws: ``CheckpointFileError`` when a file cannot be written; ``LedgerError/forked`` when what is there already is
    ///   no beginning of this tree: nothing is written then.
    @discardableResult
    package func round(_ beside: () async throws -> Void = {}) async throws -> Int {
        let there = try file.read().map { try Checkpoint($0, signedBy: verifier) }
        let (note, cosigned) = try await database.read { transaction in
            let head = try TreeStore(transaction: transaction).head()
            return (head.note, head.cosigned)
        }
        guard !note.isEmpty else { return 0 }
        let signed = try SignedNote(parsing: note)
        let checkpoint = try Checkpoint(signed, signedBy: verifier)
        try await refuseOtherTree(there, checkpoint)
        try await beside()
        let from = there?.size ?? 0
        try WholeFile.makeFolder(folder)
        if let cosigned { try replace("cosigned", cosigned) }
        guard checkpoint.size > from else { return 0 }
        try await copy(from: from, to: checkpoint.size)
        try file.write(signed, of: checkpoint)
        removePartial(of: from, now: checkpoint.size)
        return checkpoint.size - from
    }

    /// Entries in the files; none while there is no copy.
    ///
    /// - Throws: ``LedgerError`` when what is there is not of this log.
    package func size() throws -> Int { try file.read().map { try Checkpoint($0, signedBy: verifier).size } ?? 0 }

    /// Entries in the tree that is signed.
    package func signedSize() async throws -> Int {
        let note = try await database.read { try TreeStore(transaction: $0).head().note }
        return try TreeStore.checkpoint(in: note)?.size ?? 0
    }

    /// Makes a folder with those above it, readable for the owner alone.
    package static func makeFolder(_ path: String) throws { try WholeFile.makeFolder(path) }

    private var file: CheckpointFile { CheckpointFile(path: "\(folder)/checkpoint", disk: disk) }

    private func refuseOtherTree(_ there: Checkpoint?, _ checkpoint: Checkpoint) async throws {
        guard let there else { return }
        guard there.size <= checkpoint.size else { throw LedgerError.forked }
        let proof = try await LedgerReader(database: database)
            .consistencyProof(from: there.size, to: checkpoint.size)
        guard
            MerkleTree.isConsistent(there.size, there.root, checkpoint.size, checkpoint.root, proof: proof)
        else { throw LedgerError.forked }
    }

    private func copy(from: Int, to size: Int) async throws {
        let width = TreeHashes.width
        var places: [TilePath] = []
        for number in (from / width)..<((size + width - 1) / width) {
            places.append(.entries(index: number, width: min(width, size - number * width)))
            if places.count == Self.bundlesAtOnce { try await write(&places) }
        }
        var (level, held, came) = (0, from, size)
        while came > 0 {
            for number in (held / width)..<max(held / width, (came + width - 1) / width) {
                places.append(.hashes(level: level, index: number, width: min(width, came - number * width)))
                if places.count == Self.bundlesAtOnce { try await write(&places) }
            }
            (level, held, came) = (level + 1, held / width, came / width)
        }
        try await write(&places)
    }

    private func write(_ places: inout [TilePath]) async throws {
        var folders: Set<String> = []
        for place in places {
            let path = "\(folder)/\(place)"
            let content = try await database.read { try TreeStore(transaction: $0).content(at: place) }
            // Brought before, and not yet under a checkpoint; of a tree that was then lost it would be another.
            guard FileManager.default.contents(atPath: path).map({ Bytes($0) }) != content else { continue }
            try WholeFile(path: path, disk: disk).write(content)
            folders.insert(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        for folder in folders { try WholeFile.flush(folder, disk) }
        places = []
    }

    private func replace(_ name: String, _ text: String) throws {
        let path = "\(folder)/\(name)"
        guard (try? String(contentsOfFile: path, encoding: .utf8)) != text else { return }
        try WholeFile(path: path, disk: disk).write(Bytes(text.utf8))
        try WholeFile.flush(folder, disk)
    }

    /// What the checkpoint before needed and this one does not; a file that stays does no harm.
    private func removePartial(of size: Int, now: Int) {
        let width = TreeHashes.width
        var (held, came, level) = (size, now, 0)
        while held > 0 {
            let (index, part) = (held / width, held % width)
            if part > 0, held != came {
                var places = [TilePath.hashes(level: level, index: index, width: part)]
                if level == 0 { places.append(.entries(index: index, width: part)) }
                for place in places {
                    let path = "\(folder)/\(place)"
                    _ = disk.remove(path)
                    // Only when nothing else is in it.
                    rmdir(URL(fileURLWithPath: path).deletingLastPathComponent().path)
                }
            }
            (held, came, level) = (held / width, came / width, level + 1)
        }
    }
}

extension TreeStore {
    /// The beginning of a tile or a bundle.
    ///
    /// - Throws: ``LedgerError/malformed`` when the database holds less.
    func content(at place: TilePath) throws -> Bytes {
        switch place {
        case .hashes(let level, let index, let width):
            let tile = try tile(level, index)
            guard tile.count >= width * 32 else { throw LedgerError.malformed }
            return Bytes(tile.prefix(width * 32))
        case .entries(let index, let width):
            let entries = try bundle(index).map { try EntryBundle.entries(in: $0) } ?? []
            guard entries.count >= width else { throw LedgerError.malformed }
            return try entries.prefix(width).flatMap { try EntryBundle.octets(of: $0) }
        }
    }
}
