import Foundation
import Primitives

extension FaultPlan {
    /// A disk whose steps fail as planned: before, half way through what is written, and after, with EIO.
    package var disk: Disk {
        let system = Disk.system
        return Disk(
            write: { descriptor, octets in
                if self.fails(.unchanged) { return Self.failure() }
                if self.fails(.cut) {
                    _ = system.write(descriptor, UnsafeRawBufferPointer(rebasing: octets[..<(octets.count / 2)]))
                    return Self.failure()
                }
                return system.write(descriptor, octets)
            },
            flush: { descriptor in self.around { system.flush(descriptor) } },
            rename: { name, other in self.around { system.rename(name, other) } },
            remove: { name in self.around { system.remove(name) } })
    }

    private func around(_ step: () -> Int32) -> Int32 {
        if fails(.unchanged) { return Self.failure() }
        let answer = step()
        return fails(.changed) ? Self.failure() : answer
    }

    private static func failure<Answer: SignedInteger>() -> Answer {
        errno = EIO
        return -1
    }
}
