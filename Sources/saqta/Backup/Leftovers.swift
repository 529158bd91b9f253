import Backups
import Foundation
import Synchronization

/// Files and folders that must not stay when the programme is told to end in the middle of its work.
enum Leftovers {
    private static let paths = Mutex<Set<String>>([])

    static func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }
    static func drop(_ path: String) { _ = paths.withLock { $0.remove(path) } }

    /// From now on a signal that ends the programme removes them first.
    static func removeOnSignals() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        passing.store(ends[1], ordering: .sequentiallyConsistent)
        let reading = ends[0]
        Thread.detachNewThread {
            var number: UInt8 = 0
            while read(reading, &number, 1) != 1 {}
            let left = paths.withLock { $0 }
            for path in left { Removal.remove(path) }
            // At once: what runs at a usual end would let the others go on meanwhile, and make files again.
            _exit(128 + Int32(number))
        }
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, passOn)
        }
    }
}

/// Where a signal is passed on to the thread that waits for it.
private let passing = Atomic<Int32>(-1)

/// Little more than writing an octet may be done in a handler.
private func passOn(_ number: Int32) {
    var octet = UInt8(truncatingIfNeeded: number)
    _ = write(passing.load(ordering: .sequentiallyConsistent), &octet, 1)
}
