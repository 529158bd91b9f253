import Glibc
import Primitives

extension Machine {
    /// What another process gets in place of each of its descriptors.
    package enum Descriptor {
        /// A descriptor of ours.
        case own(Int32)
        /// What is written to it is thrown away.
        case nothing
    }

    /// Starts a programme with no signal blocked or handled, nothing of our environment, and no descriptor but those named.
    ///
    /// Ours that are not named must be closed on exec.
    ///
    /// - Parameters:
    ///   - programme: a path, or a name to be looked for on the system's path.
    ///   - environment: `NAME=value`.
    ///   - descriptors: by the number that each has there.
    /// - Returns: the number of the process, which has to be awaited; nil when it cannot be started.
    package static func start(
        _ programme: String, _ arguments: [String], environment: [String] = [], descriptors: [(Int32, Descriptor)]
    ) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors {
            switch descriptor {
            case .own(let own): posix_spawn_file_actions_adddup2(&actions, own, number)
            case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_WRONLY, 0)
            }
        }
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
        let texts = [[programme] + arguments, environment].map { $0.map { strdup($0) } + [nil] }
        defer {
            for text in texts.joined() { free(text) }
        }
        var pid: pid_t = -1
        return posix_spawnp(&pid, programme, &actions, &attributes, texts[0], texts[1]) == 0 ? pid : nil
    }

    /// Sends all of `bytes` over a socket, without SIGPIPE.
    ///
    /// - Returns: false when nobody reads any more.
    package static func send(_ bytes: Bytes, to socket: Int32) -> Bool {
        bytes.withUnsafeBytes { all in
            var sent = 0
            while sent < all.count {
                let count = Glibc.send(
                    socket, all.baseAddress?.advanced(by: sent), all.count - sent, Int32(MSG_NOSIGNAL))
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }
}
