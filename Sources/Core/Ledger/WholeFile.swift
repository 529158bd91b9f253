import Foundation
import Primitives

/// A file of the ledger outside the database, which gets its name once it is whole and durable.
struct WholeFile {
    let path: String
    let disk: Disk

    /// Writes it; its name is durable once its folder is flushed.
    func write(_ content: Bytes) throws {
        try Self.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        // Another process, on another machine too, may write the same file at this moment.
        let temporary = "\(path).\(UInt64.random(in: .min ... .max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CheckpointFileError("create", temporary) }
        defer {
            close(descriptor)
            // Gone already once it has its own name.
            unlink(temporary)
        }
        guard disk.writeAll(content, to: descriptor) else { throw CheckpointFileError("write", temporary) }
        guard disk.flush(descriptor) == 0 else { throw CheckpointFileError("make durable", temporary) }
        guard disk.rename(temporary, path) == 0 else { throw CheckpointFileError("rename", temporary) }
    }

    /// With those above it, readable for the owner alone.
    static func makeFolder(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) != 0 else { return }
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if parent != path { try makeFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw CheckpointFileError("make", path) }
        try flush(parent, .system)
    }

    static func flush(_ folder: String, _ disk: Disk) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CheckpointFileError("open", folder) }
        defer { close(descriptor) }
        guard disk.flush(descriptor) == 0 else { throw CheckpointFileError("make durable", folder) }
    }
}
