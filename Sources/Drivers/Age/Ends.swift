import Foundation
import Glibc
import Primitives

/// The two ends of a line between this process and another.
struct Ends {
    let reading: Int32
    let writing: Int32

    static func pipe() throws(AgeError) -> Ends {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw failure("make a pipe") }
        // Swift does not see pipe2; nothing is started between the two calls by any other thread of these commands.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return Ends(reading: ends[0], writing: ends[1])
    }

    /// A line of which this process writes one end: a socket, because writing to it can be told not to raise SIGPIPE.
    static func socket() throws(AgeError) -> Ends {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw failure("make a socket") }
        return Ends(reading: ends[0], writing: ends[1])
    }

    /// Some of what comes, at least one octet; nothing at the end.
    static func read(_ descriptor: Int32, most: Int) throws(AgeError) -> Bytes {
        var isFailed = false
        let bytes = Bytes(unsafeUninitializedCapacity: most) { buffer, filled in
            while true {
                let count = Glibc.read(descriptor, buffer.baseAddress, most)
                if count < 0 && errno == EINTR { continue }
                isFailed = count < 0
                filled = max(0, count)
                return
            }
        }
        guard !isFailed else { throw failure("read from age") }
        return bytes
    }

    static func readAll(_ descriptor: Int32) throws(AgeError) -> Bytes {
        var all = Bytes()
        while true {
            let some = try read(descriptor, most: 4_096)
            guard !some.isEmpty else { return all }
            all += some
        }
    }

    static func failure(_ verb: String) -> AgeError {
        .files("cannot \(verb): \(String(cString: strerror(errno)))")
    }
}
