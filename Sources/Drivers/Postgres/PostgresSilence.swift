import Synchronization

/// Which servers have not answered in time, as all connections of this process have found.
///
/// So that each connection to one that hangs need not find out for itself, which takes its time each time.
enum PostgresSilence {
    /// How long one that hung is asked after all others.
    private static let memory = Duration.seconds(60)
    private static let last = Mutex<[String: ContinuousClock.Instant]>([:])

    static func note(_ server: String) {
        last.withLock { $0[server] = .now }
    }

    /// Whether the server has not answered in time since then.
    static func holds(_ server: String, since begin: ContinuousClock.Instant) -> Bool {
        last.withLock { last in last[server].map { $0 > begin } ?? false }
    }

    static func isRecent(_ server: String) -> Bool { holds(server, since: .now - memory) }
}
