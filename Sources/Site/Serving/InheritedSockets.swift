import Glibc

/// Sockets that listened before this process began and will when it has ended: systemd's socket activation
/// (sd_listen_fds(3)), by which a restart loses no connection.
package struct InheritedSockets: Sendable, Equatable {
    /// For the pages; nil when there is none.
    package private(set) var site: Int32?
    /// For leading plain HTTP to HTTPS.
    package private(set) var redirect: Int32?

    private static let first: Int32 = 3

    /// Reads `LISTEN_PID`, `LISTEN_FDS` and `LISTEN_FDNAMES`.
    ///
    /// The socket named `redirect` is the one for plain HTTP; the first of all others is the site's. What is meant for
    /// another process is left alone.
    package init(_ environment: [String: String], process: Int32) {
        guard environment["LISTEN_PID"].flatMap(Int32.init) == process,
            let count = environment["LISTEN_FDS"].flatMap(Int32.init), count > 0
        else { return }
        let names = environment["LISTEN_FDNAMES"]?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        for index in 0..<min(count, 16) {
            let (descriptor, name) = (Self.first + index, Int(index) < names.count ? names[Int(index)] : "")
            if name == "redirect" {
                redirect = redirect ?? descriptor
            } else {
                site = site ?? descriptor
            }
        }
    }

    /// Keeps the sockets, and the word of them, from programmes that this process starts.
    package func keep() {
        for descriptor in [site, redirect].compactMap({ $0 }) { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
    }
}
