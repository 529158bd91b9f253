/// How long is waited for a server before its connection is given up.
///
/// The server keeps the limits of statements itself; that it does not, since it hangs or nothing of it arrives, is noticed here.
package struct PostgresLimits: Hashable, Sendable {
    /// Until a server has taken a connection; each of several in turn. Whole seconds, at least 2 (libpq).
    package var connect = Duration.seconds(5)
    package var statement = Duration.seconds(20)
    /// Until a commit is acknowledged, by a standby too where commits wait for one.
    package var commit = Duration.seconds(20)
    /// Until a connection is free.
    package var free = Duration.seconds(10)

    package init() {}

    /// For whole tables: copies, new indexes, VACUUM.
    static let upkeep = Duration.seconds(3_600)

    static let ofUpkeep: PostgresLimits = {
        var limits = PostgresLimits()
        limits.statement = upkeep
        limits.commit = upkeep
        return limits
    }()

    /// The server goes first where it can, so that a slow statement does not cost the connection.
    static let grace = Duration.seconds(2)

    var lock: Duration { min(statement, .seconds(10)) }
}

extension Duration {
    /// Rounded up, so that what is waited for has passed.
    var inMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
