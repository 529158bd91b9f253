import Foundation
import Primitives

/// The newest checkpoint, kept outside the database so that a database put back from yesterday is noticed.
struct CheckpointFile: Sendable {
    let path: String

    /// The note in the file; nil when there is none.
    func read() throws -> SignedNote? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try SignedNote(parsing: String(decoding: data, as: UTF8.self))
    }

    /// Replaces the note: temporary file, fsync, rename, fsync of the folder.
    func write(_ note: SignedNote) throws {
        let temporary = "\(path).new"
        guard FileManager.default.createFile(atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: temporary)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(note.description.utf8))
        try handle.synchronize()
        guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        guard folder >= 0 else { throw CocoaError(.fileReadUnknown) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
