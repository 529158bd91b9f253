import Foundation
import Glibc
import Primitives

extension KeyFolder {
    /// Puts `bytes` in place of a file's content: after a crash it holds the one or the other, never a part.
    ///
    /// The former content is overwritten where it lay, unless another name (a copy made by hard link) still leads to it.
    func replace(_ name: String, with bytes: Bytes) throws(VaultError) {
        let former = open(file(name), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
        defer { if former >= 0 { close(former) } }
        try write(name + ".new", bytes)
        try rename(name + ".new", to: name)
        guard former >= 0 else { return }
        var status = stat()
        guard fstat(former, &status) == 0, status.st_nlink == 0 else { return }
        try Self.writeAll(Bytes(repeating: 0, count: Int(status.st_size)), to: former, path: file(name))
    }

    /// Writes a new file durably, with mode 0600; one left by a crash is replaced.
    func write(_ name: String, _ bytes: Bytes) throws(VaultError) {
        let path = file(name)
        guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure("remove", path) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("create", path) }
        defer { close(descriptor) }
        try Self.writeAll(bytes, to: descriptor, path: path)
    }

    func rename(_ name: String, to other: String) throws(VaultError) {
        guard Glibc.rename(file(name), file(other)) == 0 else { throw Self.failure("rename", file(name)) }
        try Self.flushFolder(path)
    }

    static func flushFolder(_ path: String) throws(VaultError) {
        let path = path.isEmpty ? "." : path
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("make durable", path) }
    }

    private static func writeAll(_ bytes: Bytes, to descriptor: Int32, path: String) throws(VaultError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("write", path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw failure("make durable", path) }
    }
}
