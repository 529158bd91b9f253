import Foundation
import Glibc

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
        let words = try Ends.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, words.writing, 2)
        if let identity { posix_spawn_file_actions_adddup2(&actions, identity, 3) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let texts = ([name] + arguments).map { strdup($0) } + [nil]
        defer {
            for text in texts { free(text) }
        }
        var environment: [UnsafeMutablePointer<CChar>?] = [nil]
        var pid: pid_t = -1
        let isStarted = posix_spawnp(&pid, name, &actions, &attributes, texts, &environment) == 0
        close(words.writing)
        guard isStarted else {
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
