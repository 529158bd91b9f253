import Foundation
import Glibc
import Machine

/// A running `age` or `age-keygen`.
final class AgeProcess {
    private let pid: pid_t
    /// Where its words for people come out.
    private let words: Int32
    private var ending: Int32?

    /// - Parameters:
    ///   - descriptors: ours for 0, 1 and, where it is given an identity, 3 of the programme.
    /// - Throws: ``AgeError/notStarted(_:)``, ``AgeError/files(_:)``.
    init(_ name: String, _ arguments: [String], input: Int32, output: Int32, identity: Int32? = nil)
        throws(AgeError)
    {
        // Made in one step, so that no process that another thread starts meanwhile keeps it open.
        let words = try Ends.socket()
        var descriptors: [(Int32, Machine.Descriptor)] = [
            (0, .own(input)), (1, .own(output)), (2, .own(words.writing)),
        ]
        if let identity { descriptors.append((3, .own(identity))) }
        let pid = Machine.start(name, arguments, descriptors: descriptors)
        close(words.writing)
        guard let pid else {
            close(words.reading)
            throw .notStarted(name)
        }
        self.pid = pid
        self.words = words.reading
    }

    deinit {
        if ending == nil {
            kill(pid, SIGKILL)
            _ = wait()
        }
        close(words)
    }

    /// Waits for its end.
    ///
    /// - Throws: ``AgeError/noMatch``, ``AgeError/refused(_:)``.
    func finish() throws(AgeError) {
        // What it says is a few lines, which fit into the pipe.
        guard wait() != 0 else { return }
        let said = (try? Ends.readAll(words)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = said.split(separator: "\n").first.map(String.init) ?? "it ended without a word"
        // A changed recipient either fits no key or is none at all.
        let isNoMatch = line.contains("no identity matched") || line.contains("failed to parse X25519 recipient")
        throw isNoMatch ? .noMatch : .refused(line)
    }

    private func wait() -> Int32 {
        if let ending { return ending }
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
        ending = status
        return status
    }
}
