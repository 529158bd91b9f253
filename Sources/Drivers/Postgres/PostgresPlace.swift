import Storage

/// Which server, database and schema a connection leads to, and how.
package struct PostgresPlace: Hashable, Sendable {
    /// The number that a cluster gives itself when it is made; its standbys have the same.
    package let cluster: Int64
    package let database: String
    /// Where tables are made.
    package let schema: String
    package let role: String
    /// Such as `15.8`.
    package let version: String
    /// Nobody on the way can read along: TLS, a socket, or this machine's loopback.
    package let isPrivate: Bool
    /// How many standbys are attached.
    package let standbys: Int
    /// Whether a commit waits for a standby, so that a fail-over loses nothing that was acknowledged.
    package let waitsForStandby: Bool

    /// Whether tables of both would lie beside each other.
    package func isSame(as other: PostgresPlace) -> Bool {
        cluster == other.cluster && database == other.database && schema == other.schema
    }
}

extension PostgresDatabase {
    /// Asks the server.
    ///
    /// - Throws: ``StorageError/unexpected(_:)`` where the connection leads to no schema that is there.
    package func place() async throws -> PostgresPlace {
        try await read { transaction in
            let row = try transaction.row(
                """
                SELECT (SELECT system_identifier FROM pg_control_system()), current_database()::text,
                    current_schema()::text, current_user::text, current_setting('server_version'),
                    CASE WHEN (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()) OR inet_server_addr() IS NULL
                        OR inet_server_addr() << '127.0.0.0/8' OR inet_server_addr() = '::1' THEN 1 ELSE 0 END,
                    (SELECT COUNT(*) FROM pg_stat_replication),
                    CASE WHEN current_setting('synchronous_standby_names') <> ''
                        AND current_setting('synchronous_commit') <> 'local' THEN 1 ELSE 0 END
                """)
            guard let row, let schema = try row.textIfAny(2) else {
                throw StorageError.unexpected("the search path names no schema that is there")
            }
            return PostgresPlace(
                cluster: try row.int(0), database: try row.text(1), schema: schema, role: try row.text(3),
                version: String(try row.text(4).prefix { $0 != " " }), isPrivate: try row.bool(5),
                standbys: Int(try row.int(6)), waitsForStandby: try row.bool(7))
        }
    }

    /// Whether there is such a table where tables are made.
    package func holds(table: String) async throws -> Bool {
        try await read { transaction in
            let count = try transaction.row(
                """
                SELECT COUNT(*) FROM pg_catalog.pg_class
                WHERE relname::text = \(table)
                    AND relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
                """)
            return try count?.int(0) == 1
        }
    }
}
