import Configuration
import Foundation

extension Settings {
    /// Where rows lie.
    ///
    /// - `database` (string): `postgres://USER@HOST/NAME?…`, as libpq reads it; files among the data when it is not set.
    /// - `key_database` (string): the same for the persons' wrapped keys; needed with `database`.
    /// - `database_connections` (int, default 16), `key_database_connections` (4): of one process, at most.
    enum Databases: Sendable {
        case files
        case postgres(Postgres)

        struct Postgres: Sendable {
            let data: String
            let keys: String
            let connections: Int
            let keyConnections: Int
        }

        /// Whether several servers may work on them.
        var isShared: Bool {
            switch self {
            case .files: false
            case .postgres: true
            }
        }

        /// - Throws: ``SettingProblem``.
        init(_ config: ConfigReader) throws {
            guard let data = Self.address(config, "database") else {
                guard Self.address(config, "key.database") == nil else {
                    throw SettingProblem("SAQTA_KEY_DATABASE is set, and SAQTA_DATABASE is not.")
                }
                self = .files
                return
            }
            guard let keys = Self.address(config, "key.database") else {
                throw SettingProblem(
                    "With SAQTA_DATABASE, set SAQTA_KEY_DATABASE too: keys lie in a database of their own.")
            }
            for (key, address) in [("SAQTA_DATABASE", data), ("SAQTA_KEY_DATABASE", keys)] {
                // Its text is not repeated: it may hold a password.
                guard address.hasPrefix("postgres://") || address.hasPrefix("postgresql://") else {
                    throw SettingProblem("\(key) begins with postgres://.")
                }
            }
            let counts = [("database.connections", 16), ("key.database.connections", 4)].map { key, usual in
                (key, config.int(forKey: .init(key), default: usual))
            }
            for (key, count) in counts where count < 1 { throw StartError.setting(key) }
            self = .postgres(
                Postgres(data: data, keys: keys, connections: counts[0].1, keyConnections: counts[1].1))
        }

        private static func address(_ config: ConfigReader, _ key: String) -> String? {
            config.string(forKey: .init(key)).flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}
