import CPostgres

extension PostgresConnection {
    /// Opens a connection; what `connectionString` says goes before the defaults here, but for the order of its hosts.
    ///
    /// This waits, and libpq keeps its limit of time for each address; the system looks names up in its own time.
    static func connect(
        _ connectionString: String, _ limits: PostgresLimits, _ hosts: [PostgresHost]
    ) -> OpaquePointer? {
        let settings =
            [
                ("connect_timeout", "\(max(2, limits.connect.inMilliseconds / 1_000))"),
                // So that a server that is gone without a word is noticed within half a minute.
                ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
                ("tcp_user_timeout", "\(min(30_000, (limits.statement + PostgresLimits.grace).inMilliseconds))"),
                ("application_name", "saqta"), ("target_session_attrs", "read-write"),
                ("dbname", connectionString), ("client_encoding", "UTF8"),
            ] + PostgresHost.settings(hosts)
        return withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
    }

    /// Whether libpq understands `connectionString`; what it says where it does not may hold the password.
    static func canRead(_ connectionString: String) -> Bool {
        guard let options = PQconninfoParse(connectionString, nil) else { return false }
        PQconninfoFree(options)
        return true
    }

    /// Time limits are the server's. A commit must be on disk when it is answered, whatever the server's default.
    static func settings(_ limits: PostgresLimits) -> String {
        """
        SET statement_timeout = \(limits.statement.inMilliseconds);
        SET lock_timeout = \(limits.lock.inMilliseconds);
        SET idle_in_transaction_session_timeout = '60s';
        SET standard_conforming_strings = on;
        SET client_min_messages = warning;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """
    }

    /// Whether the server has told that it takes no writes, which it does unasked, also when that changes (PostgreSQL 14).
    var isToFollower: Bool {
        ["in_hot_standby", "default_transaction_read_only"].contains { told($0) == "on" }
    }

    private func told(_ name: String) -> String? { PQparameterStatus(pointer, name).map { String(cString: $0) } }

    /// The server's name or address and its port.
    var server: String {
        [PQhost(pointer), PQport(pointer)].map { $0.map { String(cString: $0) } ?? "" }.joined(separator: ":")
    }

    private static func withCStrings<Answer>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Answer
    ) -> Answer {
        var octets: [CChar] = []
        var starts: [Int] = []
        for text in texts {
            starts.append(octets.count)
            octets += text.utf8CString
        }
        return octets.withUnsafeBufferPointer { buffer in
            let pointers: [UnsafePointer<CChar>?] = starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil]
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }
}
