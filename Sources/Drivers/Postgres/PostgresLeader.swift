import Storage

/// Which cluster leads, and since how many fail-overs.
struct PostgresLeader: Hashable, Sendable {
    /// The number that a cluster gives itself when it is made; its standbys have the same.
    let cluster: Int64
    /// Greater by one or more each time a standby is promoted.
    let timeline: Int64

    /// Whether it led the cluster before another did.
    func isBefore(_ other: PostgresLeader) -> Bool { cluster == other.cluster && timeline < other.timeline }

    /// Asks the server; nil where it follows another or does not tell everybody.
    ///
    /// The first eight digits of a name in the write-ahead log are the timeline; the last checkpoint of a server that has
    /// just been promoted still names the one before.
    init?(_ connection: PostgresConnection) throws(StorageError) {
        let rows: [Row]
        do {
            rows = try connection.run(
                """
                SELECT system_identifier, CASE WHEN pg_is_in_recovery() THEN NULL
                    ELSE left(pg_walfile_name(pg_current_wal_lsn()), 8) END FROM pg_control_system()
                """
            ).rows()
        } catch {
            guard !connection.isLost else { throw error }
            return nil
        }
        guard let row = rows.first, let timeline = Int64(try row.textIfAny(1) ?? "", radix: 16) else { return nil }
        self.init(cluster: try row.int(0), timeline: timeline)
    }

    init(cluster: Int64, timeline: Int64) {
        self.cluster = cluster
        self.timeline = timeline
    }
}
