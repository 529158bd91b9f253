import Foundation
import Primitives

/// A file of mode 0600 that is written under another name, and gets its own once it is whole and durable.
final class DurableFile {
    let descriptor: Int32
    private let path: String
    private let temporary: String
    private let isSynced: Bool
    private var isDone = false

    /// - Parameters:
    ///   - temporary: a path in the same folder; what an earlier run left there is removed.
    ///   - isSynced: false when whoever asks makes many files durable at once.
    init(_ path: String, temporary: String, isSynced: Bool = true) throws(BackupError) {
        self.path = path
        self.temporary = temporary
        self.isSynced = isSynced
        Leftovers.add(temporary)
        guard unlink(temporary) == 0 || errno == ENOENT else { throw .failed(to: "remove", temporary) }
        descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed(to: "write", temporary) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isDone { unlink(temporary) }
        Leftovers.drop(temporary)
    }

    func write(_ bytes: Bytes) throws(BackupError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .failed(to: "write", temporary) }
            done += count
        }
    }

    /// Makes the file durable under its own name.
    func finish() throws(BackupError) {
        guard !isSynced || fsync(descriptor) == 0 else { throw .failed(to: "make durable", temporary) }
        guard rename(temporary, path) == 0 else { throw .failed(to: "rename", temporary) }
        isDone = true
        if isSynced { try Self.flush(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path) }
    }

    /// Makes a file that others wrote durable under its own name.
    static func finish(_ temporary: String, as path: String) throws(BackupError) {
        let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(to: "open", temporary) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed(to: "make durable", temporary) }
        guard rename(temporary, path) == 0 else { throw .failed(to: "rename", temporary) }
        try flush(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// Makes the names in a folder durable.
    static func flush(folder: String) throws(BackupError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(to: "open", folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .failed(to: "make durable", folder) }
    }

    /// Replaces a file's content.
    static func replace(_ path: String, with bytes: Bytes) throws(BackupError) {
        let file = try DurableFile(path, temporary: path + ".new")
        try file.write(bytes)
        try file.finish()
    }
}
