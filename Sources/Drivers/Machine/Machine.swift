import CMachine
import Glibc
import Primitives

/// What the operating system says of the machine.
package enum Machine {
    /// Whether a time service keeps the clock right; nil when the kernel does not say.
    package static var isClockSynchronised: Bool? {
        switch saqta_clock_is_synchronised() {
        case 1: true
        case 0: false
        default: nil
        }
    }

    /// Whether this process may do everything.
    package static var isRoot: Bool { geteuid() == 0 }

    /// Free and whole size in octets of what `path` lies on; nil when there is no such path.
    package static func room(at path: String) -> (free: Int64, size: Int64)? {
        var volume = statvfs()
        guard statvfs(path, &volume) == 0 else { return nil }
        let block = Int64(volume.f_frsize)
        return (Int64(volume.f_bavail) * block, Int64(volume.f_blocks) * block)
    }

    /// Those of `paths` that somebody else than their owner may read, write or enter.
    package static func exposed(_ paths: [String]) -> [String] {
        paths.filter { path in
            var status = stat()
            return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
        }
    }
}
