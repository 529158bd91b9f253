import CPostgres

extension PostgresConnection {
    /// Opens a connection; what `connectionString` says goes before the defaults here.
    static func connect(_ connectionString: String) -> OpaquePointer? {
        let settings = [
            // So that a server that is gone without a word is noticed within half a minute.
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "30000"), ("application_name", "saqta"),
            ("dbname", connectionString), ("client_encoding", "UTF8"),
        ]
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
    static let settings = """
        SET statement_timeout = '30s';
        SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '60s';
        SET standard_conforming_strings = on;
        SET client_min_messages = warning;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """

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
