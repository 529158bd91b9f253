import Foundation
import Glibc
import Primitives

/// The folder of keys. Only its owner may read it; a file in it changes whole or not at all.
struct KeyFolder: Sendable {
    let path: String
    let disk: Disk

    /// Opens the folder, or creates it with mode 0700.
    ///
    /// - Throws: ``VaultError/exposed(path:mode:)`` when others can read or change it.
    init(_ path: String, disk: Disk = .system) throws(VaultError) {
        self.path = path
        self.disk = disk
        if mkdir(path, 0o700) == 0 {
            try flushFolder((path as NSString).deletingLastPathComponent)
        } else if errno != EEXIST {
            throw Self.failure("create", path)
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw Self.failure("look at", path) }
        try Self.refuseExposed(status, path)
    }

    /// What tells one state of a file from another.
    struct Stamp: Hashable, Sendable {
        let inode: UInt
        let seconds: Int
        let nanoseconds: Int
    }

    /// - Returns: nil when there is no such file.
    func stamp(_ name: String) throws(VaultError) -> Stamp? {
        var status = stat()
        guard lstat(file(name), &status) == 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure("look at", file(name))
        }
        return Stamp(
            inode: UInt(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    }

    func file(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

    /// Reads a whole file.
    ///
    /// - Parameter name: of a file in the folder, or the absolute path of one elsewhere.
    /// - Returns: nil when there is no such file.
    /// - Throws: ``VaultError/exposed(path:mode:)`` when others can read or change it.
    func read(_ name: String) throws(VaultError) -> Bytes? {
        let descriptor = open(file(name), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Self.failure("open", file(name))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("look at", file(name)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .files("\(file(name)) is not a plain file") }
        try Self.refuseExposed(status, file(name))
        var bytes = Bytes()
        var piece = Bytes(repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Self.failure("read", file(name)) }
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Runs `body` while no other process does the same on this folder.
    func locked<Answer>(_ body: () throws(VaultError) -> Answer) throws(VaultError) -> Answer {
        let descriptor = open(file("lock"), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open", file("lock")) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Self.failure("lock", file("lock")) }
        }
        return try body()
    }

    static func failure(_ verb: String, _ path: String) -> VaultError {
        .files("cannot \(verb) \(path): \(String(cString: strerror(errno)))")
    }

    private static func refuseExposed(_ status: stat, _ path: String) throws(VaultError) {
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .exposed(path: path, mode: String(status.st_mode & 0o7777, radix: 8))
        }
    }
}
