import Foundation
import Primitives

/// The newest checkpoint, kept outside the database so that a database put back from yesterday is noticed.
struct CheckpointFile: Sendable {
    let path: String

    /// The note in the file; nil when there is none.
    ///
    /// A file that is there and cannot be read is an error: without it, yesterday would pass for today.
    func read() throws -> SignedNote? {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        }
        guard let text = String(bytes: data, encoding: .utf8) else { throw LedgerError.malformed }
        return try SignedNote(parsing: text)
    }

    /// Puts a note in the file's place, whole and durable, unless another process has put a later one there.
    ///
    /// - Parameter ended: names of logs that have ended, with the sizes of their last trees: the first note of the next log
    ///   takes the place of theirs.
    /// - Throws: ``LedgerError/forked`` when the file holds the same size with another root, or a note of another log.
    func write(_ note: SignedNote, of checkpoint: Checkpoint, replacing ended: [String: Int] = [:]) throws {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(folder) }
        guard flock(folder, LOCK_EX) == 0 else { throw CocoaError(.fileLocking) }
        if let there = try read().map({ try Checkpoint(text: $0.text) }) {
            if there.origin == checkpoint.origin {
                guard there.size <= checkpoint.size else { return }
                guard there.size < checkpoint.size || there.root == checkpoint.root else { throw LedgerError.forked }
            } else {
                guard let last = ended[there.origin], there.size <= last else { throw LedgerError.forked }
            }
        }
        try replace(note.description)
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    private func replace(_ text: String) throws {
        let temporary = "\(path).new"
        guard FileManager.default.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: temporary)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(text.utf8))
        try handle.synchronize()
        guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
