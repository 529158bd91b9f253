import Foundation
import Primitives

/// The newest checkpoint, kept outside the database so that a database put back from yesterday is noticed.
struct CheckpointFile: Sendable {
    let path: String
    var disk = Disk.system

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
    /// - Throws: ``CheckpointFileError``; ``LedgerError/forked`` when the file holds the same size with another root, or a note of another log.
    func write(_ note: SignedNote, of checkpoint: Checkpoint, replacing ended: [String: Int] = [:]) throws {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { throw CheckpointFileError("open the folder of", path) }
        defer { close(folder) }
        guard flock(folder, LOCK_EX) == 0 else { throw CheckpointFileError("lock the folder of", path) }
        if let there = try read().map({ try Checkpoint(text: $0.text) }) {
            if there.origin == checkpoint.origin {
                guard there.size <= checkpoint.size else { return }
                guard there.size < checkpoint.size || there.root == checkpoint.root else { throw LedgerError.forked }
            } else {
                guard let last = ended[there.origin], there.size <= last else { throw LedgerError.forked }
            }
        }
        try WholeFile(path: path, disk: disk).write(Bytes(note.description.utf8))
        guard disk.flush(folder) == 0 else { throw CheckpointFileError("make durable", path) }
    }
}

/// The newest checkpoint cannot be kept outside the database; nothing is published meanwhile.
package struct CheckpointFileError: Refusal, CustomStringConvertible {
    package let description: String

    package var kind: RefusalKind { .unavailable }

    /// - Parameter verb: what failed just now; `errno` says why.
    init(_ verb: String, _ path: String) {
        description = "cannot \(verb) \(path): \(String(cString: strerror(errno)))"
    }
}
