import Foundation
import Glibc
import Primitives

extension KeyFolder {
    /// Puts `bytes` in place of a file's content: after a crash it holds the one or the other, never a part.
    ///
    /// The former content is overwritten where it lay, unless another name (a copy made by hard link) still leads to it.
    func replace(_ name: String, with bytes: Bytes) throws(VaultError) {
        try write(name + ".new", bytes)
        try rename(name + ".new", over: name)
    }

    /// Gives a file the name of another, whose content is overwritten where it lay, unless yet another name leads to it.
    func rename(_ name: String, over other: String) throws(VaultError) {
        let former = open(file(other), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        defer { if former >= 0 { close(former) } }
        try rename(name, to: other)
        guard former >= 0 else { return }
        try overwrite(former, path: file(other))
    }

    /// Deletes a file and overwrites its content where it lay, unless another name leads to it.
    func shred(_ name: String) throws(VaultError) {
        let former = open(file(name), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        guard former >= 0 else {
            if errno == ENOENT { return }
            throw Self.failure("open", file(name))
        }
        defer { close(former) }
        guard disk.remove(file(name)) == 0 else { throw Self.failure("remove", file(name)) }
        try flush(around: name)
        try overwrite(former, path: file(name))
    }

    /// Makes the names in the folder of a file durable.
    func flush(around name: String) throws(VaultError) {
        try flushFolder((file(name) as NSString).deletingLastPathComponent)
    }

    private func overwrite(_ descriptor: Int32, path: String) throws(VaultError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_nlink == 0 else { return }
        try writeAll(Bytes(repeating: 0, count: Int(status.st_size)), to: descriptor, path: path)
    }

    /// Writes a new file durably, with mode 0600; one left by a crash is replaced.
    func write(_ name: String, _ bytes: Bytes) throws(VaultError) {
        let path = file(name)
        guard disk.remove(path) == 0 || errno == ENOENT else { throw Self.failure("remove", path) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("create", path) }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor, path: path)
    }

    func rename(_ name: String, to other: String) throws(VaultError) {
        guard disk.rename(file(name), file(other)) == 0 else { throw Self.failure("rename", file(name)) }
        try flush(around: other)
    }

    func flushFolder(_ path: String) throws(VaultError) {
        let path = path.isEmpty ? "." : path
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("open", path) }
        defer { close(descriptor) }
        guard disk.flush(descriptor) == 0 else { throw Self.failure("make durable", path) }
    }

    private func writeAll(_ bytes: Bytes, to descriptor: Int32, path: String) throws(VaultError) {
        guard disk.writeAll(bytes, to: descriptor) else { throw Self.failure("write", path) }
        guard disk.flush(descriptor) == 0 else { throw Self.failure("make durable", path) }
    }
}
