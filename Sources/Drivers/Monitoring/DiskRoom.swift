import Foundation
import Logging
import Primitives
import Synchronization

/// Watches over the last room on the disk, so that the evidence of what is done can always be written.
///
/// A file of the size of the reserve lies in the data's folder. Once less than the reserve is free beside it, nothing new
/// is taken. If the disk fills up all the same, because somebody else writes there too, the file is given up, and there is
/// room for evidence, sign-ins and erasures. When enough is free again, the file is made anew.
package final class DiskRoom: Sendable {
    private struct State {
        var isLow = false
        var checkedAt: ContinuousClock.Instant?
        var free: Int64 = 0
    }

    private let folder: String
    private let reserve: Int64
    private let interval: Duration
    private let logger: Logger
    private let state = Mutex(State())

    private var file: String { "\(folder)/reserve" }

    /// - Parameters:
    ///   - folder: of the data.
    ///   - reserve: octets.
    ///   - interval: how long an answer of the disk is believed.
    package init(folder: String, reserve: Int64, interval: Duration = .milliseconds(200), logger: Logger) {
        self.folder = folder
        self.reserve = max(0, reserve)
        self.interval = interval
        self.logger = logger
    }

    /// There is room for something new.
    package var isEnough: Bool { !look().isLow }

    /// Octets that are free beside the reserve.
    package var free: Int64 { look().free }

    /// Octets in the reserve now; 0 when it was given up.
    package var held: Int64 {
        var about = stat()
        return stat(file, &about) == 0 ? Int64(about.st_blocks) * 512 : 0
    }

    /// Looks at the disk, and gives the reserve up or makes it anew.
    @discardableResult
    package func check() -> (isLow: Bool, free: Int64) {
        state.withLock { state in
            state.checkedAt = nil
            return look(&state)
        }
    }

    private func look() -> (isLow: Bool, free: Int64) { state.withLock { look(&$0) } }

    private func look(_ state: inout State) -> (isLow: Bool, free: Int64) {
        let now = ContinuousClock.now
        if let checkedAt = state.checkedAt, now - checkedAt < interval { return (state.isLow, state.free) }
        let wasLow = state.isLow
        var free = available
        if held >= reserve {
            state.isLow = free < reserve
            // What is written before the next look must find room: a disk that is full by then is full for evidence too.
            if free < reserve / 4 { giveUp() }
        } else {
            state.isLow = true
            // Twice the reserve must be free, or making it would leave the disk as low as before.
            if free >= reserve * 2, make() {
                free = available
                state.isLow = free < reserve
            }
        }
        state.free = free
        state.checkedAt = now
        if state.isLow != wasLow { tell(state.isLow, free) }
        return (state.isLow, free)
    }

    private var available: Int64 {
        var about = statvfs()
        guard statvfs(folder, &about) == 0 else { return 0 }
        return Int64(about.f_bavail) * Int64(about.f_frsize)
    }

    private func make() -> Bool {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if posix_fallocate(descriptor, 0, off_t(reserve)) == 0 { return true }
        ftruncate(descriptor, 0)
        return false
    }

    private func giveUp() {
        guard held > 0 else { return }
        truncate(file, 0)
        logger.error("The disk is full: the reserve for evidence was given up")
    }

    private func tell(_ isLow: Bool, _ free: Int64) {
        let metadata: Logger.Metadata = ["disk.free": "\(free)", "disk.reserve": "\(reserve)"]
        if isLow {
            logger.error("The disk is nearly full: no registrations and no documents are taken", metadata: metadata)
        } else {
            logger.notice("There is room on the disk again", metadata: metadata)
        }
    }
}
