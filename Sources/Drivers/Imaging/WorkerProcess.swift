import Dispatch
import Glibc
import Machine
import Primitives
import Synchronization

/// A running worker: its two ends, and how it ends.
final class WorkerProcess: Sendable {
    /// How a worker ended.
    enum Ending: Hashable {
        case status(Int32)
        case signal(Int32)
    }

    private struct State {
        var ending: Ending?
        var wasKilled = false
    }

    private let pid: pid_t
    private let input: Int32
    private let output: Int32
    private let state = Mutex(State())
    private let writing = DispatchQueue(label: "imaging.write")
    private let reading = DispatchQueue(label: "imaging.read")

    /// Starts `programme` with nothing but three descriptors and one variable.
    ///
    /// - Throws: ``ImagingRefusal/unavailable`` when it cannot be started.
    init(_ programme: String, arguments: [String] = []) throws(ImagingRefusal) {
        var ends: [Int32] = [-1, -1, -1, -1]
        // Sockets instead of pipes, because writing to a socket can be told not to raise SIGPIPE.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let made = ends.withUnsafeMutableBufferPointer { pointer in
            socketpair(AF_UNIX, kind, 0, pointer.baseAddress)
                | socketpair(AF_UNIX, kind, 0, pointer.baseAddress?.advanced(by: 2))
        }
        (input, output) = (ends[0], ends[2])
        // OpenMP, which Tesseract uses, reads its limit before the programme can set it.
        let started =
            made == 0
            ? Machine.start(
                programme, arguments, environment: ["OMP_THREAD_LIMIT=1"],
                descriptors: [(0, .own(ends[1])), (1, .own(ends[3])), (2, .nothing)]) : nil
        pid = started ?? -1
        for end in [ends[1], ends[3]] where end >= 0 { Glibc.close(end) }
        if started == nil {
            for end in [ends[0], ends[2]] where end >= 0 { Glibc.close(end) }
            throw .unavailable
        }
    }

    deinit {
        close(input)
        close(output)
    }

    /// Writes a frame; false when the worker no longer reads.
    func write(_ frame: Frame) async -> Bool {
        await withCheckedContinuation { continuation in
            writing.async { continuation.resume(returning: Machine.send(frame.octets, to: self.input)) }
        }
    }

    /// The next frame of at most `longest` octets; nil at the end.
    func read(longest: Int) async -> Frame? {
        await withCheckedContinuation { continuation in
            reading.async { continuation.resume(returning: self.receive(longest)) }
        }
    }

    private func receive(_ longest: Int) -> Frame? {
        guard let head = octets(5) else { return nil }
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        guard length <= longest, let payload = octets(length) else { return nil }
        return Frame(Character(UnicodeScalar(head[0])), payload)
    }

    private func octets(_ count: Int) -> Bytes? {
        let bytes = Bytes(unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(output, buffer.baseAddress?.advanced(by: filled), count - filled)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { return }
                filled += got
            }
        }
        return bytes.count == count ? bytes : nil
    }

    /// Kills the worker if it still lives. Its number cannot have passed to another process: it is not yet awaited.
    func kill() {
        state.withLock { state in
            guard state.ending == nil else { return }
            state.wasKilled = true
            Glibc.kill(pid, SIGKILL)
        }
    }

    var wasKilled: Bool { state.withLock { $0.wasKilled } }

    /// Waits until the worker has ended.
    func ending() async -> Ending {
        await withCheckedContinuation { continuation in
            reading.async { continuation.resume(returning: self.await()) }
        }
    }

    private func await() -> Ending {
        if let known = state.withLock({ $0.ending }) { return known }
        var information = siginfo_t()
        // First without reaping, so that the number stays ours while the lock is not held.
        while waitid(P_PID, id_t(pid), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
        return state.withLock { state in
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            let ending: Ending = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
            state.ending = ending
            return ending
        }
    }
}
