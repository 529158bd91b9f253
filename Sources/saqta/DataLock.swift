import Foundation
import Synchronization

/// Holds a data folder for one process: a server, or a restore that puts one there.
///
/// A lock (`flock(2)`) on a file beside the folder, `data.lock`, so that a server is noticed also when its folder was moved
/// away or deleted under it; where nothing may be written beside the folder, on `lock` in it. The system lets go of it
/// when the process ends, however it ends. Commands that only look, and backups, work beside the holder and take no lock.
/// Servers whose rows lie in PostgreSQL hold a folder together.
final class DataLock: Sendable {
    enum Company {
        case alone
        /// The file stays when one of them ends: others may hold it.
        case withServers
    }

    private let descriptor: Int32
    private let path: String
    private let company: Company
    private let isHeld = Atomic(true)

    /// - Throws: ``StartError/inUse(_:process:)`` while another process holds the folder.
    init(_ folder: String, _ company: Company = .alone) throws {
        let folder = Self.resolved(folder)
        for path in ["\(folder).lock", "\(folder)/lock"] {
            guard let descriptor = try Self.take(path, for: folder, company) else { continue }
            (self.descriptor, self.path, self.company) = (descriptor, path, company)
            if company == .alone { Leftovers.add(path) }
            return
        }
        throw BackupError.failed(to: "lock", folder)
    }

    deinit { release() }

    /// Lets go of the folder; whoever still has the lock has nothing any more. What ends the programme says so itself: a
    /// task that nobody waits for may keep the lock beyond the end.
    func release() {
        guard isHeld.exchange(false, ordering: .sequentiallyConsistent) else { return }
        if company == .alone {
            // Still held, so that nobody takes a file that is going.
            unlink(path)
            Leftovers.drop(path)
        }
        close(descriptor)
    }

    /// - Returns: nil where no such file may be written.
    private static func take(_ path: String, for folder: String, _ company: Company) throws -> Int32? {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                guard [EACCES, EPERM, EROFS].contains(errno) else { throw BackupError.failed(to: "open", path) }
                return nil
            }
            guard flock(descriptor, (company == .alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0 else {
                let holder = holder(descriptor)
                close(descriptor)
                throw StartError.inUse(folder, process: holder)
            }
            if isAt(path, descriptor) {
                let name = "\(getpid())\n"
                _ = ftruncate(descriptor, 0)
                _ = name.withCString { pwrite(descriptor, $0, name.utf8.count, 0) }
                return descriptor
            }
            // Whoever held it has just ended and taken the file away.
            close(descriptor)
        }
    }

    private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
            && held.st_dev == named.st_dev
    }

    private static func holder(_ descriptor: Int32) -> Int32? {
        var octets = [UInt8](repeating: 0, count: 20)
        let count = pread(descriptor, &octets, octets.count, 0)
        guard count > 0 else { return nil }
        return Int32(String(decoding: octets.prefix(count).filter { $0 != 0x0A }, as: UTF8.self))
    }

    /// The folder's one true path, whether it is there already or not.
    private static func resolved(_ folder: String) -> String {
        if let path = realpath(folder, nil) {
            defer { free(path) }
            return String(cString: path)
        }
        let url = URL(fileURLWithPath: folder).standardizedFileURL
        let parent = url.deletingLastPathComponent().resolvingSymlinksInPath().path
        return (parent == "/" ? "" : parent) + "/" + url.lastPathComponent
    }
}
